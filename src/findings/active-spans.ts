import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { windowDays } from "./window-posts.js";

/** How long suspended accounts had amplified the principals: from the first to the last amplification seen. */
export interface ActiveSpan {
  /** Day on which the accounts were found suspended. */
  day: UtcDay;
  /** All of them, or only those with at least two amplifications. */
  amplifiers: "all" | "at least two amplifications";
  accounts: number;
  /** Days, with fractions; null where there are no such accounts. */
  lowerQuartile: number | null;
  median: number | null;
  upperQuartile: number | null;
  /** Accounts whose amplifications lie at least 14 days apart. */
  weeks: number;
  /** Accounts whose amplifications lie at least 60 days apart. */
  months: number;
}

/**
 * Days from the first to the last amplification of accounts that were later suspended (claim G13).
 *
 * Retweets, quotes and replies count, of diplomats and state media alike, inside the amplification window. An account seen
 * once has a span of 0 days, which says nothing about how long it was active: so the spans come with such accounts and
 * without. All spans are too short, since an account may have been active before and after what was collected.
 *
 * @example
 * const [all] = await activeSpans(corpus, oii2021);
 */
export async function activeSpans(corpus: Corpus, study: Study): Promise<ActiveSpan[]> {
  return corpus.rows<ActiveSpan>(spans, {
    ...windowDays(study.amplificationWindow),
    days: study.statusDays.join(","),
  });
}

const spans = `
  with days as (select unnest(string_split($days, ','))::date as day),
  suspended as (
    select s.observed_on as day, s.account_id from statuses s
    where s.status = 'suspended' and s.observed_on in (select day from days)),
  amplifiers as (
    select account_id, count(*) as amplifications,
           (epoch_us(max(created_at)) - epoch_us(min(created_at))) / 86400e6 as span
    from amplifications
    where created_at >= $from::date and created_at < $to::date + 1
      and account_id in (select account_id from suspended)
    group by all),
  kinds as (select * from (values ('all', 1), ('at least two amplifications', 2)) as kinds (amplifiers, least))
  select day, kinds.amplifiers, count(*) as accounts,
         quantile_cont(span, 0.25) as "lowerQuartile", median(span) as median, quantile_cont(span, 0.75) as "upperQuartile",
         count(*) filter (where span >= 14) as weeks, count(*) filter (where span >= 60) as months
  from suspended join amplifiers using (account_id) join kinds on amplifications >= least
  group by all order by all`;
