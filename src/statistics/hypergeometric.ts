import { logBinomialDensity } from "./log-density.js";
import { ratioSum } from "./ratio-sum.js";

/** A draw without replacement: two accounts that chose their targets independently of each other. */
export interface Draw {
  /** All targets (N). */
  population: number;
  /** Targets of the first account (k_a). */
  marked: number;
  /** Targets of the second account (k_b). */
  drawn: number;
}

/**
 * Probability that two accounts share at least `common` of `population` targets when each picks its own number of targets
 * at random: the test behind statistically validated networks (Tumminello et al. 2011, PLoS ONE 6:e17994).
 *
 * It takes every target for equally popular. Where a few are retweeted by everyone it therefore finds too much; the
 * bipartite configuration model does not. Terms are summed outwards from the first in logarithms, which holds for
 * populations of billions. Time grows with the square root of the smaller account's targets.
 *
 * @throws RangeError when the numbers are not whole, or an account has more targets than there are.
 * @example
 * hypergeometricUpperTail(2, { population: 4, marked: 3, drawn: 2 }).toFixed(4); // "0.5000"
 */
export function hypergeometricUpperTail(common: number, draw: Draw): number {
  return Math.exp(logHypergeometricUpperTail(common, draw));
}

/**
 * Probability that two accounts share at most `common` targets; the counterpart of {@link hypergeometricUpperTail}.
 *
 * @throws RangeError when the numbers are not whole, or an account has more targets than there are.
 * @example
 * hypergeometricLowerTail(1, { population: 4, marked: 3, drawn: 2 }).toFixed(4); // "0.5000"
 */
export function hypergeometricLowerTail(common: number, draw: Draw): number {
  check(common, draw);
  // What the first account shares with the second is what the rest of the targets do not.
  return Math.exp(logUpperTail(draw.drawn - common, { ...draw, marked: draw.population - draw.marked }));
}

/**
 * Logarithm of {@link hypergeometricUpperTail}, for tails below the smallest number a computer holds.
 *
 * @throws RangeError when the numbers are not whole, or an account has more targets than there are.
 * @example
 * logHypergeometricUpperTail(3, { population: 10, marked: 3, drawn: 3 }).toFixed(6); // "-4.787492"
 */
export function logHypergeometricUpperTail(common: number, draw: Draw): number {
  check(common, draw);
  return logUpperTail(common, draw);
}

/**
 * Logarithm of the probability of exactly `common` shared targets. Constant time.
 *
 * @throws RangeError when the numbers are not whole, or an account has more targets than there are.
 * @example
 * Math.exp(logHypergeometricDensity(1, { population: 4, marked: 3, drawn: 2 })).toFixed(4); // "0.5000"
 */
export function logHypergeometricDensity(common: number, draw: Draw): number {
  check(common, draw);
  return logDensity(common, draw);
}

function logUpperTail(common: number, draw: Draw): number {
  const { population, marked, drawn } = draw;
  const least = Math.max(0, marked + drawn - population);
  if (common <= least) return 0;
  if (common > Math.min(marked, drawn)) return Number.NEGATIVE_INFINITY;
  if (common > (marked / population) * drawn) return logBeyond(common, draw);
  return Math.log1p(-Math.exp(logBeyond(drawn - common + 1, { ...draw, marked: population - marked })));
}

/** The upper tail where it lies beyond the mean, so that its terms fall. */
function logBeyond(common: number, draw: Draw): number {
  const { population, marked, drawn } = draw;
  const tail = ratioSum((step) => {
    const at = common + step;
    return ((marked - at) / (at + 1)) * ((drawn - at) / (population - marked - drawn + at + 1));
  });
  return Math.min(0, logDensity(common, draw) + Math.log(tail));
}

function logDensity(common: number, { population, marked, drawn }: Draw): number {
  if (common < Math.max(0, marked + drawn - population) || common > Math.min(marked, drawn)) {
    return Number.NEGATIVE_INFINITY;
  }
  if (population === 0) return 0;
  const share = drawn / population;
  const rest = (population - drawn) / population;
  return (
    logBinomialDensity(common, marked, share, rest) +
    logBinomialDensity(drawn - common, population - marked, share, rest) -
    logBinomialDensity(drawn, population, share, rest)
  );
}

function check(common: number, { population, marked, drawn }: Draw): void {
  const whole = [common, population, marked, drawn].every(Number.isInteger);
  if (!whole || marked < 0 || drawn < 0 || marked > population || drawn > population) {
    throw new RangeError(
      `not a draw: ${common} common, ${marked} and ${drawn} of ${population}; ` +
        "all are whole numbers, and nobody has more targets than there are",
    );
  }
}
