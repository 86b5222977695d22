import { type Draw, logHypergeometricDensity } from "./hypergeometric.js";

/**
 * Probability that at least `count` of a group's members have a property, when within each stratum it is chance who is a
 * member: the exact conditional test behind Cochran, Mantel and Haenszel (Mantel and Haenszel 1959, Journal of the National
 * Cancer Institute 22:719-748). In one stratum it is Fisher's exact test.
 *
 * Strata of like activity keep what busy accounts have anyway from speaking for the group. A stratum of members only, or
 * of none, says nothing and costs nothing. Exact however the property of one account depends on another's, because only
 * membership is chance. Time is strata x (count of all marked)^2.
 *
 * @param strata accounts, of these with the property (`marked`), and members (`drawn`) of each stratum
 * @throws RangeError when the numbers are not whole, or there are more marked or members than accounts
 * @example
 * stratifiedUpperTail(2, [{ population: 2, marked: 1, drawn: 1 }, { population: 4, marked: 2, drawn: 1 }]).toFixed(4); // "0.2500"
 */
export function stratifiedUpperTail(count: number, strata: readonly Draw[]): number {
  let density = [1];
  for (const stratum of strata) density = added(density, densityOf(stratum));
  let tail = 0;
  for (let at = density.length - 1; at >= Math.max(0, count); at -= 1) tail += density[at] as number;
  return count <= 0 ? 1 : Math.min(1, tail);
}

function densityOf(draw: Draw): number[] {
  const most = Math.min(draw.marked, draw.drawn);
  return Array.from({ length: most + 1 }, (_, count) => Math.exp(logHypergeometricDensity(count, draw)));
}

/** The density of the sum of two independent counts. */
function added(one: readonly number[], other: readonly number[]): number[] {
  const sums = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((first, at) => {
    other.forEach((second, more) => {
      sums[at + more] = (sums[at + more] as number) + first * second;
    });
  });
  return sums;
}
