import { groupedPoissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";
import type { BipartiteModel } from "./bicm.js";

/**
 * p-value of two accounts sharing at least `common` targets under the configuration model. The number of common targets is
 * Poisson-binomial with p_ao p_bo over targets o; targets of equal degree are taken together.
 *
 * Accounts of equal degree share their answers, which are kept: the cost is that of the different combinations of two degrees
 * and a count, each C x `common`^2 for C different degrees of targets.
 *
 * @returns A function of two rows and their number of common columns.
 * @throws RangeError (the function returned) when the number of common columns is not whole.
 * @example
 * commonTargetsTest(bipartiteConfigurationModel([1, 1, 2], [1, 1, 2]))(0, 2, 1).toFixed(6); // "0.607924"
 */
export function commonTargetsTest(model: BipartiteModel): (row: number, other: number, common: number) => number {
  const known = new Map<number, number>();
  const tail = classTail(model);
  const classes = model.rows.degree.length;
  return (row, other, common) => {
    const [a, b] = [model.rows.of[row] as number, model.rows.of[other] as number];
    const key = (common * classes + Math.min(a, b)) * classes + Math.max(a, b);
    let pValue = known.get(key);
    if (pValue === undefined) {
      pValue = tail(a, b, common);
      known.set(key, pValue);
    }
    return pValue;
  };
}

/**
 * How many pairs of accounts share at least `common` targets by chance alone: the sum of the p-values of all pairs. Print it
 * beside the number of pairs that do.
 *
 * Time R^2 C `common`^2 for R and C different degrees of accounts and targets.
 *
 * @throws RangeError when the number of common columns is not whole.
 * @example
 * expectedPairs(bipartiteConfigurationModel([1, 1], [1, 1]), 1).toFixed(4); // "0.4375"
 */
export function expectedPairs(model: BipartiteModel, common: number): number {
  const tail = classTail(model);
  const { size } = model.rows;
  let pairs = 0;
  for (let a = 0; a < size.length; a += 1) {
    const own = size[a] as number;
    if (own > 1) pairs += ((own * (own - 1)) / 2) * tail(a, a, common);
    for (let b = a + 1; b < size.length; b += 1) pairs += own * (size[b] as number) * tail(a, b, common);
  }
  return pairs;
}

function classTail(model: BipartiteModel): (a: number, b: number, common: number) => number {
  const { size } = model.columns;
  const both = new Float64Array(size.length);
  return (a, b, common) => {
    for (let column = 0; column < both.length; column += 1) {
      both[column] = model.classProbability(a, column) * model.classProbability(b, column);
    }
    return groupedPoissonBinomialUpperTail(both, size, common);
  };
}
