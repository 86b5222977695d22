import type { FocusCorpus } from "../../coordination/traces/focus-events.js";
import { type BenchmarkScan, scanAgainstBenchmark } from "../../statistics/benchmark-scan.js";
import { memberFlags } from "./membership.js";

/** Members created in a window in which the benchmark group's dates put far fewer. */
export interface ScannedCluster extends Pick<BenchmarkScan, "start" | "window" | "expected" | "pValue"> {
  /** Ids and times of creation in Unix seconds, in order of time. */
  members: { id: string; created: number }[];
  /** Accounts of the benchmark group created in the same window. */
  benchmark: number;
}

const minute = 60;
/** Lengths of the windows tried in seconds: "within a few minutes" is not said more exactly. */
const windows = [10 * minute, 30 * minute, 60 * minute];
/** A cluster counts if chance makes one as conspicuous in at most so many cases. */
const level = 0.05;

/**
 * Clusters of creation: windows of minutes in which far more members were created than the benchmark group's dates lead one
 * to expect (claim U17). No date is given: the window that stands out most is taken, its members are set aside, and the
 * rest is searched again until chance does as well (Zhang, Assunção and Kulldorff 2010, Journal of Probability and
 * Statistics 2010:642379).
 *
 * The benchmark group is the rest of the pool, so that a wave of new accounts on a day of news is no cluster. People who
 * sign up together in a classroom are one: what is measured is the same minutes, not why.
 *
 * @returns Clusters of at least two members, in order of time.
 * @example
 * const [first] = scanCreation(members, await loadFocusCorpus(corpus, oii2021));
 */
export function scanCreation(members: readonly string[], focus: FocusCorpus): ScannedCluster[] {
  const { created, id } = focus.pool;
  const isMember = memberFlags(focus, members);
  const benchmark = created.filter((time, at) => isMember[at] === 0 && !Number.isNaN(time));
  let left = id
    .map((own, at) => ({ id: own, created: created[at] as number }))
    .filter(({ created: time }, at) => isMember[at] === 1 && !Number.isNaN(time))
    .sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const clusters: ScannedCluster[] = [];
  while (left.length > 1) {
    const seed = `network-traces/creation/${clusters.length + 1}`;
    const times = left.map((one) => one.created);
    const { start, window, expected, pValue } = scanAgainstBenchmark(times, benchmark, {
      ...{ windows, replicates: 999, seed },
    });
    const isInside = (time: number) => time >= start && time <= start + window;
    const inside = left.filter((one) => isInside(one.created));
    if (pValue > level || inside.length < 2) break;
    clusters.push({ start, window, expected, pValue, members: inside, benchmark: benchmark.filter(isInside).length });
    left = left.filter((one) => !isInside(one.created));
  }
  return clusters.sort((a, b) => a.start - b.start);
}
