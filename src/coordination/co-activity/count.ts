import type { Partners } from "./partners.js";

/**
 * How many pairs of partners there are, without visiting them: the count stays exact, and quick, where a target's events all came
 * at once and the pairs are too many to list. Time linear in the rows.
 *
 * @param key If given, only pairs with the same key count, which must be below `keys`.
 */
export function countPairs({ past }: Partners, key?: Uint32Array, keys = 0): number {
  let pairs = 0;
  if (!key) {
    for (let row = 0; row < past.length; row += 1) pairs += (past[row] as number) - row - 1;
    return pairs;
  }
  // Partners after a row never end before those after the row before it, so each row enters the count once and leaves it once.
  const inside = new Uint32Array(keys);
  let entered = 0;
  for (let row = 0; row < past.length; row += 1) {
    for (; entered < (past[row] as number); entered += 1) add(inside, key[entered] as number, 1);
    add(inside, key[row] as number, -1);
    pairs += inside[key[row] as number] as number;
  }
  return pairs;
}

function add(counts: Uint32Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by;
}
