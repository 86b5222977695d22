import type { Interval } from "./bootstrap.js";
import { sampler } from "./draw.js";
import { permutationPValue } from "./permutation-p-value.js";
import { quantile, quantileAt } from "./quantile.js";
import { randomNumbers } from "./random-numbers.js";
import { randomPlaces } from "./random-places.js";

/** How two groups are compared. */
export interface TwoGroupsOptions {
  /** Names the random numbers: the same name gives the same numbers. */
  seed: string;
  /** Samples drawn for the intervals; 1,000 if left out. */
  resamples?: number;
  /** Random relabellings for the p-value; 9,999 if left out. */
  replicates?: number;
}

/** An effect with its 95% interval. */
export interface Effect extends Interval {
  value: number;
}

/** By how much the values of a group exceed those of another. */
export interface TwoGroups {
  /** Median of the first less median of the second. */
  difference: Effect;
  /** Cliff's delta: see {@link cliffsDelta}. */
  delta: Effect;
  /** Chance of a delta at least as high if it were chance who is in the first group. */
  pValue: number;
}

/**
 * Cliff's delta: how much more often a value of the first group exceeds one of the second than the reverse, over all pairs
 * (Cliff 1993, Psychological Bulletin 114:494-509). 1 when all do, 0 when neither tends to, -1 when none does; ties count
 * for neither. It asks nothing of the distributions. Time n log n.
 *
 * @throws RangeError when a group is empty or a value is not a number.
 * @example
 * cliffsDelta([3, 4], [1, 2, 3]).toFixed(4); // "0.8333"
 */
export function cliffsDelta(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return deltaOf(histogramsOf(first, second));
}

/**
 * Compares the values of two groups: the difference of their medians and Cliff's delta, both with a percentile bootstrap
 * interval that resamples each group by itself, and a one-sided permutation p-value of delta, which is exact.
 *
 * The values must belong to units that are exchangeable if nothing is going on, such as accounts; not to events, of which
 * one account has many. Time is (resamples x distinct values) + (replicates x the smaller group).
 *
 * @throws RangeError when a group is empty or a value is not a number.
 * @example
 * compareGroups([7, 8, 9], [1, 2, 3, 4], { seed: "example" }).difference.value; // 5.5
 */
export function compareGroups(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { seed, resamples = 1000, replicates = 9999 }: TwoGroupsOptions,
): TwoGroups {
  const both = histogramsOf(first, second);
  const random = randomNumbers(`${seed}/intervals`);
  const [drawFirst, drawSecond] = [sampler(both.first), sampler(both.second)];
  const drawn = Array.from({ length: resamples }, () => {
    const resampled = { values: both.values, first: drawFirst(random), second: drawSecond(random) };
    return { difference: differenceOf(resampled), delta: deltaOf(resampled) };
  });
  const effect = (name: "difference" | "delta", value: number): Effect => ({
    value,
    ...interval(drawn.map((one) => one[name])),
  });
  return {
    difference: effect("difference", differenceOf(both)),
    delta: effect("delta", deltaOf(both)),
    pValue: relabellingPValue(both, replicates, `${seed}/relabelling`),
  };
}

/** How often each distinct value, ascending, occurs in each group. */
interface Histograms {
  values: Float64Array;
  first: ArrayLike<number>;
  second: ArrayLike<number>;
}

function histogramsOf(first: ArrayLike<number>, second: ArrayLike<number>): Histograms {
  for (const group of [first, second]) {
    if (group.length === 0) throw new RangeError("no values to compare: 0; give at least one in each group");
    for (const value of Array.from(group)) {
      if (!Number.isFinite(value)) throw new RangeError(`value to compare must be a number: ${value}`);
    }
  }
  const values = Float64Array.from(new Set([...Array.from(first), ...Array.from(second)])).sort();
  const places = new Map(Array.from(values, (value, at) => [value, at]));
  const counts = (group: ArrayLike<number>) => {
    const histogram = new Uint32Array(values.length);
    for (const value of Array.from(group)) {
      const at = places.get(value) as number;
      histogram[at] = (histogram[at] as number) + 1;
    }
    return histogram;
  };
  return { values, first: counts(first), second: counts(second) };
}

function deltaOf({ first, second }: Pick<Histograms, "first" | "second">): number {
  const all = sum(second);
  let below = 0;
  let score = 0;
  for (let at = 0; at < first.length; at += 1) {
    const equal = second[at] as number;
    score += (first[at] as number) * (below - (all - below - equal));
    below += equal;
  }
  return score / (sum(first) * all);
}

function differenceOf({ values, first, second }: Histograms): number {
  return medianOf(values, first) - medianOf(values, second);
}

function medianOf(values: Float64Array, counts: ArrayLike<number>): number {
  return quantileAt(sum(counts), 0.5, 7, (place) => {
    let at = 0;
    for (let passed = counts[0] as number; passed <= place; passed += counts[at] as number) at += 1;
    return values[at] as number;
  });
}

/** Midranks of all values: their sum over the first group rises with delta and is quicker to draw. */
function relabellingPValue({ first, second }: Histograms, replicates: number, seed: string): number {
  const ranks: number[] = [];
  let observed = 0;
  for (let at = 0; at < first.length; at += 1) {
    const here = (first[at] as number) + (second[at] as number);
    const rank = 2 * ranks.length + here + 1;
    observed += rank * (first[at] as number);
    for (let one = 0; one < here; one += 1) ranks.push(rank);
  }
  const random = randomNumbers(seed);
  const chance = Float64Array.from({ length: replicates }, () =>
    randomPlaces(sum(first), ranks.length, random).reduce((total, place) => total + (ranks[place] as number), 0),
  );
  return permutationPValue(observed, chance);
}

function interval(values: number[]): Interval {
  const sorted = Float64Array.from(values).sort();
  return { low: quantile(sorted, 0.025) ?? Number.NaN, high: quantile(sorted, 0.975) ?? Number.NaN };
}

function sum(counts: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < counts.length; at += 1) total += counts[at] as number;
  return total;
}
