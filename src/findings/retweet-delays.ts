import type { Corpus } from "../corpus/corpus.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";
import { type ActiveAccounts, type ActivityBorders, activityKinds, activityParameters } from "./active-accounts.js";
import { diplomatLags, windowRetweets } from "./window-retweets.js";

/** How soon after a post accounts retweeted it. */
export interface RetweetDelays {
  amplifiers: ActiveAccounts;
  fewest: number;
  /** Retweets at most 10 and 60 seconds after the post, of those whose post is dated. */
  within10: Proportion;
  within60: Proportion;
  /** Quantiles in seconds over all these retweets together. */
  tenth: number | null;
  quarter: number | null;
  median: number | null;
}

/**
 * Seconds from a post to its retweet, for the most active accounts and the others (claim G14).
 *
 * Another thing than the lag: whoever works through a morning's posts at one a second has lags of a second and delays of
 * hours. Retweets whose post is not dated, or dated after them, are left out.
 *
 * @example
 * const delays = await retweetDelays(corpus, oii2021, await activeAccounts(corpus, oii2021));
 */
export async function retweetDelays(
  corpus: Corpus,
  study: Study,
  borders: ActivityBorders | null,
): Promise<RetweetDelays[]> {
  if (!borders) return [];
  const rows = await corpus.rows<DelayCounts>(delayCounts, activityParameters(study, borders));
  return rows.map(({ delays, within10, within60, ...row }) => ({
    ...row,
    within10: proportion(within10, delays),
    within60: proportion(within60, delays),
  }));
}

interface DelayCounts extends Omit<RetweetDelays, "within10" | "within60"> {
  delays: number;
  within10: number;
  within60: number;
}

const delayCounts = `
  with ${windowRetweets}, ${diplomatLags}, ${activityKinds},
  per_account as (select account_id, count(*) as retweets from diplomat_lags group by all)
  select kinds.amplifiers, kinds.fewest, count(delay) as delays,
         count(*) filter (where delay <= 10) as within10, count(*) filter (where delay <= 60) as within60,
         quantile_cont(delay, 0.1) as tenth, quantile_cont(delay, 0.25) as quarter, median(delay) as median
  from diplomat_lags join per_account using (account_id) join kinds on retweets between fewest and most
  group by all order by fewest desc, amplifiers`;
