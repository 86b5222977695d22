import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import { day, hour, type TimeSpan, wholeSecond } from "./window.js";

/** What becomes of an account. "suspended" and "deleted" are seen on the first status day, the later ones on the second. */
export type Fate = "lasting" | "suspended" | "deleted" | "suspended later" | "deleted later";

/** When an ordinary account was created, may act, and ends. */
export interface Life {
  createdAt: number;
  /** The span within which it amplifies. */
  acts: TimeSpan;
  suspendedFrom: number;
  deletedFrom: number;
}

/** What bounds a life; `notBefore` is when the last of the posts that it is to act on can first be seen. */
export interface LifeBounds {
  window: TimeSpan;
  statusDays: readonly [number, number];
  notBefore: number;
}

/** Accounts that joined Twitter in each year from 2006, in relative numbers: fast growth to 2010, level after, more in 2020. */
const joined = [0.1, 0.5, 1.5, 6, 8, 9.5, 10, 9, 7.5, 6.5, 6, 6.5, 7, 9, 14, 1.1];
const firstYear = 2006;
const firstAccount = Date.parse("2006-03-21T20:50:14Z");
const joinedInAll = joined.reduce((sum, number) => sum + number, 0);

/** Fates of accounts that are not suspended on the first status day. No source prints these shares. */
export function otherFate(random: RandomStream): Fate {
  const place = random.fraction();
  if (place < 0.022) return "suspended later";
  if (place < 0.04) return "deleted";
  return place < 0.047 ? "deleted later" : "lasting";
}

/** Draws a life. Suspended accounts tend to be younger, and most acted for weeks or months before their end (claim G13). */
export function lifeOf(fate: Fate, { window, statusDays, notBefore }: LifeBounds, random: RandomStream): Life {
  const young = fate.startsWith("suspended") && random.fraction() < 0.45;
  const createdAt = young ? recentlyCreated(window, random) : created(window.to - 2 * hour, random);
  const end = endOf(fate, Math.max(createdAt + 3 * day, notBefore + hour, window.from + 5 * day), statusDays, random);
  const acts = { from: startOfActs(createdAt, Math.min(end, window.to), window, random), to: Math.min(end, window.to) };
  const never = Number.POSITIVE_INFINITY;
  return {
    createdAt,
    acts,
    suspendedFrom: fate.startsWith("suspended") ? end : never,
    deletedFrom: fate.startsWith("deleted") ? end : never,
  };
}

function created(before: number, random: RandomStream): number {
  for (;;) {
    let place = random.fraction() * joinedInAll;
    let year = 0;
    while (place >= (joined[year] ?? Number.POSITIVE_INFINITY)) place -= joined[year++] ?? 0;
    const from = Date.UTC(firstYear + year, 0, 1);
    const moment = wholeSecond(from + random.fraction() * (Date.UTC(firstYear + year + 1, 0, 1) - from));
    if (moment >= firstAccount && moment < before) return moment;
  }
}

function recentlyCreated({ from, to }: TimeSpan, random: RandomStream): number {
  const first = from - 400 * day;
  return wholeSecond(first + random.fraction() ** 0.8 * (to - 10 * day - first));
}

function endOf(fate: Fate, earliest: number, [first, next]: readonly [number, number], random: RandomStream): number {
  if (fate === "lasting") return Number.POSITIVE_INFINITY;
  const latest = fate.endsWith("later") ? next : first;
  const from = fate.endsWith("later") ? first + hour : Math.min(earliest, latest - day);
  return wholeSecond(latest - random.fraction() ** 1.6 * (latest - from));
}

/** Accounts created long before begin anywhere in the first part of the window, most at its start; new ones after days. */
function startOfActs(createdAt: number, end: number, { from }: TimeSpan, random: RandomStream): number {
  const wait = Math.min(3 * day * logNormal(random, 1.8), (end - createdAt) / 3);
  const first = Math.max(from, createdAt + wait);
  const late = random.fraction() < 0.6 ? 0 : 0.6 * random.fraction() ** 2;
  return wholeSecond(first + late * (end - first)) + 1000;
}
