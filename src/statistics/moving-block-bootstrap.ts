import { type BootstrapOptions, type Interval, percentileIntervals } from "./bootstrap.js";
import { randomNumbers } from "./random-numbers.js";

/** How a moving-block bootstrap is run. */
export interface MovingBlockOptions extends BootstrapOptions {
  /** Neighbours that are drawn together. */
  block: number;
}

/**
 * Percentile bootstrap intervals of statistics of a series whose neighbours resemble each other, such as weeks (Kuensch
 * 1989, Annals of Statistics 17:1217-1241).
 *
 * Drawing weeks one by one would pretend that each starts afresh. Here stretches of neighbours are drawn, with any start,
 * and laid end to end until the series is as long as it was; what lasts no longer than a block stays whole. Longer blocks
 * keep more and leave less to vary; about the cube root of the length is usual. A series of fewer than two blocks has no
 * interval. Time and memory follow the length times the resamples.
 *
 * @param length of the series
 * @param statistics computes the statistics from the places in the series in the order drawn; null where one is undefined
 * @returns an interval for each statistic; null where it was undefined in every sample or the series is too short
 * @throws RangeError when length, block, resamples or level make no sense
 * @example
 * const series = [1, 1, 1, 1, 5, 5, 5, 5];
 * const mean = (places: Uint32Array) => [places.reduce((sum, place) => sum + (series[place] ?? 0), 0) / places.length];
 * movingBlockIntervals(8, mean, { seed: "example", block: 4 }); // [{ low: 1, high: 5 }]
 */
export function movingBlockIntervals(
  length: number,
  statistics: (places: Uint32Array) => readonly (number | null)[],
  { seed, block, ...options }: MovingBlockOptions,
): (Interval | null)[] {
  if (!Number.isInteger(length) || length < 0) throw new RangeError(`length must be a whole number: ${length}`);
  if (!Number.isInteger(block) || block < 1) throw new RangeError(`block must be at least 1: ${block}`);
  const places = Uint32Array.from({ length }, (_, place) => place);
  if (length < 2 * block) return statistics(places).map(() => null);
  const random = randomNumbers(seed);
  const starts = length - block + 1;
  return percentileIntervals(() => {
    for (let at = 0; at < length; at += block) {
      const start = Math.floor(random() * starts);
      for (let step = 0; step < block && at + step < length; step += 1) places[at + step] = start + step;
    }
    return statistics(places);
  }, options);
}
