import { poissonLowerTail } from "./poisson.js";

/**
 * One p-value from several **independent** ones, by the sum of their logarithms (Fisher 1932, Statistical Methods for
 * Research Workers, section 21.1). Weak evidence from many sides adds up.
 *
 * The tail of chi-squared with twice as many degrees of freedom as p-values is a Poisson sum, so nothing is approximated.
 * Where the traces may depend on each other use {@link cauchyCombination}.
 *
 * @throws RangeError when there is no p-value, or one is not in 0..1.
 * @example
 * fisherCombination([0.05, 0.05]).toFixed(6); // "0.017479"
 */
export function fisherCombination(pValues: ArrayLike<number>): number {
  check(pValues);
  let surprise = 0;
  for (let at = 0; at < pValues.length; at += 1) surprise -= Math.log(pValues[at] as number);
  return surprise === Number.POSITIVE_INFINITY ? 0 : poissonLowerTail(pValues.length - 1, surprise);
}

/** p-values above this count as this: see {@link cauchyCombination}. */
const largestCounted = 0.99;

/**
 * One p-value from several that may **depend** on each other in unknown ways: the mean of their Cauchy scores (Liu and Xie
 * 2020, Journal of the American Statistical Association 115:393-402). About as large as the smallest p-value times how many
 * there are; it does not gain from many weak ones as Fisher's does.
 *
 * A p-value of 1, common for counts, would have a score of minus infinity and veto all others; scores are therefore cut off
 * at p = .99 (Fang et al. 2023, Statistica Sinica 33:1115-1142), which also makes .99 the largest result.
 *
 * @param weights How much each counts; equal when left out.
 * @throws RangeError when there is no p-value, one is not in 0..1, or the weights are not positive and one for each.
 * @example
 * cauchyCombination([0.01, 0.5]).toFixed(6); // "0.019980"
 */
export function cauchyCombination(pValues: ArrayLike<number>, weights?: ArrayLike<number>): number {
  check(pValues);
  if (weights && weights.length !== pValues.length) {
    throw new RangeError(`${weights.length} weights for ${pValues.length} p-values; give one for each`);
  }
  let score = 0;
  let total = 0;
  for (let at = 0; at < pValues.length; at += 1) {
    const weight = weights ? (weights[at] as number) : 1;
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`weight must be positive: ${weight}`);
    score += weight / Math.tan(Math.PI * Math.min(pValues[at] as number, largestCounted));
    total += weight;
  }
  return Math.atan2(1, score / total) / Math.PI;
}

function check(pValues: ArrayLike<number>): void {
  if (pValues.length === 0) throw new RangeError("no p-values to combine: 0; give at least one");
  for (let at = 0; at < pValues.length; at += 1) {
    const value = pValues[at] as number;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p-value must be in 0..1: ${value}`);
  }
}
