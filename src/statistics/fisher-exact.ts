import {
  type Draw,
  hypergeometricLowerTail,
  hypergeometricUpperTail,
  logHypergeometricDensity,
} from "./hypergeometric.js";

/** Counts of two groups with and without a property: `[[first with, first without], [second with, second without]]`. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/** What counts as more extreme: the first group has the property more often, less often, or either. */
export type Alternative = "greater" | "less" | "two-sided";

/**
 * Fisher's exact test: do two groups differ in how many have a property, for instance use a phrase? With both margins held
 * fixed the count is hypergeometric, so it holds for any size of group (Fisher 1935, Journal of the Royal Statistical
 * Society 98:39-82).
 *
 * Two-sided means all tables at most as probable as this one, as in R and SciPy. Time is the smallest margin.
 *
 * @throws RangeError when a count is not a whole number of at least 0.
 * @example
 * fisherExact([[3, 1], [1, 3]], "greater").toFixed(6); // "0.242857"
 */
export function fisherExact(table: TwoByTwo, alternative: Alternative = "two-sided"): number {
  const [[a, b], [c, d]] = table;
  for (const count of [a, b, c, d]) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`count of a two-by-two table must be a whole number of at least 0: ${count}`);
    }
  }
  const draw = { population: a + b + c + d, marked: a + b, drawn: a + c };
  if (alternative === "greater") return hypergeometricUpperTail(a, draw);
  if (alternative === "less") return hypergeometricLowerTail(a, draw);
  return atMostAsProbable(a, draw);
}

/** Tables equally probable in theory differ by rounding; they count as equally probable. */
const rounding = 1e-7;

function atMostAsProbable(observed: number, draw: Draw): number {
  const limit = logHypergeometricDensity(observed, draw) + rounding;
  const least = Math.max(0, draw.marked + draw.drawn - draw.population);
  const most = Math.min(draw.marked, draw.drawn);
  let sum = 0;
  for (let count = least; count <= most; count += 1) {
    const density = logHypergeometricDensity(count, draw);
    if (density <= limit) sum += Math.exp(density);
  }
  return Math.min(1, sum);
}
