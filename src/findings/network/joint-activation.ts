import { dormantDays } from "../../coordination/traces/activation.js";
import type { FocusCorpus } from "../../coordination/traces/focus-events.js";
import { scanAgainstBenchmark } from "../../statistics/benchmark-scan.js";
import { type Proportion, proportion } from "../../statistics/proportion.js";
import { quantile } from "../../statistics/quantile.js";
import type { UtcDay } from "../../study/time.js";
import { memberFlags } from "./membership.js";

/** Dormant members that began to amplify on the same days. */
export interface JointActivation {
  /** The days, UTC, on which they first amplified a principal. */
  days: UtcDay[];
  /** Of the dormant members those of these days. */
  activated: Proportion;
  /** Members that the benchmark group's days would put there. */
  expected: number;
  /** Dormant accounts of the benchmark group that first appeared on these days, of all. */
  benchmark: Proportion;
  /** Chance of days as conspicuous anywhere. */
  pValue: number;
  /** Median of the longest silence before, in days, over the accounts of known history, and how many these are. */
  medianSilenceDays: number | null;
  knownHistories: number;
}

/** The same with the places of these members in the pool. */
export interface FoundActivation extends JointActivation {
  places: number[];
}

const day = 86_400;

/**
 * The one or two days on which dormant members became active together, found without naming a date: the days that stand out
 * most against those on which dormant accounts of the benchmark group first appeared (claim U18).
 *
 * Dormant is who was watched for at least a week, since its creation or the start of the window, without amplifying a
 * principal. Who amplified from the first days on is left out on both sides: all that were there before the window first
 * appear at its start. A post that draws many newcomers draws those of the benchmark group as well.
 *
 * @returns null where fewer than two members were dormant, or nobody else was
 * @example
 * jointActivation(members, await loadFocusCorpus(corpus, oii2021))?.days;
 */
export function jointActivation(members: readonly string[], focus: FocusCorpus): FoundActivation | null {
  const { pool, from } = focus;
  const isMember = memberFlags(focus, members);
  const firstDay = pool.firstAmplification.map((first) => Math.floor(first / day));
  const dormant = Array.from(pool.firstAmplification.keys()).filter((at) => {
    const watchedFrom = Math.max(pool.created[at] as number, from);
    return (pool.firstAmplification[at] as number) - watchedFrom >= dormantDays * day;
  });
  const network = dormant.filter((at) => isMember[at] === 1);
  const benchmark = dormant.filter((at) => isMember[at] === 0);
  if (network.length < 2 || benchmark.length === 0) return null;
  const daysOf = (places: readonly number[]) => places.map((at) => firstDay[at] as number);
  const scan = scanAgainstBenchmark(daysOf(network), daysOf(benchmark), {
    ...{ windows: [0, 1], replicates: 999, seed: "network-traces/activation" },
  });
  const isInside = (at: number) => {
    const own = firstDay[at] as number;
    return own >= scan.start && own <= scan.start + scan.window;
  };
  const places = network.filter(isInside);
  const silences = places.map((at) => pool.longestSilence[at] as number).filter((days) => !Number.isNaN(days));
  return {
    days: [...new Set(daysOf(places))].sort((a, b) => a - b).map(dayOf),
    activated: proportion(places.length, network.length),
    expected: scan.expected,
    benchmark: proportion(benchmark.filter(isInside).length, benchmark.length),
    pValue: scan.pValue,
    medianSilenceDays: quantile(Float64Array.from(silences).sort(), 0.5),
    knownHistories: silences.length,
    places,
  };
}

function dayOf(days: number): UtcDay {
  return new Date(days * day * 1000).toISOString().slice(0, 10) as UtcDay;
}
