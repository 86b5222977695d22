import { apportion } from "./apportion.js";
import type { OrdinaryGroup } from "./post-groups.js";
import type { PostCounts } from "./post-totals.js";
import type { TwinPrincipal } from "./principals.js";
import { type RandomStream, randomStream } from "./random.js";

/** Lowest and highest share of each kind in an account of the group; what is left is text. The twin's own. */
const kindShares: Record<OrdinaryGroup, Record<Exclude<keyof PostCounts, "text">, [low: number, high: number]>> = {
  diplomatsOnTwitter: { retweet: [0.12, 0.46], quote: [0.02, 0.16], reply: [0.02, 0.12], thread: [0, 0.08] },
  diplomatsOnFacebook: { retweet: [0, 0], quote: [0, 0], reply: [0, 0], thread: [0, 0] },
  mediaOnTwitter: { retweet: [0.01, 0.1], quote: [0.01, 0.05], reply: [0, 0.03], thread: [0, 0] },
  mediaOnFacebook: { retweet: [0, 0], quote: [0, 0], reply: [0, 0], thread: [0, 0] },
};

/** That many posts of an account of the group, by kind; at least one is a text. */
export function kindsOf(posts: number, group: OrdinaryGroup, random: RandomStream): PostCounts {
  const { retweet, quote, reply, thread } = kindShares[group];
  const shares = [retweet, quote, reply, thread].map(([low, high]) => low + (high - low) * random.fraction());
  const text = 1 - shares.reduce((sum, share) => sum + share, 0);
  const given = apportion(posts - 1, [text, ...shares]);
  const [texts = 0, retweets = 0, quotes = 0, replies = 0, threads = 0] = given;
  return { text: texts + 1, retweet: retweets, quote: quotes, reply: replies, thread: threads };
}

/** The stream of one part of one principal's posts. */
export function streamOf(principal: TwinPrincipal | undefined, part: string, seed: number): RandomStream {
  return randomStream(seed, `posts/${principal?.account.account_id}/${part}`);
}
