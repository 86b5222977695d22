import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import type { DayWindow } from "../study/study.js";
import { countsByType, type PostsByType, windowDays, windowPosts } from "./window-posts.js";

/** What one audited account posted. */
export interface PrincipalVolume extends PostsByType {
  group: PrincipalGroup;
  platform: Platform;
  /** Name of the office or outlet. */
  name: string | null;
  /** Language of the account, of state media; ISO 639-1. */
  language: string | null;
}

/** What the spokesperson of the foreign ministry tweeted, and how often it was shared. */
export interface SpokespersonVolume {
  name: string;
  posts: number;
  /** Retweets and quotes of these tweets, as last counted by the platform. */
  shares: number;
}

/** Posts of each audited account by type, the most active account of each group and platform first. */
export async function principalVolumes(corpus: Corpus, window: DayWindow): Promise<PrincipalVolume[]> {
  return corpus.rows<PrincipalVolume>(
    `with ${windowPosts},
       counted as (select account_id, ${countsByType} from window_posts group by account_id)
     select "group", platform, name, edition as language, posts, texts, retweets, quotes, replies
     from counted join audited using (account_id)
     order by "group", platform, posts desc, account_id`,
    windowDays(window),
  );
}

/**
 * The tweets of the foreign ministry's spokesperson and their shares (claim V19); null unless exactly one account of
 * the ministry on Twitter says "spokesperson" in its name, or where it did not post.
 *
 * @example
 * await spokespersonVolume(corpus, oii2021.postingWindow); // { name: "foreign ministry, spokesperson", posts: 2036, ... }
 */
export async function spokespersonVolume(corpus: Corpus, window: DayWindow): Promise<SpokespersonVolume | null> {
  const found = await corpus.rows<SpokespersonVolume>(
    `with ${windowPosts},
       spokespersons as (
         from audited
         where category = 'foreign_ministry' and contains(lower(name), 'spokesperson') and platform = 'twitter')
     select name, count(*) as posts, coalesce(sum(shares) filter (where kind <> 'retweet'), 0)::bigint as shares
     from window_posts join spokespersons using (account_id)
     where (select count(*) from spokespersons) = 1
     group by name order by all`,
    windowDays(window),
  );
  return found[0] ?? null;
}
