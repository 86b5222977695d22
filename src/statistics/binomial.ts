import { logBinomialDensity } from "./log-density.js";
import { ratioSum } from "./ratio-sum.js";

/**
 * Probability of at least `count` successes in `trials` independent trials: how surprising a count is when each trial
 * succeeds by chance alone.
 *
 * Summed outwards from the first term, in logarithms, so that it is exact in the far tail where a normal approximation is
 * wrong by orders of magnitude. Time grows with the square root of the trials.
 *
 * @throws RangeError when counts are not whole numbers or the probability is not in 0..1.
 * @example
 * binomialUpperTail(4, 5, 0.5).toFixed(4); // "0.1875"
 */
export function binomialUpperTail(count: number, trials: number, probability: number): number {
  return Math.exp(logBinomialUpperTail(count, trials, probability));
}

/**
 * Probability of at most `count` successes; the counterpart of {@link binomialUpperTail}.
 *
 * @throws RangeError when counts are not whole numbers or the probability is not in 0..1.
 * @example
 * binomialLowerTail(1, 5, 0.5).toFixed(4); // "0.1875"
 */
export function binomialLowerTail(count: number, trials: number, probability: number): number {
  check(count, trials, probability);
  return Math.exp(logUpperTail(trials - count, trials, 1 - probability, probability));
}

/**
 * Logarithm of {@link binomialUpperTail}, for tails below the smallest number a computer holds.
 *
 * @throws RangeError when counts are not whole numbers or the probability is not in 0..1.
 * @example
 * logBinomialUpperTail(1000, 1000, 0.1).toFixed(3); // "-2302.585"
 */
export function logBinomialUpperTail(count: number, trials: number, probability: number): number {
  check(count, trials, probability);
  return logUpperTail(count, trials, probability, 1 - probability);
}

function logUpperTail(count: number, trials: number, success: number, failure: number): number {
  if (count <= 0) return 0;
  if (count > trials || success === 0) return Number.NEGATIVE_INFINITY;
  if (failure === 0) return 0;
  if (count > trials * success) return logBeyond(count, trials, success, failure);
  return Math.log1p(-Math.exp(logBeyond(trials - count + 1, trials, failure, success)));
}

/** The upper tail where it lies beyond the mean, so that its terms fall. */
function logBeyond(count: number, trials: number, success: number, failure: number): number {
  const odds = success / failure;
  const tail = ratioSum((step) => ((trials - count - step) / (count + step + 1)) * odds);
  return Math.min(0, logBinomialDensity(count, trials, success, failure) + Math.log(tail));
}

function check(count: number, trials: number, probability: number): void {
  if (!Number.isInteger(count) || !Number.isInteger(trials) || trials < 0) {
    throw new RangeError(`not a count of trials: ${count} of ${trials}; both are whole numbers, trials at least 0`);
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must be in 0..1: ${probability}`);
  }
}
