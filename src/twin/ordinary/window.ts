import type { UtcDay } from "../../study/time.js";

export const second = 1000;
export const hour = 3_600_000;
export const day = 24 * hour;

/** A span of time in milliseconds since 1970; the end is not included. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** First millisecond of a day, UTC. */
export function startOf(utcDay: UtcDay): number {
  return Date.parse(`${utcDay}T00:00:00Z`);
}

/** The moment rounded down to a whole second. */
export function wholeSecond(time: number): number {
  return Math.floor(time / second) * second;
}
