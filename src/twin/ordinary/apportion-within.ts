import { apportion } from "../apportion.js";

/**
 * Whole numbers in proportion to the weights that sum to the total exactly, none above its limit; what a limit cuts off goes
 * to the others.
 *
 * @throws RangeError when the parts with a weight have no room for the total
 * @example
 * apportionWithin(10, [1, 1, 2], [9, 9, 3]); // Int32Array [4, 3, 3]
 */
export function apportionWithin(total: number, weights: ArrayLike<number>, limits: ArrayLike<number>): Int32Array {
  const parts = new Int32Array(weights.length);
  const room = (at: number) => (limits[at] ?? 0) - (parts[at] ?? 0);
  let left = total;
  while (left > 0) {
    const open = Float64Array.from(parts, (_, at) => (room(at) > 0 ? (weights[at] ?? 0) : 0));
    if (!open.some((weight) => weight > 0)) throw new RangeError(`no room for ${left} of ${total}; raise the limits`);
    apportion(left, open).forEach((share, at) => {
      const given = Math.min(share, room(at));
      parts[at] = (parts[at] ?? 0) + given;
      left -= given;
    });
  }
  return parts;
}
