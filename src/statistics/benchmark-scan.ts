import { permutationPValue } from "./permutation-p-value.js";
import { randomNumbers } from "./random-numbers.js";
import { randomPlaces } from "./random-places.js";

/** How to scan. */
export interface BenchmarkScanOptions {
  /** Lengths of the windows tried, in the unit of the times; a window includes both ends. */
  windows: readonly number[];
  /** Random relabellings. */
  replicates: number;
  /** Name of the random numbers: the same name, the same answer. */
  seed: string;
}

/** The window in which a group stands out most from its benchmark. */
export interface BenchmarkScan {
  start: number;
  window: number;
  /** Members in the window, and how many the pooled intensity would put there. */
  count: number;
  expected: number;
  /** Log likelihood ratio of a higher rate inside than outside; 0 when no window stands out. */
  statistic: number;
  /** Chance of a window that stands out as much somewhere, over all positions and lengths. */
  pValue: number;
  /** Statistic of each relabelling. */
  chance: Float64Array;
}

/**
 * The most conspicuous burst of a group's times against those of a benchmark group, whose intensity may rise and fall as it
 * likes: the maximum over windows of Kulldorff's Bernoulli likelihood ratio (Kulldorff 1997, Communications in Statistics,
 * Theory and Methods 26:1481-1496).
 *
 * Chance draws the group's members anew from both groups together. If the two were created alike that is exact at any size,
 * and the p-value needs no correction for having looked everywhere. Windows begin at members of the group. Time is
 * replicates x (members log members + members x windows) after one sort of everything.
 *
 * @throws RangeError when the group is empty, a time is not a number, no window is given or one is negative, or replicates
 *   is not a whole number of at least 1.
 * @example
 * scanAgainstBenchmark([50, 50, 50], [0, 20, 40, 60, 80], { windows: [1], replicates: 99, seed: "example" }).count; // 3
 */
export function scanAgainstBenchmark(
  group: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  { windows, replicates, seed }: BenchmarkScanOptions,
): BenchmarkScan {
  check(group, benchmark, windows, replicates);
  const pooled = Float64Array.from([...Array.from(group), ...Array.from(benchmark)]).sort();
  const reaches = windows.map((window) => reach(pooled, window));
  const random = randomNumbers(seed);
  const chance = Float64Array.from({ length: replicates }, () => {
    const members = randomPlaces(group.length, pooled.length, random);
    return mostConspicuous(members, reaches, pooled.length).statistic;
  });
  const found = mostConspicuous(positions(group, pooled), reaches, pooled.length);
  return {
    start: pooled[found.first] as number,
    window: windows[found.reach] as number,
    count: found.count,
    expected: (group.length * found.pooled) / pooled.length,
    statistic: found.statistic,
    pValue: permutationPValue(found.statistic, chance),
    chance,
  };
}

/** For each pooled time the first with the same time, and one past the last that a window beginning there holds. */
interface Reach {
  first: Int32Array;
  end: Int32Array;
}

function reach(pooled: Float64Array, window: number): Reach {
  const first = new Int32Array(pooled.length);
  const end = new Int32Array(pooled.length);
  let past = 0;
  for (let at = 0; at < pooled.length; at += 1) {
    const time = pooled[at] as number;
    first[at] = at > 0 && pooled[at - 1] === time ? (first[at - 1] as number) : at;
    while (past < pooled.length && (pooled[past] as number) - time <= window) past += 1;
    end[at] = past;
  }
  return { first, end };
}

/** The window with the largest ratio, for members at these ascending places of the pooled times. */
function mostConspicuous(members: Int32Array, reaches: readonly Reach[], all: number) {
  let best = { statistic: 0, first: members[0] as number, reach: 0, count: 0, pooled: 0 };
  reaches.forEach(({ first, end }, index) => {
    let past = 0;
    let from = 0;
    for (let member = 0; member < members.length; member += 1) {
      const at = members[member] as number;
      const stop = end[at] as number;
      while (past < members.length && (members[past] as number) < stop) past += 1;
      while ((members[from] as number) < (first[at] as number)) from += 1;
      const inside = { count: past - from, pooled: stop - (first[at] as number) };
      const statistic = likelihoodRatio(inside.count, inside.pooled, members.length, all);
      if (statistic > best.statistic || best.count === 0) best = { statistic, first: at, reach: index, ...inside };
    }
  });
  return best;
}

/** Log likelihood ratio of a higher share of members inside the window than outside it; 0 when it is not higher. */
function likelihoodRatio(count: number, pooled: number, members: number, all: number): number {
  const [outside, restPooled] = [members - count, all - pooled];
  if (count * restPooled <= outside * pooled) return 0;
  return entropy(count, pooled) + entropy(outside, restPooled) - entropy(members, all);
}

/** Log likelihood of `count` of `of` at their own share. */
function entropy(count: number, of: number): number {
  return xLogX(count) + xLogX(of - count) - xLogX(of);
}

function xLogX(x: number): number {
  return x === 0 ? 0 : x * Math.log(x);
}

/** Places of the group's times among the pooled; members of equal times take the first of those places. */
function positions(group: ArrayLike<number>, pooled: Float64Array): Int32Array {
  const sorted = Float64Array.from(group).sort();
  const places = new Int32Array(sorted.length);
  let at = 0;
  for (let member = 0; member < sorted.length; member += 1) {
    while ((pooled[at] as number) < (sorted[member] as number)) at += 1;
    places[member] = at;
    at += 1;
  }
  return places;
}

function check(
  group: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  windows: readonly number[],
  replicates: number,
): void {
  if (group.length === 0) throw new RangeError("no times to scan: 0; give at least one");
  for (const times of [group, benchmark]) {
    for (let at = 0; at < times.length; at += 1) {
      if (!Number.isFinite(times[at])) throw new RangeError(`time ${at + 1} is not a number: ${times[at]}`);
    }
  }
  if (windows.length === 0) throw new RangeError("no window to scan with: 0; give at least one length");
  for (const window of windows) {
    if (!(window >= 0)) throw new RangeError(`length of a window must be at least 0: ${window}`);
  }
  if (!Number.isInteger(replicates) || replicates < 1) {
    throw new RangeError(`replicates must be a whole number of at least 1: ${replicates}`);
  }
}
