import { utf8 } from "./byte-texts.js";
import { toMicrosecond } from "./ticks.js";

const zero = 0x30;
const secondsPerDay = 86_400;
const earliest = -59_011_459_200; // 0100-01-01
const afterLast = 253_402_300_800; // 10000-01-01
const mostDigits = 12;
const isoLength = "2021-06-16T22:04:51".length;

/**
 * Unix seconds of a time written as such (`1623881091`, `1623881091.25`, `1.6e9`) or as ISO 8601 with a time of day
 * (`2021-06-16T22:04:51.25Z`; a space for the T, no seconds, no zone, which is UTC, and `+08:00` are accepted). NaN for anything
 * else and for years outside 100 to 9999, which is where Unix milliseconds fall.
 *
 * @param bytes The text from `from` up to `to`.
 * @example
 * eventTime(new TextEncoder().encode("2021-06-17T06:04:51+08:00")); // 1623881091
 */
export function eventTime(bytes: Uint8Array, from = 0, to = bytes.length): number {
  if (to - from <= mostDigits) {
    const seconds = numberAt(bytes, from, to);
    if (seconds >= 0) return seconds < afterLast ? seconds : Number.NaN;
  } else if (to - from - isoLength <= 1) {
    const seconds = plainIsoSeconds(bytes, from, to);
    if (seconds >= earliest) return seconds;
  }
  return otherTime(utf8(bytes, from, to));
}

/** The digits as a number; -1 if there are none or something else stands among them. */
function numberAt(bytes: Uint8Array, from: number, to: number): number {
  let number = from < to ? 0 : -1;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The commonest form of ISO 8601, to the second and in UTC, without making a string; NaN for every other. */
function plainIsoSeconds(bytes: Uint8Array, from: number, to: number): number {
  const signs = [bytes[from + 4], bytes[from + 7], bytes[from + 13], bytes[from + 16]];
  const isPlain = to - from === isoLength || (to - from === isoLength + 1 && bytes[to - 1] === 0x5a);
  if (!isPlain || signs[0] !== 0x2d || signs[1] !== 0x2d || signs[2] !== 0x3a || signs[3] !== 0x3a) return Number.NaN;
  if (bytes[from + 10] !== 0x54 && bytes[from + 10] !== 0x20) return Number.NaN;
  const two = (at: number) => numberAt(bytes, from + at, from + at + 2);
  return secondsOf(numberAt(bytes, from, from + 4), two(5), two(8), two(11), two(14), two(17));
}

const decimal = /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i;
const isoTime = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;

function otherTime(written: string): number {
  const text = written.trim();
  const seconds = decimal.test(text) ? Number(text) : isoSeconds(text);
  return seconds >= earliest && seconds < afterLast ? toMicrosecond(seconds) : Number.NaN;
}

function isoSeconds(text: string): number {
  const parts = isoTime.exec(text);
  if (!parts) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1, 6).map(Number);
  const second = Number((parts[6] ?? "0").replace(",", "."));
  return secondsOf(year, month, day, hour, minute, second) - secondsAheadOfUtc(parts[7]);
}

/** NaN where a part is out of range; a part of -1 is no number. */
function secondsOf(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  if (year < 100 || hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second >= 60) return Number.NaN;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return Number.NaN;
  return daysSince1970(year, month, day) * secondsPerDay + hour * 3600 + minute * 60 + second;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Days since 1970 in the Gregorian calendar, with years that begin in March so that the leap day is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysBeforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return marchYear * 365 + leapDays + daysBeforeMonth + day - 1 - 719_468;
}

function secondsAheadOfUtc(zone = "Z"): number {
  if (!/\d/.test(zone)) return 0;
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (hours > 15 || minutes > 59) return Number.NaN;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60);
}
