import { UserError } from "../errors.js";

/** A calendar day in UTC, written YYYY-MM-DD. */
export type UtcDay = string & { readonly __brand: "UtcDay" };

/** An instant in UTC, written YYYY-MM-DDTHH:MM:SS[.sss]Z. */
export type UtcInstant = string & { readonly __brand: "UtcInstant" };

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/;
const millisecondsPerDay = 86_400_000;

/** Whether the text is a day of the calendar: 30 February is not. */
export function isUtcDay(text: string): text is UtcDay {
  const parts = dayPattern.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Whether the text is an instant in UTC on a day of the calendar. */
export function isUtcInstant(text: string): text is UtcInstant {
  const parts = instantPattern.exec(text);
  return parts !== null && isUtcDay(parts[1] ?? "");
}

/**
 * Reads a calendar day.
 *
 * @throws UserError when the text is not a day of the calendar.
 * @example
 * utcDay("2021-03-01"); // "2021-03-01"
 */
export function utcDay(text: string): UtcDay {
  if (!isUtcDay(text)) throw new UserError(`not a calendar day: "${text}"; write YYYY-MM-DD`);
  return text;
}

/**
 * The day a number of days later, or earlier when the number is negative.
 *
 * @example
 * addDays(utcDay("2021-02-28"), 1); // "2021-03-01"
 */
export function addDays(day: UtcDay, days: number): UtcDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10) as UtcDay;
}

/**
 * The same calendar day a number of years earlier; 29 February becomes 28 February in a year without one.
 *
 * @example
 * yearsBefore(utcDay("2021-02-23"), 2); // "2019-02-23"
 */
export function yearsBefore(day: UtcDay, years: number): UtcDay {
  const earlier = `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
  return isUtcDay(earlier) ? earlier : utcDay(`${earlier.slice(0, 4)}-02-28`);
}

/**
 * Days from one day to another: the difference of the dates, so that a day to itself counts 0.
 *
 * The papers divide 201,382 tweets by this difference (259), not by the number of days covered (260).
 *
 * @example
 * daysBetween(utcDay("2020-06-09"), utcDay("2021-02-23")); // 259
 */
export function daysBetween(from: UtcDay, to: UtcDay): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay;
}
