import type { DataFrame, Series } from "danfojs-node";
import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { danfo, dataFrame, dayNumber, dayNumbers, test, trueIn } from "./frame.js";

/** Raw rows of the diplomats' posts: those of state media would make the frame too large. */
export function diplomatPosts(corpus: Corpus, columns: readonly string[]): Promise<DataFrame> {
  const table = `posts where account_id in (select account_id from principals where "group" = 'diplomat')`;
  return dataFrame(corpus, table, columns);
}

/** Which posts of a frame lie in the study's posting window, by the day of their instant. */
export function inPostingWindow(posts: DataFrame, { postingWindow }: Study): Series {
  const days = dayNumbers(posts, "created_at");
  return days.ge(dayNumber(postingWindow.from)).and(days.le(dayNumber(postingWindow.to)));
}

/** Which posts of a frame are by diplomats on Twitter; the others in it are on Facebook. */
export async function onTwitter(corpus: Corpus, posts: DataFrame): Promise<Series> {
  const { merge } = await danfo();
  const left = await dataFrame(corpus, "principals", ["account_id", "group"]);
  const right = await dataFrame(corpus, "(from accounts semi join principals using (account_id))", [
    "account_id",
    "platform",
  ]);
  const principals = merge({ left, right, on: ["account_id"], how: "inner" });
  const accounts = principals.column("account_id").values as string[];
  const platforms = principals.column("platform").values as string[];
  const tweeting = new Set(accounts.filter((_, at) => platforms[at] === "twitter"));
  return test(posts, "account_id", (account) => tweeting.has(account));
}

/**
 * Posts of the diplomats on each platform, counted with a data frame.
 *
 * @example
 * await postedByDataFrame(corpus, oii2021); // { twitter: 201382, facebook: 34041 }
 */
export async function postedByDataFrame(corpus: Corpus, study: Study): Promise<{ twitter: number; facebook: number }> {
  const posts = await diplomatPosts(corpus, ["account_id", "created_at"]);
  if (posts.shape[0] === 0) return { twitter: 0, facebook: 0 };
  const counted = inPostingWindow(posts, study);
  const twitter = trueIn(counted.and(await onTwitter(corpus, posts)));
  return { twitter, facebook: trueIn(counted) - twitter };
}

/** The second opinion on the claims of posting volumes: claim to number; none without posts. */
export async function postingVolumesByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { twitter, facebook } = await postedByDataFrame(corpus, study);
  return { ...(twitter > 0 && { V1: twitter }), ...(facebook > 0 && { V6: facebook }) };
}
