import type { Study } from "./study.js";
import { addDays, type UtcDay } from "./time.js";

/**
 * The first day of the week in which a day lies.
 *
 * @example
 * firstDayOfWeek(utcDay("2020-06-09"), "sunday"); // "2020-06-07"
 */
export function firstDayOfWeek(day: UtcDay, weekStart: Study["weekStart"]): UtcDay {
  const sinceSunday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -(weekStart === "sunday" ? sinceSunday : (sinceSunday + 6) % 7));
}
