import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import type { DayWindow, Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { firstDayOfWeek } from "../study/week.js";
import { countsByType, type PostsByType, sumsByType, windowDays, windowPosts } from "./window-posts.js";

/** What one group posted on one platform on a day. */
export interface DayVolume extends PostsByType {
  group: PrincipalGroup;
  platform: Platform;
  day: UtcDay;
}

/** What one group posted on one platform in the part of a week that lies in the window. */
export interface WeekVolume {
  group: PrincipalGroup;
  platform: Platform;
  /** First day of the week, on the study's day; it may lie before the window. */
  week: UtcDay;
  /** Days of the week that lie in the window: fewer than 7 in a first and last week that are cut. */
  days: number;
  posts: number;
  perDay: number;
}

/** Posts of each UTC day of a window, days without posts included, for every group and platform that posted in it. */
export async function dailyVolumes(corpus: Corpus, window: DayWindow): Promise<DayVolume[]> {
  return corpus.rows<DayVolume>(
    `with ${windowPosts},
       by_account as (
         select account_id, created_at::date as day, ${countsByType}
         from window_posts group by account_id, created_at::date),
       counted as (
         select "group", platform, day, ${sumsByType}
         from by_account join audited using (account_id) group by "group", platform, day)
     select "group", platform, day,
            coalesce(posts, 0) as posts, coalesce(texts, 0) as texts, coalesce(retweets, 0) as retweets,
            coalesce(quotes, 0) as quotes, coalesce(replies, 0) as replies
     from (select distinct "group", platform from counted)
     cross join (select unnest(range($from::timestamp, $to::timestamp + interval 1 day, interval 1 day))::date as day)
     left join counted using ("group", platform, day)
     order by all`,
    windowDays(window),
  );
}

/**
 * Posts of each week, from the posts of each day. The papers' weeks begin on Sunday, so that their first one, from
 * 7 June 2020, has only five days in the window: compare weeks by their posts a day.
 *
 * @param daily days of each group and platform in their order, as `dailyVolumes` gives them
 * @example
 * weeklyVolumes(daily, "sunday")[0]; // { ..., week: "2020-06-07", days: 5, ... }
 */
export function weeklyVolumes(daily: DayVolume[], weekStart: Study["weekStart"]): WeekVolume[] {
  const weeks: WeekVolume[] = [];
  for (const { group, platform, day, posts } of daily) {
    const week = firstDayOfWeek(day, weekStart);
    const last = weeks.at(-1);
    if (last?.group === group && last.platform === platform && last.week === week) {
      last.days += 1;
      last.posts += posts;
      last.perDay = last.posts / last.days;
    } else {
      weeks.push({ group, platform, week, days: 1, posts, perDay: posts });
    }
  }
  return weeks;
}
