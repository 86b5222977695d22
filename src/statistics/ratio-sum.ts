/**
 * A tail of a distribution over its first term: `1 + r(0) + r(0) r(1) + ...`, where `r(step)` is the ratio of a term to the
 * one before it.
 *
 * Only positive numbers are added, so nothing cancels. The ratios must fall and reach 0 or stay below 1, which the tails
 * beyond the mode of a log-concave distribution do. Stops when the next term no longer counts.
 *
 * @example
 * ratioSum(() => 0.5); // 2
 */
export function ratioSum(ratio: (step: number) => number): number {
  let sum = 1;
  let term = 1;
  for (let step = 0; ; step += 1) {
    term *= ratio(step);
    if (!(term > sum * 1e-18)) return sum;
    sum += term;
  }
}
