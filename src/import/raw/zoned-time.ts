import { isoTime } from "./cells.js";
import { Refusal } from "./refusal.js";

/** Hours from UTC of the abbreviations that exports carry. CST is that of America: exports do not use China's. */
const abbreviations: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  BST: 1,
  WET: 0,
  WEST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const hour = 3_600_000;
const ending = /^(.*\d)\s*(Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2})$/;

/** Whether a time says in which zone it is. */
export function namesZone(text: string): boolean {
  return ending.test(text.trim());
}

/** Whether the name of a zone is one that times can be read in: an IANA name such as Europe/London, or an abbreviation. */
export function isZone(name: string): boolean {
  if (name in abbreviations) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * A time in the zone that it names, else in the zone given, as milliseconds since 1970.
 *
 * @example
 * zonedTime("2021-01-05 08:00:19 EST", null, "Post Created"); // 1609851619000
 */
export function zonedTime(text: string | undefined, zone: string | null, field: string): number {
  const parts = ending.exec((text ?? "").trim());
  const [clock = text ?? "", named = zone] = parts ? [parts[1], parts[2]] : [];
  if (named === null) throw new Refusal(`${field} names no time zone`, "name it with --time-zone");
  if (named === "Z" || /^[+-]/.test(named)) return isoTime(`${clock}${named}`, field);
  const offset = abbreviations[named];
  if (offset !== undefined) return isoTime(clock, field) - offset * hour;
  if (!isZone(named)) throw new Refusal(`${field} has a time zone that nobody knows`, "name it with --time-zone");
  return inZone(isoTime(clock, field), named);
}

/** What a clock shows in a zone, as a time: looked up twice, because the offset is that of the time sought. */
function inZone(shown: number, zone: string): number {
  const first = shown - offsetAt(shown, zone);
  return shown - offsetAt(first, zone);
}

function offsetAt(time: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts });
  formats.set(zone, format);
  const shown = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour: hours = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hours, minute, second) - Math.floor(time / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const parts = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;
