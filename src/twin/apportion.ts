/**
 * Whole numbers in proportion to the weights that sum to the total exactly: each share rounded down, and one more for those
 * with the largest remainders (Hamilton's method), the first of equal ones first.
 *
 * @throws RangeError for a total that is not a whole number of at least 0, or weights that are negative or all 0 while there
 * is something to give
 * @example
 * apportion(10, [1, 1, 1]); // Float64Array [4, 3, 3]
 */
export function apportion(total: number, weights: ArrayLike<number>): Float64Array {
  if (!Number.isSafeInteger(total) || total < 0) throw new RangeError(`not a number of things to give out: ${total}`);
  const shares = new Float64Array(weights.length);
  if (total === 0) return shares;
  const remainders = new Float64Array(weights.length);
  let left = total - roundDown(total / sum(weights), weights, shares, remainders);
  const sorted = remainders.slice().sort();
  const smallest = sorted[sorted.length - left] ?? Number.POSITIVE_INFINITY;
  let ties = left - countAbove(remainders, smallest);
  for (let at = 0; at < shares.length && left > 0; at += 1) {
    const remainder = remainders[at] as number;
    if (remainder < smallest || (remainder === smallest && ties === 0)) continue;
    if (remainder === smallest) ties -= 1;
    shares[at] = (shares[at] as number) + 1;
    left -= 1;
  }
  return shares;
}

/** Fills in the shares rounded down, and what was cut off; returns what is given out so far. */
function roundDown(each: number, weights: ArrayLike<number>, shares: Float64Array, remainders: Float64Array): number {
  let given = 0;
  for (let at = 0; at < shares.length; at += 1) {
    const weight = weights[at] as number;
    const share = Math.floor(weight * each);
    shares[at] = share;
    remainders[at] = weight > 0 ? weight * each - share : -1; // a weight of 0 gets nothing, not even a remainder
    given += share;
  }
  return given;
}

function sum(weights: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] as number;
    if (!(weight >= 0)) throw new RangeError(`not a weight: ${weight}; weights are numbers of at least 0`);
    total += weight;
  }
  if (!(total > 0)) throw new RangeError("nobody to give to: all weights are 0");
  return total;
}

function countAbove(values: Float64Array, bound: number): number {
  let count = 0;
  for (const value of values) if (value > bound) count += 1;
  return count;
}
