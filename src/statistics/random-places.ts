import type { RandomNumbers } from "./random-numbers.js";

/**
 * So many different places out of `all`, ascending, each choice as likely as any other (Floyd's algorithm: Bentley and
 * Floyd 1987, Communications of the ACM 30:754-757). Time follows the size, not `all`.
 *
 * @throws RangeError when the numbers are not whole, or more places are wanted than there are.
 * @example
 * [...randomPlaces(3, 3, () => 0.5)]; // [0, 1, 2]
 */
export function randomPlaces(size: number, all: number, random: RandomNumbers): Int32Array {
  if (!Number.isInteger(size) || !Number.isInteger(all) || size < 0 || size > all) {
    throw new RangeError(`cannot choose ${size} different places out of ${all}`);
  }
  const chosen = new Set<number>();
  for (let last = all - size; last < all; last += 1) {
    const place = Math.floor(random() * (last + 1));
    chosen.add(chosen.has(place) ? last : place);
  }
  return Int32Array.from(chosen).sort();
}
