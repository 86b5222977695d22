import type { OrdinaryGroup } from "./post-groups.js";

/** Likes, replies and shares, as whole numbers. */
export interface Engagement {
  likes: number;
  replies: number;
  shares: number;
}

/** Posts by what they are. A thread post continues the account's own post; the other replies answer someone else. */
export interface PostCounts {
  text: number;
  retweet: number;
  quote: number;
  reply: number;
  thread: number;
}

/** A group of principals on one platform: how much it posts and what comes back, at scale 1. */
export interface GroupTotals extends Engagement {
  posts: number;
}

/** What one of the London accounts posts in a stretch of time, and what comes back. */
export interface LondonTotals extends Engagement {
  counts: PostCounts;
}

/**
 * Published totals of posts and engagement at scale 1, over the posting window. Claims V1 and V3 to V6, V8 to V10; U1 and U4
 * for London, V19 for the spokesperson. Where the papers print a total over both platforms (state media) or none (pages of
 * diplomats on Facebook), the division is the twin's own.
 */
export const postTotals = {
  diplomatsOnTwitter: { posts: 201_382, likes: 7_000_000, replies: 1_000_000, shares: 1_300_000 },
  diplomatsOnFacebook: { posts: 34_041, likes: 2_900_000, replies: 240_000, shares: 310_000 },
  /** With Facebook: 714,577 posts, 355 million likes, 27 million replies and shares. */
  mediaOnTwitter: { posts: 331_206, likes: 21_400_000, replies: 1_450_000, shares: 3_900_000 },
  mediaOnFacebook: { posts: 383_371, likes: 333_600_000, replies: 8_250_000, shares: 13_400_000 },
  /** Posts include retweets; likes and replies are the twin's own. */
  spokesperson: { posts: 2_036, likes: 812_000, replies: 96_000, shares: 171_651 },
} as const satisfies Record<OrdinaryGroup | "spokesperson", GroupTotals>;

/**
 * What the London accounts post. In the amplification window 2,375 and 695 posts that are not retweets, liked 172,000 times;
 * the rest, threads and the weeks after the window included, is the twin's own.
 */
export const londonTotals = {
  ambassador: {
    window: {
      counts: { text: 1_160, retweet: 310, quote: 175, reply: 330, thread: 710 },
      likes: 159_600,
      replies: 50_300,
      shares: 49_800,
    },
    after: {
      counts: { text: 80, retweet: 18, quote: 12, reply: 18, thread: 40 },
      likes: 9_900,
      replies: 2_900,
      shares: 2_700,
    },
  },
  embassy: {
    window: {
      counts: { text: 455, retweet: 420, quote: 78, reply: 72, thread: 90 },
      likes: 12_400,
      replies: 5_100,
      shares: 2_900,
    },
    after: {
      counts: { text: 44, retweet: 36, quote: 6, reply: 5, thread: 5 },
      likes: 1_000,
      replies: 420,
      shares: 240,
    },
  },
} as const satisfies Record<string, { window: LondonTotals; after: LondonTotals }>;

/** London stays whole down to this scale and shrinks in proportion below it. */
export const wholeDownTo = 0.05;

/** By how much London's numbers are multiplied at that scale. */
export function londonScale(scale: number): number {
  return Math.min(1, scale / wholeDownTo);
}

/** All posts of those counts. */
export function allPosts({ text, retweet, quote, reply, thread }: PostCounts): number {
  return text + retweet + quote + reply + thread;
}

/** Counts multiplied and rounded, at least one text among them. */
export function scaledCounts({ text, retweet, quote, reply, thread }: PostCounts, factor: number): PostCounts {
  return {
    text: Math.max(1, Math.round(text * factor)),
    retweet: Math.round(retweet * factor),
    quote: Math.round(quote * factor),
    reply: Math.round(reply * factor),
    thread: Math.round(thread * factor),
  };
}

/** Engagement multiplied and rounded. */
export function scaledEngagement({ likes, replies, shares }: Engagement, factor: number): Engagement {
  return {
    likes: Math.round(likes * factor),
    replies: Math.round(replies * factor),
    shares: Math.round(shares * factor),
  };
}

/** A group's totals at that scale, without what London and the spokesperson have of them. */
export function ordinaryTotals(group: OrdinaryGroup, scale: number): GroupTotals {
  const { posts, ...engagement } = postTotals[group];
  if (group !== "diplomatsOnTwitter")
    return { posts: Math.round(posts * scale), ...scaledEngagement(engagement, scale) };
  const { ambassador, embassy } = londonTotals;
  const taken = [ambassador.window, ambassador.after, embassy.window, embassy.after].map(({ counts, ...rest }) => ({
    posts: allPosts(counts),
    ...rest,
  }));
  const left = (total: number, name: keyof Engagement | "posts") =>
    Math.round(scale * [...taken, postTotals.spokesperson].reduce((rest, one) => rest - one[name], total));
  return {
    posts: left(posts, "posts"),
    likes: left(engagement.likes, "likes"),
    replies: left(engagement.replies, "replies"),
    shares: left(engagement.shares, "shares"),
  };
}
