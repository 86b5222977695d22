import type { RandomStream } from "./random.js";

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function normal(random: RandomStream): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()));
  return radius * Math.cos(2 * Math.PI * random.fraction());
}

/**
 * A draw from the lognormal distribution whose logarithm has mean 0: median 1, and the heavier in its tail the larger
 * `spread`.
 */
export function logNormal(random: RandomStream, spread: number): number {
  return Math.exp(spread * normal(random));
}

/**
 * Which of the items a fraction in [0, 1) falls on, given the running totals of their weights. An item of weight 0 is never
 * drawn.
 *
 * @example
 * drawn(Float64Array.of(1, 1, 4), 0.5); // 2
 */
export function drawn(runningTotals: Float64Array, fraction: number): number {
  const target = fraction * (runningTotals[runningTotals.length - 1] ?? 0);
  let low = 0;
  let high = runningTotals.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runningTotals[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The running totals of weights, as `drawn` wants them. */
export function runningTotals(weights: ArrayLike<number>): Float64Array {
  const totals = new Float64Array(weights.length);
  let total = 0;
  for (let at = 0; at < weights.length; at += 1) {
    total += weights[at] as number;
    totals[at] = total;
  }
  return totals;
}
