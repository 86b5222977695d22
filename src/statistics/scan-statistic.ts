import { binomialUpperTail } from "./binomial.js";
import { logBinomialDensity } from "./log-density.js";

/**
 * Probability that some window of the period holds at least `count` of `events` that fall anywhere with equal chance: is a
 * burst of account creations more than a coincidence somewhere?
 *
 * Approximation of Wallenstein and Neff 1987 (Statistics in Medicine 6:197-207), good where the result is small; above about
 * .1 it can be far off and is cut at 1. Uniform creation is a poor model of Twitter, whose growth came in waves: prefer
 * `scanAgainstBenchmark`. Constant time in the period.
 *
 * @param window The window as a fraction of the period, between 0 and 1.
 * @throws RangeError when a count is not whole or the window is not between 0 and 1.
 * @example
 * scanTail({ count: 5, events: 62, window: 7 / 730 }).toFixed(6); // "0.139533"
 */
export function scanTail({ count, events, window }: { count: number; events: number; window: number }): number {
  if (!Number.isInteger(count) || !Number.isInteger(events) || events < 0) {
    throw new RangeError(`not a count of events: ${count} of ${events}; both are whole numbers, events at least 0`);
  }
  if (!(window > 0 && window < 1)) throw new RangeError(`window must be a fraction between 0 and 1: ${window}`);
  if (count <= Math.max(1, events * window)) return events > 0 || count <= 0 ? 1 : 0;
  const density = Math.exp(logBinomialDensity(count, events, window));
  const tail = (count / window - events - 1) * density + 2 * binomialUpperTail(count, events, window);
  return Math.min(1, tail);
}

/** The fullest window of a set of times. */
export interface FullestWindow {
  /** Time of its first event, in the unit of the times. */
  start: number;
  count: number;
}

/**
 * The window of the given length that holds most events, both ends included; the earliest where several tie.
 *
 * @param sortedTimes Ascending, in the unit of the length.
 * @throws RangeError when there is no time, the times are not ascending, or the length is negative.
 * @example
 * fullestWindow([0, 10, 11, 12, 30], 2); // {"start":10,"count":3}
 */
export function fullestWindow(sortedTimes: ArrayLike<number>, length: number): FullestWindow {
  if (sortedTimes.length === 0) throw new RangeError("no times to scan: 0; give at least one");
  if (!(length >= 0)) throw new RangeError(`length of a window must be at least 0: ${length}`);
  let fullest = { start: sortedTimes[0] as number, count: 0 };
  let first = 0;
  for (let last = 0; last < sortedTimes.length; last += 1) {
    const time = sortedTimes[last] as number;
    if (!(time >= (sortedTimes[Math.max(0, last - 1)] as number))) {
      throw new RangeError(`time ${last + 1} is earlier than the one before it, or not a number: ${time}; sort them`);
    }
    while (time - (sortedTimes[first] as number) > length) first += 1;
    if (last - first + 1 > fullest.count) fullest = { start: sortedTimes[first] as number, count: last - first + 1 };
  }
  return fullest;
}
