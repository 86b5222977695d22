import { binomialUpperTail } from "../../statistics/binomial.js";
import { placeAfter, placeOf } from "./ranks.js";

/** How many other accounts of the pool were created close to an account, and how many chance would put there. */
export interface CreationBurst {
  withinTenMinutes: number | null;
  expectedWithinTenMinutes: number | null;
  withinHour: number | null;
  expectedWithinHour: number | null;
  withinDay: number | null;
  expectedWithinDay: number | null;
  /** Of the most surprising of the three counts, times three for having looked at three. */
  pValue: number | null;
}

export const creationBurstColumns = {
  withinTenMinutes: "Other accounts created at most ten minutes before or after it",
  expectedWithinTenMinutes: "The same, as expected from the accounts created in the days and months around it",
  withinHour: "Other accounts created at most an hour before or after it",
  expectedWithinHour: "The same, as expected",
  withinDay: "Other accounts created at most a day before or after it",
  expectedWithinDay: "The same, as expected",
  pValue: "Chance of as surprising a count, corrected for the three spans tried",
} satisfies Record<keyof CreationBurst, string>;

const [minute, hour, day] = [60, 3600, 86_400];
const spans = [10 * minute, hour, day];
/** The intensity is the highest of three: from a quarter before, a quarter after, and the fortnight on both sides. */
const neighbourhoods = [
  { before: 90 * day, after: -day },
  { before: -day, after: 90 * day },
  { before: 14 * day, after: 14 * day },
];
/** A neighbourhood cut shorter than this by the ends of the period knows too little. */
const leastExposure = 7 * day;

const unknown: CreationBurst = {
  withinTenMinutes: null,
  expectedWithinTenMinutes: null,
  withinHour: null,
  expectedWithinHour: null,
  withinDay: null,
  expectedWithinDay: null,
  pValue: null,
};

/**
 * Creation bursts: was an account created together with others of the pool? (Claim U17: a third of the network within
 * minutes on five days.)
 *
 * Chance is the pool's own intensity around that date: the highest of that in the 90 days before, in the 90 days after
 * and in the fortnight on both sides, always without the day next to the account that is tested, so that neither a wave
 * of new accounts nor its edge is surprising; for the two shorter spans with the pool's rhythm over the hours of the
 * day, UTC. If the intensity is even otherwise, the count in the span given the count in both is binomial, which also
 * allows for the intensity being known from few accounts (Przyborowski and Wilenski 1940, Biometrika 31:313-323). The
 * p-value is Bonferroni's over the three spans. Friends who sign up together, or a class, make a burst as well.
 *
 * @param created Unix seconds; NaN where the creation is not known, which gives nulls. Time n log n.
 * @param until End of the period in which accounts could be created, Unix seconds.
 * @example
 * creationBursts([0, 300, 8e6, 9e6], 1e7)[0]?.withinTenMinutes; // 1
 */
export function creationBursts(created: ArrayLike<number>, until: number): CreationBurst[] {
  const sorted = Float64Array.from(created)
    .filter((time) => !Number.isNaN(time))
    .sort();
  const period = { from: sorted[0] ?? until, until: Math.max(until, sorted.at(-1) ?? until) };
  const rhythm = hourCounts(sorted);
  return Array.from(created, (time) => (Number.isNaN(time) ? unknown : burst(time, sorted, period, rhythm)));
}

interface Period {
  from: number;
  until: number;
}

function burst(time: number, sorted: Float64Array, period: Period, rhythm: Float64Array): CreationBurst {
  const { accounts, exposure } = backgroundOf(time, sorted, period);
  const [tenMinutes, anHour, aDay] = spans.map((span) => {
    const count = between(sorted, time - span, time + span) - 1;
    const factor = span < day ? hourFactor(time, sorted, rhythm) : 1;
    const length = inside(period, time - span, time + span) * factor;
    if (exposure === 0) return { count, expected: null, pValue: null };
    const pValue = binomialUpperTail(count, count + accounts, length / (length + exposure));
    return { count, expected: (accounts * length) / exposure, pValue };
  });
  const pValues = [tenMinutes, anHour, aDay].flatMap((tried) => tried?.pValue ?? []);
  return {
    withinTenMinutes: tenMinutes?.count ?? null,
    expectedWithinTenMinutes: tenMinutes?.expected ?? null,
    withinHour: anHour?.count ?? null,
    expectedWithinHour: anHour?.expected ?? null,
    withinDay: aDay?.count ?? null,
    expectedWithinDay: aDay?.expected ?? null,
    pValue: pValues.length === 0 ? null : Math.min(1, spans.length * Math.min(...pValues)),
  };
}

/** Accounts and seconds of the neighbourhood in which most are created; no seconds where none is long enough. */
function backgroundOf(time: number, sorted: Float64Array, period: Period): { accounts: number; exposure: number } {
  let densest = { accounts: 0, exposure: 0 };
  for (const { before, after } of neighbourhoods) {
    const sides = [
      [time - before, time - day],
      [time + day, time + after],
    ].filter(([from = 0, to = 0]) => from < to) as [number, number][];
    const found = { accounts: 0, exposure: 0 };
    for (const [from, to] of sides) {
      found.accounts += Math.max(0, placeOf(sorted, to) - placeAfter(sorted, from));
      found.exposure += inside(period, from, to);
    }
    if (found.exposure < leastExposure) continue;
    const denser = found.accounts * densest.exposure > densest.accounts * found.exposure;
    if (denser || densest.exposure === 0) densest = found;
  }
  return densest;
}

/** How many of the times lie in a span, both ends included. */
function between(sorted: Float64Array, from: number, to: number): number {
  return placeAfter(sorted, to) - placeOf(sorted, from);
}

/** Seconds of a span that lie in the period. */
function inside(period: Period, from: number, to: number): number {
  return Math.max(0, Math.min(period.until, to) - Math.max(period.from, from));
}

function hourCounts(times: Float64Array): Float64Array {
  const counts = new Float64Array(24);
  for (const time of times) counts[hourOf(time)] = (counts[hourOf(time)] as number) + 1;
  return counts;
}

const hourOf = (time: number) => ((Math.floor(time / hour) % 24) + 24) % 24;

/**
 * How much busier creation is in the three hours around a time of day than on average. Accounts of the same day are
 * left out, so that a burst does not explain itself; one imaginary account an hour keeps a small pool from knowing too
 * much.
 */
function hourFactor(time: number, sorted: Float64Array, rhythm: Float64Array): number {
  const wanted = [-1, 0, 1].map((step) => (hourOf(time) + step + 24) % 24);
  let [here, all] = [3, 24 + sorted.length];
  for (const at of wanted) here += rhythm[at] as number;
  for (let place = placeOf(sorted, time - day); place < placeAfter(sorted, time + day); place += 1) {
    all -= 1;
    if (wanted.includes(hourOf(sorted[place] as number))) here -= 1;
  }
  return here / wanted.length / (all / 24);
}
