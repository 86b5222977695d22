/** Two of the nine ways to read a quantile off a sample: 1 takes a value of the sample, 7 goes between two of them. */
export type QuantileType = 1 | 7;

/**
 * A quantile of sorted values (Hyndman and Fan 1996, The American Statistician 50:361-365).
 *
 * Type 7 interpolates and is what R, NumPy and DuckDB's `quantile_cont` use; type 1 is the smallest value that at least
 * that part of the sample does not exceed. On few values the two differ visibly: the papers use both. Constant time.
 *
 * @param sorted values in ascending order; they are not sorted here
 * @returns null where there are no values
 * @throws RangeError when the part is not in 0..1
 * @example
 * quantile([1, 2, 3, 4], 0.5); // 2.5
 * quantile([1, 2, 3, 4], 0.5, 1); // 2
 */
export function quantile(sorted: ArrayLike<number>, part: number, type: QuantileType = 7): number | null {
  return sorted.length === 0 ? null : quantileAt(sorted.length, part, type, (at) => sorted[at] as number);
}

/**
 * The same for values that are computed when asked for, such as running totals: `valueAt(0)` is the smallest of `length`.
 *
 * @throws RangeError when the part is not in 0..1 or there are no values
 */
export function quantileAt(
  length: number,
  part: number,
  type: QuantileType,
  valueAt: (index: number) => number,
): number {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`part must be in 0..1: ${part}`);
  if (length < 1) throw new RangeError(`quantile of no values: length ${length}`);
  if (type === 1) return valueAt(Math.max(0, wholeUp(length * part) - 1));
  const position = (length - 1) * part;
  const below = Math.floor(position);
  const low = valueAt(below);
  return position === below ? low : low + (position - below) * (valueAt(below + 1) - low);
}

/**
 * The next whole number, where a product that should be whole is not lifted by its rounding error: 0.07 of 100 is 7, not 8.
 *
 * @example
 * wholeUp(100 * 0.07); // 7
 */
export function wholeUp(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= 1e-9 * Math.max(1, nearest) ? nearest : Math.ceil(value);
}
