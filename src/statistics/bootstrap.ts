import { sampler } from "./draw.js";
import { quantile } from "./quantile.js";
import { randomNumbers } from "./random-numbers.js";

/** An interval of a statistic. */
export interface Interval {
  low: number;
  high: number;
}

/** How a bootstrap is run. */
export interface BootstrapOptions {
  /** Names the random numbers: the same name gives the same intervals. */
  seed: string;
  /** Samples drawn; 1,000 if left out. */
  resamples?: number;
  /** Share of the samples inside the interval; 0.95 if left out. */
  level?: number;
}

/**
 * Percentile bootstrap intervals of one or more statistics of a sample (Efron 1979, Annals of Statistics 7:1-26).
 *
 * The unit that is drawn must be what varies independently. Retweets of one account are not independent of each other, so
 * accounts are drawn, each with all its retweets; an interval over single retweets would be far too narrow. Units that do
 * not differ in what the statistics look at are given as one kind with their number, which draws the same samples at the
 * cost of the kinds instead of the units.
 *
 * With few units, or where one unit makes most of the total, the intervals are too short: no resample holds an account more
 * active than the most active one seen.
 *
 * @param units how many units there are of each kind
 * @param statistics computes the statistics from how often each kind was drawn; null where one is undefined in that sample
 * @returns an interval for each statistic; null where it was undefined in every sample
 * @throws RangeError when resamples or level make no sense
 * @example
 * const mean = (drawn: ArrayLike<number>) => [((drawn[0] ?? 0) * 1 + (drawn[1] ?? 0) * 5) / 100];
 * bootstrapIntervals([80, 20], mean, { seed: "example" }); // about [{ low: 1.5, high: 2.1 }]
 */
export function bootstrapIntervals(
  units: ArrayLike<number>,
  statistics: (drawn: ArrayLike<number>) => readonly (number | null)[],
  { seed, ...options }: BootstrapOptions,
): (Interval | null)[] {
  const random = randomNumbers(seed);
  const draw = sampler(units);
  return percentileIntervals(() => statistics(draw(random)), options);
}

/**
 * Percentile intervals of statistics that are computed anew on each resample: what every bootstrap ends with, however it
 * draws.
 *
 * @param resample draws and gives the statistics; null where one is undefined
 * @throws RangeError when resamples or level make no sense
 * @example
 * percentileIntervals(() => [3, null]); // [{ low: 3, high: 3 }, null]
 */
export function percentileIntervals(
  resample: () => readonly (number | null)[],
  { resamples = 1000, level = 0.95 }: Omit<BootstrapOptions, "seed"> = {},
): (Interval | null)[] {
  if (!Number.isInteger(resamples) || resamples < 1) throw new RangeError(`resamples must be at least 1: ${resamples}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1: ${level}`);
  const values: number[][] = [];
  for (let drawn = 0; drawn < resamples; drawn += 1) {
    resample().forEach((value, at) => {
      values[at] ??= [];
      if (value !== null) values[at].push(value);
    });
  }
  return values.map((drawn) => interval(Float64Array.from(drawn).sort(), level));
}

function interval(sorted: Float64Array, level: number): Interval | null {
  const low = quantile(sorted, (1 - level) / 2);
  const high = quantile(sorted, (1 + level) / 2);
  return low === null || high === null ? null : { low, high };
}
