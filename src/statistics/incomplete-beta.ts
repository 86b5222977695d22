import { logBinomialDensity } from "./log-density.js";

/**
 * Regularised incomplete beta function I_x(a, b): the share of a beta distribution below x, and the bridge from binomial
 * tails to their parameters.
 *
 * Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, taken on the side where it converges
 * fast. Time grows with the square root of a + b.
 *
 * @throws RangeError when a or b is not positive or x is not in 0..1.
 * @example
 * incompleteBeta(0.5, 2, 3).toFixed(4); // "0.6875"
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`beta distribution needs two positive parameters: ${a}, ${b}`);
  }
  if (!(x >= 0 && x <= 1)) throw new RangeError(`point of a beta distribution must be in 0..1: ${x}`);
  if (x === 0 || x === 1) return x;
  return x <= (a + 1) / (a + b + 2) ? below(x, 1 - x, a, b) : 1 - below(1 - x, x, b, a);
}

function below(x: number, rest: number, a: number, b: number): number {
  const front = Math.exp(logBinomialDensity(a, a + b, x, rest)) * (b / (a + b));
  return Math.min(1, front / continuedFraction(x, a, b));
}

/** 1 + d1 / (1 + d2 / (1 + ...)), evaluated forwards (Lentz 1976, Applied Optics 15:668-671). */
function continuedFraction(x: number, a: number, b: number): number {
  let value = 1;
  let numerator = 1;
  let denominator = 0;
  for (let step = 1; ; step += 1) {
    const m = Math.floor(step / 2);
    const top = step % 2 === 0 ? m * (b - m) : -(a + m) * (a + b + m);
    const coefficient = (top * x) / ((a + step - 1) * (a + step));
    denominator = 1 / awayFromZero(1 + coefficient * denominator);
    numerator = awayFromZero(1 + coefficient / numerator);
    const change = numerator * denominator;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) return value;
  }
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/**
 * The point below which `share` of a beta distribution lies, by bisection down to neighbouring numbers.
 *
 * @throws RangeError when a parameter is not positive or the share is not in 0..1.
 * @example
 * betaQuantile(0.6875, 2, 3).toFixed(6); // "0.500000"
 */
export function betaQuantile(share: number, a: number, b: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share of a beta distribution must be in 0..1: ${share}`);
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (incompleteBeta(middle, a, b) < share) low = middle;
    else high = middle;
  }
}
