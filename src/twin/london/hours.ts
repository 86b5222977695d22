import type { RandomStream } from "../random.js";
import { type Curve, curve, type Habit, leisureHabit, momentOn } from "../rhythm.js";
import { localOffset, london, type TimeZone } from "../time-zones.js";
import type { Period } from "./periods.js";

const hour = 3_600_000;
const noNews = new Float64Array(0);

/** The network's hours (claim U27): busy in the morning and early evening of London's working days. */
const networkHabit: Habit = {
  hours: [0, 0, 0, 0, 0, 0, 0.05, 0.5, 1.1, 1.4, 1.3, 1, 0.7, 0.6, 0.8, 1, 1.3, 1.4, 1, 0.4, 0.1, 0, 0, 0],
  weekdays: [0.2, 1.05, 1.1, 1.05, 1, 0.95, 0.25],
};

/** When the operators work, in each of the periods. */
export function networkCurves(periods: readonly Period[]): Curve[] {
  return periods.map(({ from, to }) =>
    curve(from, to, { habit: networkHabit, zone: london, news: noNews, newsFrom: 0 }),
  );
}

/** A moment of the curve between two others; any moment between them if the curve never falls there. */
export function momentBetween(on: Curve, from: number, to: number, random: RandomStream): number {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const moment = momentOn(on, random.fraction());
    if (moment >= from && moment < to) return moment;
  }
  const first = Math.ceil(Math.max(on.from, from) / 1000);
  const last = Math.ceil(Math.min(on.to, to) / 1000) - 1;
  return random.integer(Math.min(first, last), last) * 1000;
}

const mostAwake = Math.max(...leisureHabit.hours);

/** Whether someone in that zone is up and about at that moment, as a matter of chance. */
export function isAwake(time: number, zone: TimeZone, random: RandomStream): boolean {
  const local = time + localOffset(zone, time);
  return random.fraction() * mostAwake < (leisureHabit.hours[Math.floor(local / hour) % 24] ?? 0);
}

/** Hour of the day on London's clocks. */
export function londonHour(time: number): number {
  return Math.floor((time + localOffset(london, time)) / hour) % 24;
}
