/** Shares that differ between accounts: Beta(first, second), whose mean is first / (first + second). */
export interface BetaShape {
  first: number;
  second: number;
}

/** Fits end when a step changes both parameters by less than this part. */
const precision = 1e-7;
const mostSteps = 5000;
/** Shares that do not differ at all have no finite shape; one as narrow as this stands for them. */
const [narrowest, widest] = [1e6, 1e-6];

/**
 * The distribution of shares among accounts that explains best how often each of them succeeded: maximum likelihood of
 * the beta-binomial, by the fixed-point iteration of Minka 2000 ("Estimating a Dirichlet distribution").
 *
 * Accounts differ: some retweet one principal only, some all of them. A binomial tail at the common share would call
 * most of them surprising. Time is steps times the largest count; memory the largest count.
 *
 * @param counts Successes of each account.
 * @param trials Trials of each account.
 * @throws RangeError when counts and trials do not fit or no account has a trial.
 * @example
 * fitBetaBinomial([0, 1, 2, 3, 4], [4, 4, 4, 4, 4]).first.toFixed(3); // "1.000"
 */
export function fitBetaBinomial(counts: ArrayLike<number>, trials: ArrayLike<number>): BetaShape {
  const misses = Array.from(trials, (all, at) => all - (counts[at] as number));
  check(counts, trials, misses);
  const [hit, missed, tried] = [counts, misses, trials].map(above) as [Float64Array, Float64Array, Float64Array];
  let shape = { first: 1, second: 1 };
  for (let step = 0; step < mostSteps; step += 1) {
    const all = harmonic(tried, shape.first + shape.second);
    const next = {
      first: clamp((shape.first * harmonic(hit, shape.first)) / all),
      second: clamp((shape.second * harmonic(missed, shape.second)) / all),
    };
    const moved = Math.max(
      Math.abs(next.first - shape.first) / shape.first,
      Math.abs(next.second - shape.second) / shape.second,
    );
    shape = next;
    if (moved < precision) break;
  }
  return shape;
}

/**
 * Probability of at least `count` successes in `trials` for an account whose share is drawn from the distribution.
 * Terms are added from the highest count down, so the far tail keeps its digits. Time is the number of trials.
 *
 * @throws RangeError when counts are not whole numbers of at least 0 or a parameter is not positive.
 * @example
 * betaBinomialUpperTail(4, 4, { first: 1, second: 1 }).toFixed(4); // "0.2000"
 */
export function betaBinomialUpperTail(count: number, trials: number, { first, second }: BetaShape): number {
  if (!Number.isInteger(count) || !Number.isInteger(trials) || trials < 0) {
    throw new RangeError(`not a count of trials: ${count} of ${trials}; both are whole numbers, trials at least 0`);
  }
  if (!(first > 0 && second > 0)) throw new RangeError(`parameters must be positive: ${first}, ${second}`);
  if (count <= 0) return 1;
  if (count > trials) return 0;
  let logTerm = 0;
  for (let trial = 0; trial < trials; trial += 1) logTerm += Math.log((first + trial) / (first + second + trial));
  let tail = Math.exp(logTerm);
  for (let at = trials; at > count; at -= 1) {
    logTerm += Math.log((at * (second + trials - at)) / ((trials - at + 1) * (first + at - 1)));
    tail += Math.exp(logTerm);
  }
  return Math.min(1, tail);
}

/** How many values are above 0, above 1, and so on. */
function above(values: ArrayLike<number>): Float64Array {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, values[at] as number);
  const counts = new Float64Array(largest + 1);
  for (let at = 0; at < values.length; at += 1) {
    counts[values[at] as number] = (counts[values[at] as number] as number) + 1;
  }
  for (let value = largest - 1; value >= 0; value -= 1) {
    counts[value] = (counts[value] as number) + (counts[value + 1] as number);
  }
  return counts.slice(1);
}

/** Difference of digammas summed over all values: psi(shape + value) - psi(shape). */
function harmonic(above: Float64Array, shape: number): number {
  let sum = 0;
  for (let value = 0; value < above.length; value += 1) sum += (above[value] as number) / (shape + value);
  return sum;
}

const clamp = (shape: number) => Math.min(narrowest, Math.max(widest, shape));

function check(counts: ArrayLike<number>, trials: ArrayLike<number>, misses: readonly number[]): void {
  if (counts.length !== trials.length) {
    throw new RangeError(`${counts.length} counts for ${trials.length} accounts; give one for each`);
  }
  for (let at = 0; at < trials.length; at += 1) {
    const [hit, missed] = [counts[at] as number, misses[at] as number];
    if (!Number.isInteger(hit) || !Number.isInteger(missed) || hit < 0 || missed < 0) {
      throw new RangeError(`not a count of trials: ${hit} of ${trials[at]}; both are whole numbers`);
    }
  }
  if (!Array.prototype.some.call(trials, (all: number) => all > 0)) {
    throw new RangeError("no account has a trial: 0; give at least one");
  }
}
