import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import type { DayWindow } from "../study/study.js";
import { type PerPost, perPost } from "./per-post.js";
import { windowDays, windowPosts } from "./window-posts.js";

/** What the posts of one audited account drew. */
export interface AccountEngagement extends PerPost {
  group: PrincipalGroup;
  platform: Platform;
  /** Name of the office or outlet. */
  name: string | null;
  /** Posts that are no own retweets. */
  posts: number;
  likes: number;
  replies: number;
  shares: number;
}

/** Engagement of each account with posts of its own, the most liked of each group and platform first. */
export async function accountEngagement(corpus: Corpus, window: DayWindow): Promise<AccountEngagement[]> {
  const rows = await corpus.rows<Omit<AccountEngagement, keyof PerPost>>(
    `with ${windowPosts},
       counted as (
         select account_id, count(*) as posts, coalesce(sum(likes), 0)::bigint as likes,
                coalesce(sum(replies), 0)::bigint as replies, coalesce(sum(shares), 0)::bigint as shares
         from window_posts where kind <> 'retweet' group by account_id)
     select "group", platform, name, posts, likes, replies, shares
     from counted join audited using (account_id)
     order by "group", platform, likes desc, account_id`,
    windowDays(window),
  );
  return rows.map((row) => ({ ...row, ...perPost(row.posts, row) }));
}
