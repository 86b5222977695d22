import { type Engagement, type EngagementResults, engagement } from "../../findings/engagement.js";
import { countText, wholeNumber } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

type Measure = "likes" | "replies" | "shares";
type Counts = (row: Engagement) => boolean;

const diplomatsOnTwitter: Counts = ({ group, platform }) => group === "diplomat" && platform === "twitter";
const stateMedia: Counts = ({ group }) => group === "state_media";

/** The claims on what the posts drew. */
export const engagementChecks: Check<EngagementResults>[] = [
  drew("V3", ["likes"], diplomatsOnTwitter),
  drew("V4", ["replies"], diplomatsOnTwitter),
  drew("V5", ["shares"], diplomatsOnTwitter),
  drew("V9", ["likes"], stateMedia),
  drew("V10", ["replies", "shares"], stateMedia),
  { claim: "V13", by: engagement, recompute: ofAllAccounts },
];

function drew(claim: string, measures: Measure[], counts: Counts): Check<EngagementResults> {
  return { claim, by: engagement, recompute: (results) => outcomeOf(results, measures, counts) };
}

function outcomeOf({ engagement: rows }: EngagementResults, measures: Measure[], counts: Counts): Outcome {
  const counted = rows.filter(counts);
  if (counted.length === 0) {
    return { notComputable: "This corpus holds no posts of the accounts that the claim counts." };
  }
  const sums = measures.map((measure) => ({ measure, sum: sumOf(counted, measure) }));
  const value = sums.reduce((total, { sum }) => total + sum, 0);
  const parts = sums.map(({ measure, sum }) => countText(sum, measure)).join(" + ");
  return { value, text: measures.length === 1 ? parts : `${parts} = ${wholeNumber(value)}` };
}

/** The claim has two halves; its value is the likes, and the text says both. */
function ofAllAccounts(results: EngagementResults): Outcome {
  const likes = outcomeOf(results, ["likes"], () => true);
  const others = outcomeOf(results, ["replies", "shares"], () => true);
  if ("notComputable" in likes || "notComputable" in others) return likes;
  return { value: likes.value, parts: { comments_and_shares: others.value }, text: `${likes.text}; ${others.text}` };
}

function sumOf(rows: Engagement[], measure: Measure): number {
  return rows.reduce((total, row) => total + row[measure], 0);
}
