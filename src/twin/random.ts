import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { sha256 } from "../files/hash.js";

/** A stream of random numbers that depends on nothing but its seed and name. */
export interface RandomStream {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A number in [0, 1). */
  fraction(): number;
  /** A copy of the items in random order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/**
 * The stream of that name. Each part of the twin draws from a stream of its own, so that adding one part leaves the
 * others as they were.
 *
 * @example
 * randomStream(2021, "accounts").integer(1, 6);
 */
export function randomStream(seed: number, name: string): RandomStream {
  const generator = xoroshiro128plus(Number.parseInt(sha256(`${seed}/${name}`).slice(0, 8), 16) | 0);
  const integer = (low: number, high: number) => uniformInt(generator, low, high);
  return {
    integer,
    fraction: () => uniformFloat64(generator),
    shuffled(items) {
      const copy = [...items];
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = integer(0, at);
        [copy[at], copy[other]] = [copy[other] as (typeof copy)[number], copy[at] as (typeof copy)[number]];
      }
      return copy;
    },
  };
}
