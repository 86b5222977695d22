import { UserError } from "../errors.js";
import type { CsvRow } from "../files/csv.js";
import { isUtcDay, isUtcInstant, type UtcDay, type UtcInstant } from "../study/time.js";

/** Values as the raw files write them. A missing value is empty or, as R writes it, the text NA. */

/** The value without the spaces around it; null if it is missing. */
export function textOf(row: CsvRow, column: string): string | null {
  const text = row.get(column).trim();
  return text === "" || text === "NA" ? null : text;
}

/** @throws UserError `FILE:LINE:COLUMN: not a calendar day: "2021-02-30"; write YYYY-MM-DD` */
export function dayOf(row: CsvRow, column: string): UtcDay {
  const text = row.get(column);
  if (isUtcDay(text)) return text;
  throw new UserError(`${row.at(column)}: ${column} is not a calendar day: "${text}"; write YYYY-MM-DD`);
}

/** @throws UserError `FILE:LINE:COLUMN: not an instant in UTC: "2021-02-30T00:00:00Z"; write YYYY-MM-DDTHH:MM:SSZ` */
export function instantOf(row: CsvRow, column: string): UtcInstant {
  const text = row.get(column);
  if (isUtcInstant(text)) return text;
  throw new UserError(`${row.at(column)}: ${column} is not an instant in UTC: "${text}"; write YYYY-MM-DDTHH:MM:SSZ`);
}

/** TRUE, FALSE, or null where missing; undefined for anything else. */
export function booleanOf(row: CsvRow, column: string): boolean | null | undefined {
  const text = textOf(row, column);
  if (text === null) return null;
  return text === "TRUE" ? true : text === "FALSE" ? false : undefined;
}

/** A count of at least 0, or null where missing; undefined for anything else. */
export function countOf(row: CsvRow, column: string): number | null | undefined {
  const text = textOf(row, column);
  if (text === null) return null;
  const count = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(count) ? count : undefined;
}

/** Handles are compared without case, as the platform does. */
export function handleKey(handle: string): string {
  return handle.toLowerCase();
}

/** Whether the text can be a handle on Twitter. */
export function isHandle(text: string): boolean {
  return /^[A-Za-z0-9_]{1,15}$/.test(text);
}
