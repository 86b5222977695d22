import type { Corpus } from "../corpus/corpus.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";
import { type ActiveAccounts, type ActivityBorders, activityKinds, activityParameters } from "./active-accounts.js";
import { diplomatLags, windowRetweets } from "./window-retweets.js";

/** How fast accounts followed one retweet of a diplomat by the next. */
export interface RetweetLags {
  amplifiers: ActiveAccounts;
  /** Fewest retweets in the window by which an account belongs here. */
  fewest: number;
  accounts: number;
  retweets: number;
  /** Quartiles over accounts of the account's median lag in seconds; an account with one retweet has none. */
  lowerQuartile: number | null;
  median: number | null;
  upperQuartile: number | null;
  /** Accounts whose median lag is under a minute, of those that have one. */
  underMinute: Proportion;
  /** Lags of at most 10 and 60 seconds, of all lags of these accounts together. */
  within10: Proportion;
  within60: Proportion;
}

/**
 * Lags between an account's consecutive retweets of diplomats, for the most active accounts and the others (claim G9).
 *
 * The median of an account's lags is robust against nights and holidays; the median over accounts says how the middle
 * account behaved. Shares of all lags together are dominated by the busiest accounts, and their Wilson intervals take lags
 * one by one although an account's lags resemble each other.
 *
 * @example
 * const lags = await retweetLags(corpus, oii2021, await activeAccounts(corpus, oii2021));
 */
export async function retweetLags(
  corpus: Corpus,
  study: Study,
  borders: ActivityBorders | null,
): Promise<RetweetLags[]> {
  if (!borders) return [];
  const rows = await corpus.rows<LagCounts>(lagCounts, activityParameters(study, borders));
  return rows.map(({ lags, medians, underMinute, within10, within60, ...row }) => ({
    ...row,
    underMinute: proportion(underMinute, medians),
    within10: proportion(within10, lags),
    within60: proportion(within60, lags),
  }));
}

interface LagCounts extends Omit<RetweetLags, "underMinute" | "within10" | "within60"> {
  lags: number;
  medians: number;
  underMinute: number;
  within10: number;
  within60: number;
}

const lagCounts = `
  with ${windowRetweets}, ${diplomatLags}, ${activityKinds},
  per_account as (
    select account_id, count(*) as retweets, count(seconds) as lags, median(seconds) as median,
           count(*) filter (where seconds <= 10) as within10, count(*) filter (where seconds <= 60) as within60
    from diplomat_lags group by all)
  select kinds.amplifiers, kinds.fewest, count(*) as accounts, sum(retweets)::bigint as retweets,
         quantile_cont(median, 0.25) as "lowerQuartile", median(median) as median,
         quantile_cont(median, 0.75) as "upperQuartile",
         count(median) as medians, count(*) filter (where median < 60) as "underMinute",
         sum(lags)::bigint as lags, sum(within10)::bigint as within10, sum(within60)::bigint as within60
  from per_account join kinds on retweets between fewest and most
  group by all order by fewest desc, amplifiers`;
