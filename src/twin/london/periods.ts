import type { Study } from "../../study/study.js";
import { bounds } from "../rhythm.js";
import { lastDay } from "./numbers.js";

const day = 86_400_000;

/** A week of the study, cut where the amplification window begins and ends. */
export interface Period {
  /** Milliseconds since 1970; `to` is not included. */
  from: number;
  to: number;
  inWindow: boolean;
}

/**
 * The weeks of the amplification window, then those after it to the last day that London is known for. The week in which
 * the window ends gives two periods.
 *
 * @example
 * londonPeriods(oii2021).filter(({ inWindow }) => inWindow).length; // 35, the last of one day
 */
export function londonPeriods({ amplificationWindow, weekStart }: Study): Period[] {
  const window = bounds(amplificationWindow);
  const end = Date.parse(`${lastDay}T00:00:00Z`) + day;
  const cut = (from: number, to: number, inWindow: boolean) =>
    weeksBetween(from, to, weekStart).map((week) => ({ ...week, inWindow }));
  return [...cut(window.from, window.to, true), ...cut(window.to, end, false)];
}

function weeksBetween(from: number, to: number, weekStart: Study["weekStart"]): { from: number; to: number }[] {
  const weeks = [];
  for (let start = startOfWeek(from, weekStart); start < to; start += 7 * day) {
    weeks.push({ from: Math.max(start, from), to: Math.min(start + 7 * day, to) });
  }
  return weeks;
}

/** Midnight that begins the week of that moment. */
export function startOfWeek(time: number, weekStart: Study["weekStart"]): number {
  const midnight = Math.floor(time / day) * day;
  const first = weekStart === "sunday" ? 0 : 1;
  return midnight - ((new Date(midnight).getUTCDay() - first + 7) % 7) * day;
}

/** Number of the period that holds the moment; -1 for none. */
export function periodAt(periods: readonly Period[], time: number): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const { from, to } = periods[middle] as Period;
    if (time < from) high = middle - 1;
    else if (time >= to) low = middle + 1;
    else return middle;
  }
  return -1;
}
