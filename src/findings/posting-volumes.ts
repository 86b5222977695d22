import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import type { DayWindow, Study } from "../study/study.js";
import { daysBetween, utcDay } from "../study/time.js";
import {
  type PrincipalVolume,
  principalVolumes,
  type SpokespersonVolume,
  spokespersonVolume,
} from "./post-accounts.js";
import { type DayVolume, dailyVolumes, type WeekVolume, weeklyVolumes } from "./post-series.js";
import { type VolumeAndEngagement, volumeAndEngagement } from "./volume-table.js";
import { countsByType, type PostsByType, sumsByType, windowDays, windowPosts } from "./window-posts.js";

/** What one group posted on one platform in a window. */
export interface PostingVolume extends PostsByType {
  group: PrincipalGroup;
  platform: Platform;
  /** Accounts that posted at least once. */
  accounts: number;
}

/** Posts a day, by both ways of counting the days of a window. */
export interface PostsPerDay {
  group: PrincipalGroup;
  platform: Platform;
  posts: number;
  /** Difference of the first and the last day. */
  daysBetween: number;
  perDayBetween: number;
  /** Days from the first to the last, both counted. */
  daysCovered: number;
  perDayCovered: number;
}

/** What the accounts of one language posted. */
export interface EditionVolume extends PostsByType {
  group: PrincipalGroup;
  platform: Platform;
  /** Language of the account, ISO 639-1; null where it has none, as diplomats. */
  edition: string | null;
}

/** What was posted in one language, as the platform detected it in the text. */
export interface LanguageVolume {
  group: PrincipalGroup;
  platform: Platform;
  /** ISO 639-1; null where the platform named none. */
  language: string | null;
  posts: number;
}

/** All that this finding computes: what its figures, its claims and its page are made from. Empty without posts. */
export interface PostingVolumesResults {
  window: DayWindow;
  volumes: PostingVolume[];
  perDay: PostsPerDay[];
  editions: EditionVolume[];
  /** Posts by the language of the account, with what they drew: table 1 of the first paper. */
  table: VolumeAndEngagement[];
  languages: LanguageVolume[];
  daily: DayVolume[];
  weekly: WeekVolume[];
  principals: PrincipalVolume[];
  spokesperson: SpokespersonVolume | null;
  /** What the groups had posted by the end of the older draft's window. */
  olderDraft: PostingVolume[];
}

/** Last day of the window of an older draft, whose figure splits the diplomats' posts by type (claim V20). */
export const olderDraftEnd = utcDay("2020-12-08");

/** Computes the whole finding. */
export async function postingVolumesResults(corpus: Corpus, study: Study): Promise<PostingVolumesResults> {
  const window = study.postingWindow;
  const volumes = await postingVolumes(corpus, window);
  const daily = await dailyVolumes(corpus, window);
  return {
    window,
    volumes,
    perDay: postsPerDay(volumes, window),
    editions: await editionVolumes(corpus, window),
    table: await volumeAndEngagement(corpus, window),
    languages: await languageVolumes(corpus, window),
    daily,
    weekly: weeklyVolumes(daily, study.weekStart),
    principals: await principalVolumes(corpus, window),
    spokesperson: await spokespersonVolume(corpus, window),
    olderDraft: await postingVolumes(corpus, { from: window.from, to: olderDraftEnd }),
  };
}

/**
 * Posts of each group on each platform, by type (claims V1, V6, V8, V12 and V20).
 *
 * The papers count what an account sent: its own retweets, quotes and replies are posts of its own. Only accounts that
 * posted in the window are counted as accounts.
 *
 * @example
 * (await postingVolumes(corpus, oii2021.postingWindow))[0]; // { group: "diplomat", platform: "facebook", posts: 34041, ... }
 */
export async function postingVolumes(corpus: Corpus, window: DayWindow): Promise<PostingVolume[]> {
  return corpus.rows<PostingVolume>(
    `with ${windowPosts},
       counted as (select account_id, ${countsByType} from window_posts group by account_id)
     select "group", platform, count(*) as accounts, ${sumsByType}
     from counted join audited using (account_id) group by "group", platform order by all`,
    windowDays(window),
  );
}

/**
 * Posts a day (claim V2), once over the difference of the window's two days and once over the days that it covers.
 *
 * The paper's 778 tweets a day are 201,382 over the difference, 259; the window covers 260 days, which gives 775.
 *
 * @throws RangeError for a window that ends before its second day, whose difference is no number of days
 * @example
 * postsPerDay(volumes, oii2021.postingWindow)[0]; // { ..., daysBetween: 259, daysCovered: 260, ... }
 */
export function postsPerDay(volumes: PostingVolume[], { from, to }: DayWindow): PostsPerDay[] {
  const between = daysBetween(from, to);
  if (between < 1) throw new RangeError(`window is shorter than two days: ${from} to ${to}; take a longer one`);
  return volumes.map(({ group, platform, posts }) => ({
    group,
    platform,
    posts,
    daysBetween: between,
    perDayBetween: posts / between,
    daysCovered: between + 1,
    perDayCovered: posts / (between + 1),
  }));
}

/** Posts by the language of the account that sent them, as state media keep one account a language. */
export async function editionVolumes(corpus: Corpus, window: DayWindow): Promise<EditionVolume[]> {
  return corpus.rows<EditionVolume>(
    `with ${windowPosts},
       counted as (select account_id, ${countsByType} from window_posts group by account_id)
     select "group", platform, edition, ${sumsByType}
     from counted join audited using (account_id)
     group by "group", platform, edition order by "group", platform, edition nulls first`,
    windowDays(window),
  );
}

/** Posts by the language of their text, which need not be the account's. */
export async function languageVolumes(corpus: Corpus, window: DayWindow): Promise<LanguageVolume[]> {
  return corpus.rows<LanguageVolume>(
    `with ${windowPosts},
       counted as (select account_id, language, count(*) as posts from window_posts group by account_id, language)
     select "group", platform, language, sum(posts)::bigint as posts
     from counted join audited using (account_id)
     group by "group", platform, language order by "group", platform, posts desc, language nulls last`,
    windowDays(window),
  );
}
