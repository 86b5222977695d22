import type { DayWindow } from "../study/study.js";
import { drawn, logNormal } from "./draws.js";
import { randomStream } from "./random.js";
import { localOffset, type TimeZone } from "./time-zones.js";

const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;

/** How likely someone is to act by the clock and the day of the week where they live. */
export interface Habit {
  /** Weight of each hour of the day, from midnight. */
  hours: readonly number[];
  /** Weight of each day of the week, from Sunday. */
  weekdays: readonly number[];
}

/** An office: mornings and afternoons of the working week, a little in the evening, almost nothing at night. */
export const officeHabit: Habit = {
  hours: [1, 0.5, 0.3, 0.3, 0.3, 0.6, 1.5, 4, 8, 11, 12, 11, 9, 8, 9, 10, 10, 9, 7, 6, 5, 5, 4, 2],
  weekdays: [0.55, 1, 1.08, 1.08, 1.05, 1, 0.6],
};

/** A newsroom: round the clock, thinner at night and at the week's end. */
export const newsroomHabit: Habit = {
  hours: [3, 2, 1.6, 1.5, 1.6, 2.2, 4, 6, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8.5, 8.5, 8, 7, 6, 4.5],
  weekdays: [0.8, 1, 1.04, 1.04, 1.03, 1, 0.84],
};

/** Anyone with a telephone: some through the day, most in the evening, the week's end as busy as the rest. */
export const leisureHabit: Habit = {
  hours: [4, 2.2, 1.3, 0.9, 0.8, 1, 2, 4, 5.5, 6, 6.2, 6.4, 7, 6.6, 6.2, 6, 6.2, 6.6, 7.2, 8, 8.6, 8.6, 7.6, 6],
  weekdays: [1.03, 0.98, 0.98, 1, 1, 1, 1.01],
};

/** First millisecond of the window and the first after it. */
export function bounds({ from, to }: DayWindow): { from: number; to: number } {
  return { from: Date.parse(`${from}T00:00:00Z`), to: Date.parse(`${to}T00:00:00Z`) + day };
}

/**
 * How much more there was to talk about on each day of the window: 1 or near it on most days, 1.5 to 3 on about one day in
 * eighteen, and half of that on the day after. All of the twin's accounts share the same days.
 */
export function newsOfDays(seed: number, window: DayWindow): Float64Array {
  const { from, to } = bounds(window);
  const factors = Float64Array.from({ length: (to - from) / day }, (_, at) => {
    const random = randomStream(seed, `news/${new Date(from + at * day).toISOString().slice(0, 10)}`);
    const ordinary = logNormal(random, 0.08);
    return random.fraction() < 1 / 18 ? 1.5 + 1.5 * random.fraction() : ordinary;
  });
  return factors.map((factor, at) => {
    const dayBefore = at > 0 ? (factors[at - 1] as number) : 1;
    return dayBefore >= 1.5 ? Math.max(factor, 1 + (dayBefore - 1) / 2) : factor;
  });
}

/** A span of time cut into hours, with the running totals of how likely each is. */
export interface Curve {
  from: number;
  to: number;
  /** The first full hour at or before `from`. */
  firstHour: number;
  runningTotals: Float64Array;
}

/** What a curve is made from; `weightOf` adds what belongs to the account alone, such as getting under way. */
export interface CurveOptions {
  habit: Habit;
  zone: TimeZone;
  /** Factors of the days from `newsFrom` on; days outside count 1. */
  news: Float64Array;
  newsFrom: number;
  weightOf?: (time: number) => number;
}

/** How likely each hour is, from one moment to another (the last not included). Hours that are cut short count in part. */
export function curve(from: number, to: number, { habit, zone, news, newsFrom, weightOf }: CurveOptions): Curve {
  const firstHour = Math.floor(from / hour) * hour;
  const totals = new Float64Array(Math.max(0, Math.ceil((to - firstHour) / hour)));
  let total = 0;
  for (let at = 0; at < totals.length; at += 1) {
    const start = firstHour + at * hour;
    const part = (Math.min(start + hour, to) - Math.max(start, from)) / hour;
    const local = start + localOffset(zone, start);
    const clock = habit.hours[Math.floor(local / hour) % 24] ?? 0;
    const weekday = habit.weekdays[(Math.floor(local / day) + 4) % 7] ?? 0; // 1 January 1970 was a Thursday
    const dayFactor = news[Math.floor((start - newsFrom) / day)] ?? 1;
    total += part * clock * weekday * dayFactor * (weightOf?.(start) ?? 1);
    totals[at] = total;
  }
  return { from, to, firstHour, runningTotals: totals };
}

/**
 * The moment, on a whole second, at that fraction of the curve's weight; evenly drawn fractions give moments that follow
 * the curve.
 *
 * @example
 * momentOn(curve, random.fraction()); // milliseconds since 1970
 */
export function momentOn({ from, to, firstHour, runningTotals }: Curve, fraction: number): number {
  const at = drawn(runningTotals, fraction);
  const total = runningTotals[runningTotals.length - 1] ?? 0;
  const before = at > 0 ? (runningTotals[at - 1] as number) : 0;
  const within = (fraction * total - before) / ((runningTotals[at] as number) - before);
  const start = Math.max(from, firstHour + at * hour);
  const end = Math.min(to, firstHour + (at + 1) * hour);
  const moment = Math.floor((start + within * (end - start)) / second) * second;
  return Math.min(Math.max(moment, Math.ceil(from / second) * second), Math.ceil(to / second) * second - second);
}
