import { placeOf, ranksFromAbove } from "./ranks.js";

/** Which part of the focus principals' posts an account retweeted and replied to. */
export interface Coverage {
  /** Posts in the window that the account existed for: continuations of threads, and all others. */
  threadPosts: number;
  mainPosts: number;
  threadRetweeted: number | null;
  mainRetweeted: number | null;
  mainReplied: number | null;
  /** Mean of the same shares over the other accounts. */
  expectedThreadRetweeted: number | null;
  expectedMainRetweeted: number | null;
  expectedMainReplied: number | null;
  threadRetweetedRank: number | null;
  mainRetweetedRank: number | null;
  mainRepliedRank: number | null;
}

export const coverageColumns = {
  threadPosts:
    "Posts of the focus principals in the window, while the account existed, that continue a thread of their own",
  mainPosts: "Their other posts, their retweets left out",
  threadRetweeted: "Share of the thread posts it retweeted; empty below ten",
  mainRetweeted: "Share of the main posts it retweeted; empty below 25",
  mainReplied: "Share of the main posts it replied to; empty below 25",
  expectedThreadRetweeted: "Mean share of thread posts that other accounts retweeted",
  expectedMainRetweeted: "Mean share of main posts that other accounts retweeted",
  expectedMainReplied: "Mean share of main posts that other accounts replied to",
  threadRetweetedRank: "Share of the accounts that retweeted at least as large a part of the thread posts",
  mainRetweetedRank: "Share of the accounts that retweeted at least as large a part of the main posts",
  mainRepliedRank: "Share of the accounts that replied to at least as large a part of the main posts",
} satisfies Record<keyof Coverage, string>;

/** Fewest posts of which a share is taken, as in the papers' figures. */
const fewest = { thread: 10, main: 25 };

/** What shares are taken of; columns, one entry an account, a post or an event. */
export interface CoverageInput {
  /** Unix seconds; an account of unknown age could see every post. */
  created: ArrayLike<number>;
  /** Posts in the window, in order of time. */
  posts: { created: ArrayLike<number>; thread: ArrayLike<number> };
  /**
   * Events on these posts: place of the account and of the post (-1: another), and whether it is a retweet or a reply.
   */
  events: { account: ArrayLike<number>; post: ArrayLike<number>; retweet: ArrayLike<number>; reply: ArrayLike<number> };
}

/**
 * Coverage: how much of what the focus principals post does an account retweet or answer?
 * (Claim U20, and the shares behind three of the papers' four behaviour flags.)
 *
 * A post that continues the principal's own thread is a thread post; every other post, quotes and replies to others
 * included, is a main post; retweets by the principals are no posts. The denominator is the posts of the window that
 * were posted while the account existed, and only these count above. A post counts once, however often it was
 * retweeted. Chance is the benchmark group's habit: a rank says how unusual a share is, not how it came about; an avid
 * reader has one as high as a robot.
 *
 * Time is posts plus events plus accounts log accounts.
 * @example
 * const posts = { created: Array.from({ length: 25 }, (_, at) => at), thread: new Array(25).fill(0) };
 * const events = { account: [0, 0], post: [3, 3], retweet: [1, 1], reply: [0, 0] };
 * coverage({ created: [0], posts, events })[0]?.mainRetweeted; // 0.04
 */
export function coverage({ created, posts, events }: CoverageInput): Coverage[] {
  const [threads, mains] = [1, 0].map((thread) =>
    Float64Array.from(posts.created).filter((_, post) => posts.thread[post] === thread),
  ) as [Float64Array, Float64Array];
  const available = (times: Float64Array) =>
    Float64Array.from(created, (time) => times.length - (time > Number.NEGATIVE_INFINITY ? placeOf(times, time) : 0));
  const [threadPosts, mainPosts] = [available(threads), available(mains)];
  const share = (act: ArrayLike<number>, thread: number, of: Float64Array, least: number) => {
    const acted = postsActedOn({ created, posts, events }, act, thread);
    return acted.map((count, at) => ((of[at] as number) < least ? Number.NaN : count / (of[at] as number)));
  };
  const threadRetweeted = compared(share(events.retweet, 1, threadPosts, fewest.thread));
  const mainRetweeted = compared(share(events.retweet, 0, mainPosts, fewest.main));
  const mainReplied = compared(share(events.reply, 0, mainPosts, fewest.main));
  return Array.from(created, (_, at) => ({
    threadPosts: threadPosts[at] as number,
    mainPosts: mainPosts[at] as number,
    threadRetweeted: threadRetweeted(at).share,
    mainRetweeted: mainRetweeted(at).share,
    mainReplied: mainReplied(at).share,
    expectedThreadRetweeted: threadRetweeted(at).others,
    expectedMainRetweeted: mainRetweeted(at).others,
    expectedMainReplied: mainReplied(at).others,
    threadRetweetedRank: threadRetweeted(at).rank,
    mainRetweetedRank: mainRetweeted(at).rank,
    mainRepliedRank: mainReplied(at).rank,
  }));
}

/** Different posts of one sort that each account acted on while it existed. */
function postsActedOn({ created, posts, events }: CoverageInput, act: ArrayLike<number>, thread: number): Float64Array {
  const counts = new Float64Array(created.length);
  const seen = new Set<number>();
  for (let event = 0; event < events.post.length; event += 1) {
    const [post, account] = [events.post[event] as number, events.account[event] as number];
    if (post < 0 || act[event] !== 1 || posts.thread[post] !== thread) continue;
    if ((posts.created[post] as number) < (created[account] as number)) continue;
    const key = account * posts.created.length + post;
    if (seen.has(key)) continue;
    seen.add(key);
    counts[account] = (counts[account] as number) + 1;
  }
  return counts;
}

/** Each account's share beside the mean of the others' and its rank. */
function compared(shares: Float64Array) {
  const ranks = ranksFromAbove(shares);
  const known = shares.filter((share) => !Number.isNaN(share));
  const sum = known.reduce((all, share) => all + share, 0);
  return (at: number) => {
    const share = shares[at] as number;
    if (Number.isNaN(share)) return { share: null, others: null, rank: null };
    const others = known.length > 1 ? (sum - share) / (known.length - 1) : null;
    return { share, others, rank: ranks[at] as number };
  };
}
