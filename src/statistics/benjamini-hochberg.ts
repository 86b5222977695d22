/** What is corrected for. */
export interface FalseDiscoveryOptions {
  /**
   * Tests that could have been made, computed or not; at least the p-values given. Pairs that never acted together were
   * tested too, with p = 1: leaving them out understates every q-value.
   */
  tests?: number;
  /**
   * `independent` also holds for positively dependent tests (Benjamini and Hochberg 1995); `any` holds whatever the
   * dependence, at the price of a factor of about the logarithm of the number of tests (Benjamini and Yekutieli 2001).
   */
  dependence?: "independent" | "any";
}

/**
 * q-values: for each test the smallest false-discovery rate at which it would be reported. Reporting everything with
 * q <= .05 leaves at most 5% chance findings among the reported, on average.
 *
 * Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300. In the order of the p-values given;
 * time n log n.
 *
 * @throws RangeError when a p-value is not in 0..1 or fewer tests than p-values are named.
 * @example
 * [...benjaminiHochberg([0.01, 0.5, 0.02], { tests: 4 })].map((q) => q.toFixed(4)); // ["0.0400", "0.6667", "0.0400"]
 */
export function benjaminiHochberg(pValues: ArrayLike<number>, options: FalseDiscoveryOptions = {}): Float64Array {
  const { tests = pValues.length, dependence = "independent" } = options;
  if (!Number.isInteger(tests) || tests < pValues.length) {
    throw new RangeError(
      `number of tests must be whole and at least the ${pValues.length} p-values: ${tests}; count all that could be made`,
    );
  }
  const scale = dependence === "any" ? tests * harmonic(tests) : tests;
  const order = ascending(pValues);
  const qValues = new Float64Array(order.length);
  let smallest = 1;
  for (let rank = order.length; rank > 0; rank -= 1) {
    const at = order[rank - 1] as number;
    smallest = Math.min(smallest, (pValues[at] as number) * (scale / rank));
    qValues[at] = smallest;
  }
  return qValues;
}

function ascending(pValues: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(pValues.length);
  for (let at = 0; at < order.length; at += 1) {
    const value = pValues[at] as number;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p-value must be in 0..1: ${value}`);
    order[at] = at;
  }
  return order.sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
}

/** 1 + 1/2 + ... + 1/n; above a thousand by the series of Euler and Maclaurin, exact to rounding there. */
function harmonic(n: number): number {
  const euler = 0.5772156649015329;
  if (n > 1000) return Math.log(n) + euler + 1 / (2 * n) - 1 / (12 * n * n);
  let sum = 0;
  for (let term = n; term > 0; term -= 1) sum += 1 / term;
  return sum;
}
