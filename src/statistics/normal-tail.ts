/**
 * Probability that a standard normal variable exceeds `z`, with all its digits in the far tail.
 *
 * Near 0 the series of the distribution function, beyond it the continued fraction of Laplace (Abramowitz and Stegun 1964,
 * 26.2.11 and 26.2.14).
 *
 * @example
 * normalUpperTail(1.959963984540054).toFixed(6); // "0.025000"
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < 2.5 ? 0.5 - density * series(z) : density / continuedFraction(z);
}

/** z + z^3 / 3 + z^5 / (3 * 5) + ... */
function series(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1 / (z + 2 / (z + 3 / ...)), from the depth at which it has settled for z >= 2.5. */
function continuedFraction(z: number): number {
  let value = z;
  for (let depth = 150; depth > 0; depth -= 1) value = z + depth / value;
  return value;
}
