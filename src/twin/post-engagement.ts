import { apportion } from "./apportion.js";
import { normal } from "./draws.js";
import type { Engagement } from "./post-totals.js";
import type { Posts } from "./posts.js";
import type { RandomStream } from "./random.js";

const retweet = 1;
const quote = 2;
const reply = 3;

/** How unequal the posts of one account are, and how far replies and shares stray from likes. */
const reachSpread = 1.3;
const ownSpread = 0.45;

/**
 * Gives out likes, replies and shares over the posts from one row to another (the last not included), to the sum exactly.
 * A few posts draw most; what is answered is mostly what is liked. Own retweets carry none, which the columns say with -1.
 */
export function giveEngagement(posts: Posts, from: number, to: number, totals: Engagement, random: RandomStream): void {
  const reach = new Float64Array(to - from);
  for (let at = 0; at < reach.length; at += 1) {
    const drawn = Math.exp(reachSpread * normal(random));
    reach[at] = drawn * drawOfKind(posts.kind[from + at] as number, posts.threadOf[from + at] as number);
  }
  const columns = [
    { column: posts.likes, total: totals.likes },
    { column: posts.replies, total: totals.replies },
    { column: posts.shares, total: totals.shares },
  ];
  for (const { column, total } of columns) {
    const given = apportion(
      total,
      reach.map((weight) => (weight === 0 ? 0 : weight * Math.exp(ownSpread * normal(random)))),
    );
    for (let at = 0; at < reach.length; at += 1) column[from + at] = reach[at] === 0 ? -1 : (given[at] as number);
  }
}

function drawOfKind(kind: number, threadOf: number): number {
  if (kind === retweet) return 0;
  if (threadOf >= 0) return 0.4;
  if (kind === reply) return 0.3;
  return kind === quote ? 0.9 : 1;
}
