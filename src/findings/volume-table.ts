import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import type { DayWindow } from "../study/study.js";
import { type PerPost, perPost } from "./per-post.js";
import { windowDays, windowPosts } from "./window-posts.js";

/** A row of table 1: what some of the audited accounts posted, and what it drew. */
export interface VolumeAndEngagement extends PerPost {
  group: PrincipalGroup | "all";
  platform: Platform | "all";
  /** Language of the state media's accounts, ISO 639-1; "all" for diplomats and in sums over languages. */
  language: string;
  /** Accounts that posted at least once. */
  users: number;
  /** Own retweets included. */
  posts: number;
  /** Own retweets among the posts. */
  retweets: number;
  /** Likes, or all reactions on Facebook. */
  likes: number;
  /** Replies, or comments on Facebook. */
  replies: number;
  /** Retweets and quotes, or shares on Facebook. */
  shares: number;
}

/**
 * Table 1 of the first paper: posts and engagement by group, platform and language of the account, with a row over the
 * languages of each group and platform and one over everything.
 *
 * Own retweets are posts, but what they draw belongs to the account that wrote the original: they add nothing to the
 * sums and are not in the denominator of the means.
 *
 * @example
 * (await volumeAndEngagement(corpus, oii2021.postingWindow)).at(-1)?.users; // 449
 */
export async function volumeAndEngagement(corpus: Corpus, window: DayWindow): Promise<VolumeAndEngagement[]> {
  const sums = await corpus.rows<Omit<VolumeAndEngagement, keyof PerPost>>(volumeTable, windowDays(window));
  return sums.map((row) => ({ ...row, ...perPost(row.posts - row.retweets, row) }));
}

const volumeTable = `
  with ${windowPosts},
    counted as (
      select account_id, count(*) as posts, count(*) filter (where kind = 'retweet') as retweets,
             sum(likes) filter (where kind <> 'retweet') as likes,
             sum(replies) filter (where kind <> 'retweet') as replies,
             sum(shares) filter (where kind <> 'retweet') as shares
      from window_posts group by account_id)
  select coalesce("group", 'all') as "group", coalesce(platform, 'all') as platform, coalesce(edition, 'all') as language,
         count(*) as users, sum(posts)::bigint as posts, sum(retweets)::bigint as retweets,
         coalesce(sum(likes), 0)::bigint as likes, coalesce(sum(replies), 0)::bigint as replies,
         coalesce(sum(shares), 0)::bigint as shares
  from counted join audited using (account_id)
  group by grouping sets (("group", platform, edition), ("group", platform), ())
  having count(*) > 0 and (grouping(edition) = 1 or edition is not null)
  order by grouping("group"), "group", platform, grouping(edition), edition`;
