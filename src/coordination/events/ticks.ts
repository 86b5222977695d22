import { sharedTimes } from "./shared-columns.js";

/** Times as whole numbers, so that differences and sums of them are exact and a window's edge is an edge. */
export interface Ticks {
  /** Time of each event in ticks since the Unix epoch. */
  ticks: Float64Array;
  /** 1, 1,000 or 1,000,000: the coarsest clock on which every time is whole. */
  perSecond: number;
}

const clocks = [1, 1e3, 1e6];

/** The time, kept to the microsecond. */
export function toMicrosecond(seconds: number): number {
  return Number.isInteger(seconds) ? seconds : Math.round(seconds * 1e6) / 1e6;
}

/**
 * Times as whole ticks of the coarsest clock that also measures `window` exactly. Binary fractions of a second do not subtract
 * exactly: 1623881151.1 - 1623881091.1 is a little more than 60. Time n.
 *
 * @param seconds Unix times, kept to the microsecond.
 * @param windows Lengths in seconds, which the clock must measure too.
 * @example
 * inTicks([0, 1.5]).perSecond; // 1000
 */
export function inTicks(seconds: ArrayLike<number>, ...windows: number[]): Ticks {
  const perSecond = clocks.find((clock) => isWholeOn(clock, windows) && isWholeOn(clock, seconds)) ?? 1e6;
  if (perSecond === 1 && seconds instanceof Float64Array) return { ticks: seconds, perSecond };
  const ticks = sharedTimes(seconds.length);
  for (let row = 0; row < ticks.length; row += 1) ticks[row] = Math.round((seconds[row] as number) * perSecond);
  return { ticks, perSecond };
}

function isWholeOn(clock: number, times: ArrayLike<number>): boolean {
  for (let at = 0; at < times.length; at += 1) {
    const time = times[at] as number;
    if (Math.round(time * clock) / clock !== time) return false;
  }
  return true;
}
