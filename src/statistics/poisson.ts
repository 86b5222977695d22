import { logPoissonDensity } from "./log-density.js";
import { ratioSum } from "./ratio-sum.js";

/**
 * Probability of at most `count` events where `mean` are expected: the Poisson lower tail, exact on both sides of the mean.
 * Time grows with the square root of the mean.
 *
 * @throws RangeError when the count is not a whole number or the mean is negative.
 * @example
 * poissonLowerTail(1, 2).toFixed(6); // "0.406006"
 */
export function poissonLowerTail(count: number, mean: number): number {
  check(count, mean);
  if (count < 0) return 0;
  if (count < mean) return Math.min(1, upToMean(count, mean));
  return 1 - beyondMean(count + 1, mean);
}

/**
 * Probability of at least `count` events where `mean` are expected; the counterpart of {@link poissonLowerTail}.
 *
 * @throws RangeError when the count is not a whole number or the mean is negative.
 * @example
 * poissonUpperTail(2, 2).toFixed(6); // "0.593994"
 */
export function poissonUpperTail(count: number, mean: number): number {
  check(count, mean);
  if (count <= 0) return 1;
  if (count > mean) return Math.min(1, beyondMean(count, mean));
  return 1 - upToMean(count - 1, mean);
}

function upToMean(count: number, mean: number): number {
  return Math.exp(logPoissonDensity(count, mean)) * ratioSum((step) => (count - step) / mean);
}

function beyondMean(count: number, mean: number): number {
  return Math.exp(logPoissonDensity(count, mean)) * ratioSum((step) => mean / (count + step + 1));
}

function check(count: number, mean: number): void {
  if (!Number.isInteger(count)) throw new RangeError(`count must be a whole number: ${count}`);
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) throw new RangeError(`mean must be at least 0: ${mean}`);
}
