import { binomialUpperTail } from "./binomial.js";
import { logBinomialDensity } from "./log-density.js";

/**
 * Probability of at least `count` successes in trials that each have their own probability: how surprising it is that two
 * accounts share so many targets when some targets are popular and others are not.
 *
 * The counts below `count` are followed one trial at a time and whatever reaches it is added up (the recursion of Barlow and
 * Heidtmann 1984, IEEE Transactions on Reliability 33:322-323). Only positive numbers are added, so the far tail keeps all
 * its digits, where one minus the lower tail would keep none. Time is trials times `count`.
 *
 * @throws RangeError when a probability is not in 0..1 or the count is not a whole number.
 * @example
 * poissonBinomialUpperTail([0.123, 0.234, 0.345, 0.456, 0.567, 0.678, 0.789, 0.801, 0.911], 5).toFixed(9); // "0.628385386"
 */
export function poissonBinomialUpperTail(probabilities: ArrayLike<number>, count: number): number {
  check(count, probabilities);
  if (count <= 0) return 1;
  if (count > probabilities.length) return 0;
  const counts = new Counts(count);
  for (let trial = 0; trial < probabilities.length; trial += 1) counts.add(probabilities[trial] as number);
  return Math.min(1, counts.reached);
}

/**
 * Probability of at most `count` successes; the counterpart of {@link poissonBinomialUpperTail}.
 *
 * @throws RangeError when a probability is not in 0..1 or the count is not a whole number.
 * @example
 * poissonBinomialLowerTail([0.123, 0.234, 0.345, 0.456, 0.567, 0.678, 0.789, 0.801, 0.911], 5).toFixed(9); // "0.679134513"
 */
export function poissonBinomialLowerTail(probabilities: ArrayLike<number>, count: number): number {
  check(count, probabilities);
  if (count < 0) return 0;
  if (count >= probabilities.length) return 1;
  const counts = new Counts(count + 1);
  for (let trial = 0; trial < probabilities.length; trial += 1) counts.add(probabilities[trial] as number);
  return Math.min(
    1,
    counts.below.reduce((sum, probability) => sum + probability, 0),
  );
}

/**
 * {@link poissonBinomialUpperTail} when many trials have the same probability: `sizes[i]` trials of `probabilities[i]`.
 *
 * A group larger than `count` is added in one step from its binomial distribution. Time is groups times `count` squared,
 * however many trials there are.
 *
 * @throws RangeError when a probability is not in 0..1, a size or the count is not a whole number, or the lengths differ.
 * @example
 * groupedPoissonBinomialUpperTail([0.5, 0.25], [3, 1], 4).toFixed(5); // "0.03125"
 */
export function groupedPoissonBinomialUpperTail(
  probabilities: ArrayLike<number>,
  sizes: ArrayLike<number>,
  count: number,
): number {
  check(count, probabilities);
  if (sizes.length !== probabilities.length) {
    throw new RangeError(
      `${probabilities.length} probabilities for ${sizes.length} groups; give one of each per group`,
    );
  }
  if (count <= 0) return 1;
  const counts = new Counts(count);
  for (let group = 0; group < sizes.length; group += 1) {
    const size = sizes[group] as number;
    const probability = probabilities[group] as number;
    if (!Number.isInteger(size) || size < 0) throw new RangeError(`size of a group must be a whole number: ${size}`);
    if (size > count) counts.addGroup(probability, size);
    else for (let trial = 0; trial < size; trial += 1) counts.add(probability);
  }
  return Math.min(1, counts.reached);
}

/** The distribution of a count that is followed up to a limit and only summed beyond it. */
class Counts {
  /** Probability of each count below the limit. */
  readonly below: Float64Array;
  /** Probability that the limit was reached. */
  reached = 0;

  constructor(private readonly limit: number) {
    this.below = new Float64Array(limit);
    this.below[0] = 1;
  }

  add(probability: number): void {
    const { below, limit } = this;
    this.reached += (below[limit - 1] as number) * probability;
    for (let at = limit - 1; at > 0; at -= 1) {
      below[at] = (below[at] as number) * (1 - probability) + (below[at - 1] as number) * probability;
    }
    below[0] = (below[0] as number) * (1 - probability);
  }

  addGroup(probability: number, size: number): void {
    const { below, limit } = this;
    if (probability === 0) return;
    const exactly = Float64Array.from({ length: limit }, (_, at) =>
      Math.exp(logBinomialDensity(at, size, probability)),
    );
    // Probability that the group alone supplies at least as many as are missing.
    const supplies = new Float64Array(limit + 1);
    supplies[limit] = binomialUpperTail(limit, size, probability);
    for (let missing = limit - 1; missing > 0; missing -= 1) {
      supplies[missing] = (supplies[missing + 1] as number) + (exactly[missing] as number);
    }
    // Highest count first: what a count becomes depends only on counts not above it.
    for (let at = limit - 1; at >= 0; at -= 1) {
      this.reached += (below[at] as number) * (supplies[limit - at] as number);
      let sum = 0;
      for (let added = 0; added <= at; added += 1) sum += (below[at - added] as number) * (exactly[added] as number);
      below[at] = sum;
    }
  }
}

function check(count: number, probabilities: ArrayLike<number>): void {
  if (!Number.isInteger(count)) throw new RangeError(`count must be a whole number: ${count}`);
  for (let trial = 0; trial < probabilities.length; trial += 1) {
    const probability = probabilities[trial] as number;
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability must be in 0..1: ${probability}`);
  }
}
