import type { Corpus } from "../corpus/corpus.js";
import type { PrincipalGroup } from "../corpus/schema.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";
import { windowDays, windowPosts } from "./window-posts.js";

/** Shares of one group's tweets by the platform's counters, and as retweets and quotes that were seen one by one. */
export interface SharesByCount {
  group: PrincipalGroup;
  /** Retweets and quotes by the counters of the posts of the posting window. */
  counted: number;
  /** The same, of the posts up to the end of the amplification window. */
  countedInAmplificationWindow: number;
  /** Retweets seen in the amplification window, of posts of whatever age. */
  retweetsSeen: number;
  /** Quotes seen in it, among the retweets and quotes seen. */
  quotesSeen: Proportion;
  /** Retweets and quotes seen of posts that are older than the window. */
  seenOfOlderPosts: number;
}

/**
 * Two counts of the same thing that the papers print side by side: 1.3 million shares of the diplomats' tweets (claim
 * V5) and 735,664 retweets of them (G1).
 *
 * The first adds up the platform's counters at the last sighting of each post of the posting window. The second counts
 * events in the stream, which ends earlier, misses what happened when the collection was down, has no quotes, and has
 * retweets of posts that are older than the window. Empty without posts or without amplifications.
 */
export async function sharesByCount(corpus: Corpus, study: Study): Promise<SharesByCount[]> {
  const { postingWindow, amplificationWindow } = study;
  const rows = await corpus.rows<Omit<SharesByCount, "quotesSeen"> & { quotes: number }>(sharesSeenAndCounted, {
    ...windowDays(postingWindow),
    amplifiedFrom: amplificationWindow.from,
    amplifiedTo: amplificationWindow.to,
  });
  return rows.map(({ quotes, ...row }) => ({ ...row, quotesSeen: proportion(quotes, row.retweetsSeen + quotes) }));
}

const sharesSeenAndCounted = `
  with ${windowPosts},
    by_post as (
      select account_id, sum(shares) as counted,
             sum(shares) filter (where created_at < $amplifiedTo::date + 1) as counted_early
      from window_posts where kind <> 'retweet' group by account_id),
    by_event as (
      select principal_id as account_id, count(*) filter (where kind = 'retweet') as retweets,
             count(*) filter (where kind = 'quote') as quotes,
             count(*) filter (where kind <> 'reply' and target_created_at < $amplifiedFrom::date) as older
      from amplifications
      where created_at >= $amplifiedFrom::date and created_at < $amplifiedTo::date + 1
      group by principal_id)
  select "group", coalesce(sum(counted), 0)::bigint as counted,
         coalesce(sum(counted_early), 0)::bigint as "countedInAmplificationWindow",
         coalesce(sum(retweets), 0)::bigint as "retweetsSeen", coalesce(sum(quotes), 0)::bigint as quotes,
         coalesce(sum(older), 0)::bigint as "seenOfOlderPosts"
  from audited left join by_post using (account_id) left join by_event using (account_id)
  where platform = 'twitter'
  group by "group" having sum(counted) is not null and sum(retweets) is not null order by "group"`;
