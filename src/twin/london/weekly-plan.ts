import { apportion } from "../apportion.js";
import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import { type Lane, laneNumbers, placeOf } from "./lanes.js";
import type { LondonNumbers } from "./numbers.js";
import type { Period } from "./periods.js";
import { type Targets, targetsBefore } from "./targets.js";

const day = 86_400_000;
const activation = Date.parse("2020-08-12T00:00:00Z");

/** Events of each period, all and the network's at full effort, by lane. */
export interface LanePlan {
  totals: Float64Array;
  network: Float64Array;
}

/** Lowest and highest share of the network in a week, by how the week is: claims U15 and U16 for the ambassador's retweets. */
type Range = readonly [low: number, high: number];
const ranges: Record<"peak" | "typical" | "low", Range>[] = [
  { peak: [0.51, 0.74], typical: [0.31, 0.495], low: [0.24, 0.295] },
  { peak: [0.3, 0.6], typical: [0.12, 0.5], low: [0.05, 0.25] },
  { peak: [0.2, 0.4], typical: [0.1, 0.34], low: [0.06, 0.2] },
  { peak: [0.15, 0.45], typical: [0.08, 0.35], low: [0.04, 0.2] },
];

/**
 * How many events each week has and how many of them are the network's, so that weekly shares and published totals hold
 * before the first event is drawn.
 */
export function weeklyPlan(
  numbers: LondonNumbers,
  periods: readonly Period[],
  targets: readonly [Targets, Targets],
  random: RandomStream,
): LanePlan[] {
  const kinds = kindsOfWeeks(periods, random);
  return laneNumbers.map((lane) => {
    const volume = periods.map((period, at) => volumeOf(period, targets[placeOf(lane)], kinds[at] === "peak", random));
    const within = periods.map(({ inWindow }, at) => (inWindow ? (volume[at] as number) : 0));
    const later = periods.map(({ inWindow, from, to }) => (inWindow ? 0 : fading(from, to, periods)));
    const all = apportion(numbers.totals[lane] ?? 0, within);
    const part = networkPart(all, networkTotal(numbers, lane, targets[0], periods), lane, kinds, random);
    const laterAll = apportion(numbers.laterTotals[lane] ?? 0, later);
    const laterPart = apportion(numbers.laterNetwork[lane] ?? 0, later);
    return {
      totals: all.map((count, at) => count + (laterAll[at] as number)),
      network: part.map((count, at) => count + (laterPart[at] as number)),
    };
  });
}

/** Claim U11 counts the ambassador's own thread replies among the replies to him, claim U3 does not. */
function networkTotal(
  numbers: LondonNumbers,
  lane: Lane,
  { thread, time }: Targets,
  periods: readonly Period[],
): number {
  const end = periods.filter(({ inWindow }) => inWindow).at(-1)?.to ?? 0;
  const ownThreadReplies =
    lane === 2 ? thread.reduce((sum, one, at) => sum + ((time[at] ?? end) < end ? one : 0), 0) : 0;
  return Math.round((numbers.networkShares[lane] ?? 0) * ((numbers.totals[lane] ?? 0) + ownThreadReplies));
}

/** Four peak weeks, one of them that of the joint activation, two low ones, the rest typical. */
function kindsOfWeeks(periods: readonly Period[], random: RandomStream): ("peak" | "typical" | "low")[] {
  const full = periods.map((_, at) => at).filter((at) => isFullWeek(periods[at]));
  const activated = full.filter((at) => contains(periods[at], activation));
  const others = random.shuffled(full.filter((at) => !activated.includes(at)));
  const peaks = new Set([...activated, ...others.slice(0, 4 - activated.length)]);
  const lows = new Set(others.slice(4, 6));
  return periods.map((_, at) => (peaks.has(at) ? "peak" : lows.has(at) ? "low" : "typical"));
}

function isFullWeek(period: Period | undefined): boolean {
  return period?.inWindow === true && period.to - period.from === 7 * day;
}

function contains(period: Period | undefined, time: number): boolean {
  return period !== undefined && period.from <= time && time < period.to;
}

/**
 * Attention follows what was posted, but less than in proportion, and some weeks run hotter. There is none before there is
 * anything to act on.
 */
function volumeOf({ from, to }: Period, targets: Targets, isPeak: boolean, random: RandomStream): number {
  const older = targetsBefore(targets, from);
  const posted = targetsBefore(targets, to) - older;
  const volume = (posted + (to - from) / day) ** 0.85 * logNormal(random, 0.15) * (isPeak ? 1.25 : 1);
  return older > 0 ? volume : 0;
}

/** After the window attention fades by half every three weeks. */
function fading(from: number, to: number, periods: readonly Period[]): number {
  const start = periods.find(({ inWindow }) => !inWindow)?.from ?? from;
  return ((to - from) / day) * 0.5 ** ((from - start) / (21 * day));
}

/**
 * The network's part of each week: a share drawn within the week's range, all bent by one exponent until they sum to the
 * total.
 */
function networkPart(
  all: Float64Array,
  total: number,
  lane: Lane,
  kinds: readonly ("peak" | "typical" | "low")[],
  random: RandomStream,
): Float64Array {
  const draws = Array.from(all, () => random.fraction());
  const bent = (exponent: number) =>
    all.map((count, at) => {
      const [low, high] = (ranges[lane] as (typeof ranges)[number])[kinds[at] ?? "typical"];
      return count * (low + (high - low) * (draws[at] as number) ** exponent);
    });
  let [low, high] = [-6, 6]; // of the exponent's natural logarithm; a larger exponent gives smaller shares
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const sum = bent(Math.exp(middle)).reduce((a, b) => a + b, 0);
    if (sum > total) low = middle;
    else high = middle;
  }
  return apportion(total, bent(Math.exp((low + high) / 2)));
}
