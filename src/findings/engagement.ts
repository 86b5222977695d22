import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import type { DayWindow, Study } from "../study/study.js";
import { type AccountEngagement, accountEngagement } from "./engagement-accounts.js";
import { type EngagementChoice, engagementChoices } from "./engagement-choices.js";
import { type SharesByCount, sharesByCount } from "./engagement-events.js";
import { type PerPost, perPost } from "./per-post.js";
import { windowDays, windowPosts } from "./window-posts.js";

/** What the posts of one group on one platform drew. */
export interface Engagement extends PerPost {
  group: PrincipalGroup;
  platform: Platform;
  /** Accounts that posted at least once. */
  accounts: number;
  /** Posts that can draw anything: all but own retweets. */
  posts: number;
  /** Own retweets, which carry no engagement. */
  ownRetweets: number;
  /** Likes; on Facebook all reactions summed. */
  likes: number;
  /** Replies, or comments on Facebook. */
  replies: number;
  /** Retweets and quotes, or shares on Facebook. */
  shares: number;
  /** Of all these posts half drew at most so many likes. */
  medianLikes: number | null;
}

/** All that this finding computes: what its figures, its claims and its page are made from. Empty without posts. */
export interface EngagementResults {
  window: DayWindow;
  engagement: Engagement[];
  choices: EngagementChoice[];
  shares: SharesByCount[];
  accounts: AccountEngagement[];
}

/** Computes the whole finding. */
export async function engagementResults(corpus: Corpus, study: Study): Promise<EngagementResults> {
  return {
    window: study.postingWindow,
    engagement: await engagement(corpus, study.postingWindow),
    choices: await engagementChoices(corpus, study),
    shares: await sharesByCount(corpus, study),
    accounts: await accountEngagement(corpus, study.postingWindow),
  };
}

/**
 * Likes, replies and shares of the posts of each group on each platform (claims V3, V4, V5, V9, V10 and V13).
 *
 * Counted are the platform's counters at the last sighting of each post, as the corpus keeps them. Likes on Facebook are
 * all reactions summed; shares on Twitter are retweets and quotes. What an account only retweeted was written by
 * somebody else: it adds nothing here and is not in the denominator of the means.
 *
 * @example
 * (await engagement(corpus, oii2021.postingWindow))[1]; // { group: "diplomat", platform: "twitter", likes: 7000000, ... }
 */
export async function engagement(corpus: Corpus, window: DayWindow): Promise<Engagement[]> {
  const sums = await corpus.rows<Omit<Engagement, keyof PerPost>>(engagementSums, windowDays(window));
  return sums.map(({ medianLikes, ...row }) => ({ ...row, ...perPost(row.posts, row), medianLikes }));
}

const engagementSums = `
  with ${windowPosts},
    counted as (
      select account_id, count(*) filter (where kind <> 'retweet') as posts,
             count(*) filter (where kind = 'retweet') as own_retweets,
             sum(likes) filter (where kind <> 'retweet') as likes,
             sum(replies) filter (where kind <> 'retweet') as replies,
             sum(shares) filter (where kind <> 'retweet') as shares
      from window_posts group by account_id),
    medians as (
      select "group", platform, quantile_disc(likes, 0.5) as "medianLikes"
      from window_posts join audited using (account_id) where kind <> 'retweet' group by "group", platform),
    summed as (
      select "group", platform, count(*) as accounts, sum(posts)::bigint as posts,
             sum(own_retweets)::bigint as "ownRetweets", coalesce(sum(likes), 0)::bigint as likes,
             coalesce(sum(replies), 0)::bigint as replies, coalesce(sum(shares), 0)::bigint as shares
      from counted join audited using (account_id) group by "group", platform)
  from summed left join medians using ("group", platform) order by "group", platform`;
