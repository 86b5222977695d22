import { spokespersonVolume } from "../../findings/post-accounts.js";
import {
  olderDraftEnd,
  type PostingVolume,
  type PostingVolumesResults,
  postingVolumes,
  postsPerDay,
} from "../../findings/posting-volumes.js";
import { countText, wholeNumber } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

const noPosts: Outcome = { notComputable: "This corpus holds no posts of the accounts that the claim counts." };

/** The claims on how much was posted. */
export const postingVolumesChecks: Check<PostingVolumesResults>[] = [
  posted("V1", "tweets", ({ group, platform }) => group === "diplomat" && platform === "twitter"),
  { claim: "V2", by: postsPerDay, recompute: tweetsPerDay, figure: "posting-volumes-series" },
  posted("V6", "posts", ({ group, platform }) => group === "diplomat" && platform === "facebook"),
  posted("V8", "posts", ({ group }) => group === "state_media"),
  posted("V12", "posts", () => true),
  { claim: "V19", by: spokespersonVolume, recompute: spokesperson },
  { claim: "V20", by: postingVolumes, recompute: olderDraft, figure: "posting-volumes-types" },
];

function posted(claim: string, unit: string, counts: (volume: PostingVolume) => boolean): Check<PostingVolumesResults> {
  return {
    claim,
    by: postingVolumes,
    recompute({ volumes }) {
      const counted = volumes.filter(counts);
      if (counted.length === 0) return noPosts;
      const value = counted.reduce((sum, { posts }) => sum + posts, 0);
      return { value, text: countText(value, unit) };
    },
  };
}

function tweetsPerDay({ perDay }: PostingVolumesResults): Outcome {
  const diplomats = perDay.find(({ group, platform }) => group === "diplomat" && platform === "twitter");
  if (diplomats === undefined) return noPosts;
  const { posts, daysBetween, perDayBetween, daysCovered, perDayCovered } = diplomats;
  const covered = `${perDayCovered.toFixed(1)} over the ${daysCovered} days covered`;
  return {
    value: perDayBetween,
    text: `${wholeNumber(posts)} / ${daysBetween} = ${perDayBetween.toFixed(1)} tweets a day; ${covered}`,
  };
}

function spokesperson({ spokesperson: found }: PostingVolumesResults): Outcome {
  if (found === null) {
    return {
      notComputable: "This corpus has not exactly one account of a foreign ministry's spokesperson that posted.",
    };
  }
  const { posts, shares } = found;
  return {
    value: posts,
    parts: { shares },
    text: `${countText(posts, "tweets")}, shared ${wholeNumber(shares)} times`,
  };
}

function olderDraft({ olderDraft: volumes }: PostingVolumesResults): Outcome {
  const diplomats = volumes.filter(({ group }) => group === "diplomat");
  if (diplomats.length === 0) return noPosts;
  const sum = (type: "posts" | "texts" | "retweets" | "quotes" | "replies") =>
    diplomats.reduce((total, volume) => total + volume[type], 0);
  const types = (["texts", "retweets", "quotes", "replies"] as const).map((type) => countText(sum(type), type));
  return { value: sum("posts"), text: `${countText(sum("posts"), "posts")} to ${olderDraftEnd}: ${types.join(", ")}` };
}
