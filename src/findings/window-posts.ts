import type { DayWindow } from "../study/study.js";

/**
 * What the findings on posting and engagement begin with, as common tables: `window_posts`, the principals' posts of a
 * window, and `audited`, the principals with their platform and the language of their account as `edition`. The
 * parameters are those of `windowDays`.
 *
 * A last day counts to its last second. Comparing the instant of a post with the bare date of the last day would drop
 * all of that day but its midnight; the papers' code does so in one place.
 *
 * Queries group by account before they join, which is several times faster than joining every post.
 */
export const windowPosts = `
  window_posts as (
    from posts where created_at >= $from::date and created_at < $to::date + 1),
  audited as (
    select account_id, p.group, a.platform, p.language as edition, p.category, p.name
    from principals p join accounts a using (account_id))`;

/** The parameters of `windowPosts`. */
export function windowDays({ from, to }: DayWindow): { from: string; to: string } {
  return { from, to };
}

/** Columns that count posts by type. */
export const countsByType = `
  count(*) as posts,
  count(*) filter (where kind = 'text') as texts,
  count(*) filter (where kind = 'retweet') as retweets,
  count(*) filter (where kind = 'quote') as quotes,
  count(*) filter (where kind = 'reply') as replies`;

/** Columns that add such counts up over accounts. */
export const sumsByType = `
  sum(posts)::bigint as posts, sum(texts)::bigint as texts, sum(retweets)::bigint as retweets,
  sum(quotes)::bigint as quotes, sum(replies)::bigint as replies`;

/** How many posts there are of each type; a post is of one type only. */
export interface PostsByType {
  /** All of them. */
  posts: number;
  /** Posts of their own that neither quote nor reply; on Facebook all posts. */
  texts: number;
  /** Own retweets: retweets that the audited account sent. */
  retweets: number;
  quotes: number;
  replies: number;
}
