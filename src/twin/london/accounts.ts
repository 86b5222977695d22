import { drawn, logNormal, runningTotals } from "../draws.js";
import type { RandomStream } from "../random.js";
import { london, type TimeZone } from "../time-zones.js";

const day = 86_400_000;

/** Accounts opened in each year from 2009: many in the first years, few later, many again in 2020. */
const growth = runningTotals([5, 7, 9, 10, 9, 8, 7, 7, 7, 6, 8, 15]);
const firstYear = 2009;

/** When an ordinary account was opened, before that moment. */
export function ordinaryCreation(before: number, random: RandomStream): number {
  for (;;) {
    const year = firstYear + drawn(growth, random.fraction());
    const created = Date.UTC(year, 0, 1) + random.integer(0, 365 * 86_400 - 1) * 1000;
    if (created < before) return created;
  }
}

const zones: readonly TimeZone[] = [
  london,
  { offset: 8, europeanSummer: false },
  { offset: -5, europeanSummer: false },
  { offset: 5, europeanSummer: false },
  { offset: 1, europeanSummer: true },
  { offset: 3, europeanSummer: false },
];
const zoneWeights = runningTotals([40, 20, 14, 11, 8, 7]);

/** Where someone who follows London's diplomats lives. */
export function audienceZone(random: RandomStream): TimeZone {
  return zones[drawn(zoneWeights, random.fraction())] ?? london;
}

export function ordinaryFollowers(random: RandomStream): number {
  return Math.round(70 * logNormal(random, 1.7));
}

/** A moment within those days, on a whole second. */
export function momentWithin(from: string, to: string, random: RandomStream): number {
  const first = Date.parse(`${from}T00:00:00Z`) / 1000;
  const last = (Date.parse(`${to}T00:00:00Z`) + day) / 1000 - 1;
  return random.integer(first, last) * 1000;
}
