/**
 * Rank from above: for each account the share of all accounts that reach its value, itself counted. .01 is the highest
 * percent.
 *
 * Whatever the distribution of the values, at most 5% of exchangeable accounts have a rank of .05 or less, so it may be
 * read as a p-value of one account chosen beforehand; a correction for having looked at all of them leaves nothing,
 * because somebody is always first. Accounts without a value (NaN) have none and are not compared with. Time n log n.
 *
 * @returns NaN where there is no value.
 * @example
 * [...ranksFromAbove([3, 1, 2, 3])]; // [0.5, 1, 0.75, 0.5]
 */
export function ranksFromAbove(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return Float64Array.from(values, (value) => {
    if (Number.isNaN(value)) return Number.NaN;
    return (sorted.length - placeOf(sorted, value)) / sorted.length;
  });
}

/**
 * The first place in ascending values whose value is at least the given one; their number where none is. Time log n.
 *
 * @example
 * placeOf([1, 2, 2, 5], 2); // 1
 */
export function placeOf(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first place in ascending values whose value is above the given one. Time log n.
 *
 * @example
 * placeAfter([1, 2, 2, 5], 2); // 3
 */
export function placeAfter(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
