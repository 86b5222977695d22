import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { sha256 } from "../files/hash.js";

/** Gives a number in [0, 1) each time it is called. */
export type RandomNumbers = () => number;

/**
 * Random numbers that depend on nothing but a name: the same on every machine and in every run.
 *
 * @example
 * const random = randomNumbers("super-spreaders/diplomat");
 */
export function randomNumbers(name: string): RandomNumbers {
  const generator = xoroshiro128plus(Number.parseInt(sha256(name).slice(0, 8), 16) | 0);
  return () => uniformFloat64(generator);
}
