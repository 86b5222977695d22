import { type BootstrapOptions, bootstrapIntervals, type Interval } from "./bootstrap.js";
import { gini, topAccounts, topShare, topShareByQuantile } from "./concentration.js";
import { type CountHistogram, type Counts, countHistogram, totals } from "./count-histogram.js";
import type { QuantileType } from "./quantile.js";

/** A statistic with its 95% bootstrap interval; nulls where it is undefined. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** What the most active part of the accounts made. */
export interface TopShare {
  /** Part of the accounts, 0..1. */
  part: number;
  /** So many accounts. */
  accounts: number;
  /** So many events of theirs. */
  events: number;
  /** Over all events. */
  share: Estimate;
}

/** How unevenly events are spread over accounts. */
export interface Concentration {
  accounts: number;
  events: number;
  gini: Estimate;
  top: TopShare[];
  /** The share of the top 1% by the quantile of running totals, as the papers compute it. */
  topOneByQuantile: Estimate;
}

/** The parts that the papers look at: the most active 0.1%, 1%, 5% and 10% of the accounts. */
export const topParts = [0.001, 0.01, 0.05, 0.1] as const;

/** Options of `concentration`. */
export interface ConcentrationOptions extends BootstrapOptions {
  /** Type of the quantile in the papers' definition; 7 if left out. */
  type?: QuantileType;
}

/**
 * Gini coefficient and top shares of events over accounts, each with a 95% interval from resampling the accounts.
 *
 * @param counts events of each account; accounts with none take part if they are given as 0
 * @throws RangeError when a count is not a whole number of at least 0
 * @example
 * concentration([1, 1, 1, 1, 96], { seed: "example" }).gini.value?.toFixed(2); // "0.76"
 */
export function concentration(counts: Counts, { type = 7, ...options }: ConcentrationOptions): Concentration {
  const histogram = countHistogram(counts);
  const statistics = (drawn: ArrayLike<number>) => statisticsOf({ counts: histogram.counts, accounts: drawn }, type);
  const intervals = bootstrapIntervals(histogram.accounts, statistics, options);
  const [giniValue, byQuantile, ...shares] = statistics(histogram.accounts).map((value, at) =>
    estimate(value, intervals[at] ?? null),
  );
  const { accounts, events } = totals(histogram);
  return {
    accounts,
    events,
    gini: giniValue ?? undefinedEstimate,
    top: topParts.map((part, at) => {
      const share = shares[at] ?? undefinedEstimate;
      const top = accounts === 0 ? 0 : topAccounts(accounts, part);
      return { part, accounts: top, events: Math.round((share.value ?? 0) * events), share };
    }),
    topOneByQuantile: byQuantile ?? undefinedEstimate,
  };
}

const undefinedEstimate: Estimate = { value: null, low: null, high: null };

function statisticsOf(histogram: CountHistogram, type: QuantileType): (number | null)[] {
  const shares = topParts.map((part) => topShare(histogram, part));
  return [gini(histogram), topShareByQuantile(histogram, 0.01, type), ...shares];
}

function estimate(value: number | null, interval: Interval | null): Estimate {
  return { value, low: interval?.low ?? null, high: interval?.high ?? null };
}
