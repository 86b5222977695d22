import { Refusal } from "./refusal.js";

/** Values as platforms write them, checked once for all readers. Each throws a Refusal that names the field. */

const hour = 3_600_000;
/** The corpus holds nothing from before the first of its platforms opened. */
const earliest = Date.parse("2004-02-04T00:00:00Z");
const latest = Date.parse("2100-01-01T00:00:00Z");
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const classic = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/;
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/;

/** The time of v1.1: `Wed Aug 12 09:00:00 +0000 2020`. */
export function classicTime(text: unknown, field: string): number {
  const parts = typeof text === "string" ? classic.exec(text) : null;
  if (!parts) throw new Refusal(`${field} is no time as the platform writes it`, "restore the record");
  const [, month = "", day, hours, minutes, seconds, sign, zoneHours, zoneMinutes, year] = parts;
  const zone = (Number(zoneHours) * hour + Number(zoneMinutes) * 60_000) * (sign === "-" ? -1 : 1);
  return calendarTime(field, [year, months.indexOf(month) + 1, day, hours, minutes, seconds].map(Number)) - zone;
}

/**
 * A time in ISO order, `2020-08-12T09:00:00.000Z` or `2020-08-12 09:00:00+00`; without a zone it is taken as UTC, in which the
 * platforms and the papers' database keep their times.
 */
export function isoTime(text: unknown, field: string): number {
  const parts = typeof text === "string" ? iso.exec(text.trim()) : null;
  if (!parts) throw new Refusal(`${field} is no time`, "write YYYY-MM-DD HH:MM:SS, in UTC or with its zone");
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0", fraction = "", zone = "Z"] = parts;
  const whole = calendarTime(field, [year, month, day, hours, minutes, seconds].map(Number));
  return whole + Math.floor(Number(`0.${fraction || "0"}`) * 1000) - zoneOffset(zone);
}

function zoneOffset(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!parts) return 0;
  return (Number(parts[2]) * hour + Number(parts[3] ?? 0) * 60_000) * (parts[1] === "-" ? -1 : 1);
}

function calendarTime(
  field: string,
  [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0]: number[],
): number {
  const time = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const date = new Date(time);
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hours < 24 && minutes < 60 && seconds < 60;
  if (!exists) throw new Refusal(`${field} is not on the calendar`, "correct the date");
  if (time < earliest || time >= latest)
    throw new Refusal(`${field} lies before the platforms or after 2099`, "correct it");
  return time;
}

/** Seconds or milliseconds since 1970, or a time in ISO order. */
export function looseTime(value: unknown, field: string): number {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  if (!/^\d{9,13}(\.\d+)?$/.test(text)) return isoTime(text, field);
  const time = Math.floor(Number(text) * (text.split(".")[0]?.length === 13 ? 1 : 1000));
  if (time < earliest || time >= latest)
    throw new Refusal(`${field} lies before the platforms or after 2099`, "correct it");
  return time;
}

/** An id of Twitter or Facebook, or what an archive put in its place. Ids must come as text. */
export function idText(value: unknown, field: string): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (rounded.test(text))
    throw new Refusal(`${field} was rounded, as by a spreadsheet`, "take the ids from the source");
  if (/^[A-Za-z0-9+/=_.:-]{1,128}$/.test(text) && !missing.has(text)) return text;
  if (typeof value === "number") throw new InexactId(field);
  throw new Refusal(`${field} is no id`, "restore the record");
}

/** A number as spreadsheets and floating-point columns write it: `1.29E+18`, `1293474571464343552.0`. */
const rounded = /^\d+(\.\d+)?[eE]\+?\d{1,2}$|^\d+\.\d*$/;

/** An id came as a number that JSON cannot carry exactly: the record must be read again, its digits as text. */
export class InexactId extends Refusal {
  constructor(field: string) {
    super(`${field} is a number too large to be exact`, "write ids as text");
  }
}

/** An id that may be missing: null, empty, NA, NULL, -1 and 0 all mean none. */
export function optionalId(value: unknown, field: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" && (value === 0 || value === -1)) return null;
  if (typeof value === "string" && (missing.has(value.trim()) || value.trim() === "0" || value.trim() === "-1"))
    return null;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : idText(value, field);
}

const missing = new Set(["", "NA", "NULL", "null", "None", "nan", "NaN", "N/A"]);

/** A text that may be missing, where an empty one says no more than none. */
export function optionalText(value: unknown): string | null {
  return typeof value !== "string" || missing.has(value.trim()) ? null : value;
}

/**
 * A count of at least 0, with or without commas between thousands; null where missing. `12.0` is what floating-point columns make of 12;
 * `1.000` may be one or a thousand.
 */
export function optionalCount(value: unknown, field: string): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" && missing.has(value.trim())) return null;
  const digits = typeof value === "string" ? withoutThousands(value.trim()) : value;
  const count = typeof digits === "string" && /^\d+(\.0{1,2})?$/.test(digits) ? Number(digits) : digits;
  if (typeof count === "number" && Number.isSafeInteger(count) && count >= 0) return count;
  throw new Refusal(`${field} is no count`, "write a whole number of at least 0");
}

function withoutThousands(text: string): string {
  return /^\d{1,3}(,\d{3})+(\.0{1,2})?$/.test(text) ? text.replaceAll(",", "") : text;
}

/** Yes or no in the words of JSON, R, Python and PostgreSQL; null where missing. */
export function optionalBoolean(value: unknown, field: string): boolean | null {
  if (typeof value === "boolean") return value;
  if (value === null || value === undefined || (typeof value === "string" && missing.has(value.trim()))) return null;
  const text = String(value).trim().toLowerCase();
  if (["true", "t", "1", "yes"].includes(text)) return true;
  if (["false", "f", "0", "no"].includes(text)) return false;
  throw new Refusal(`${field} is neither true nor false`, "write one of them");
}

/** Codes that changed, to those of today; und and the codes for tweets without words are no language. */
const renamed: Record<string, string> = { iw: "he", in: "id", ji: "yi", zxx: "", und: "", art: "" };

/** Language as the platform detected it: `en` of `en-GB`; null for none. */
export function optionalLanguage(value: unknown): string | null {
  const [code = ""] = typeof value === "string" ? value.trim().toLowerCase().split(/[-_]/) : [];
  const known = renamed[code] ?? code;
  return /^[a-z]{2,3}$/.test(known) && !/^q[a-z]{2}$/.test(known) && known !== "na" ? known : null;
}

/** A handle without its @, or null. */
export function optionalHandle(value: unknown): string | null {
  const text = typeof value === "string" ? value.trim().replace(/^@/, "") : "";
  return /^[\p{L}\p{N}_.-]{1,100}$/u.test(text) && !missing.has(text) ? text : null;
}
