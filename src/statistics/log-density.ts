/** Half the logarithm of 2 pi. */
const halfLogTwoPi = 0.9189385332046728;

/**
 * What Stirling's formula leaves out: `log(n!)` minus `(n + 1/2) log n - n + log(2 pi) / 2`, for any real n > 0.
 *
 * Up to 16 it climbs by the exact difference of two neighbours, above that the series of Stirling ends within rounding.
 */
function stirlingError(n: number): number {
  let at = n;
  let climbed = 0;
  for (; at < 16; at += 1) climbed += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = 1 / (at * at);
  const series = 1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)));
  return climbed + series / at;
}

/** `count log(count / mean) + mean - count` without cancellation when the two are close. */
function deviance(count: number, mean: number): number {
  const distance = (count - mean) / (count + mean);
  if (Math.abs(distance) > 0.1) return count * Math.log(count / mean) + mean - count;
  const square = distance * distance;
  let power = 2 * count * distance;
  let sum = (count - mean) * distance;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Logarithm of the probability of exactly `count` successes in `trials` of `probability` each.
 *
 * Differences of log-factorials lose six digits at a million trials; the saddle-point form keeps all of them (Loader 2000,
 * Fast and Accurate Computation of Binomial Probabilities). Counts and trials need not be whole numbers. Constant time.
 *
 * @param failure `1 - probability`, for callers that know it to more digits.
 * @example
 * Math.exp(logBinomialDensity(2, 4, 0.5)).toFixed(12); // "0.375000000000"
 */
export function logBinomialDensity(
  count: number,
  trials: number,
  probability: number,
  failure: number = 1 - probability,
): number {
  const rest = trials - count;
  if (count < 0 || rest < 0) return Number.NEGATIVE_INFINITY;
  if (count === 0) return rest === 0 ? 0 : rest * logOf(failure, probability);
  if (rest === 0) return count * logOf(probability, failure);
  if (probability === 0 || failure === 0) return Number.NEGATIVE_INFINITY;
  const shape = stirlingError(trials) - stirlingError(count) - stirlingError(rest);
  const distance = deviance(count, trials * probability) + deviance(rest, trials * failure);
  return shape - distance + 0.5 * Math.log(trials / count / rest) - halfLogTwoPi;
}

/** Logarithm of a probability, from whichever of it and its complement is the smaller. */
function logOf(probability: number, complement: number): number {
  return probability < 0.5 ? Math.log(probability) : Math.log1p(-complement);
}

/**
 * Logarithm of the probability of exactly `count` events where `mean` are expected (Poisson), by the same saddle-point form.
 *
 * @example
 * Math.exp(logPoissonDensity(0, 2)).toFixed(12); // "0.135335283237"
 */
export function logPoissonDensity(count: number, mean: number): number {
  if (count < 0) return Number.NEGATIVE_INFINITY;
  if (count === 0) return -mean;
  if (mean === 0) return Number.NEGATIVE_INFINITY;
  return -stirlingError(count) - deviance(count, mean) - 0.5 * Math.log(count) - halfLogTwoPi;
}
