import { firstAccount, firstSnowflakeAccount } from "./account-ids.js";
import type { Amplifiers } from "./amplifiers.js";
import { tweetId } from "./snowflake.js";

/** Accounts a second that the short ids of the early years can tell apart. */
const idsPerSecond = 10;

/**
 * The ids of all amplifiers, each its own: snowflakes for accounts created from 2016 on, and for the older ones short
 * integers that grow with the creation date.
 *
 * @param taken ids that are in use already, of the principals
 * @throws Error if more accounts were created in one early second than ids can tell apart
 */
export function amplifierIds(amplifiers: Amplifiers, taken: ReadonlySet<string>): string[] {
  const created = amplifiers.createdAt.view();
  const ids = Array.from(created, (at, number) => (at >= firstSnowflakeAccount ? tweetId(at, number) : ""));
  const early = Int32Array.from(created.keys())
    .filter((number) => (created[number] as number) < firstSnowflakeAccount)
    .sort((a, b) => (created[a] as number) - (created[b] as number) || a - b);
  let [second, used] = [-1, 0];
  for (const number of early) {
    const itsSecond = Math.floor(((created[number] as number) - firstAccount) / 1000);
    if (itsSecond !== second) [second, used] = [itsSecond, 0];
    ids[number] = shortId(itsSecond, used, taken);
    used = Number(ids[number]) - itsSecond * idsPerSecond + 1;
  }
  return ids;
}

function shortId(second: number, from: number, taken: ReadonlySet<string>): string {
  for (let last = from; last < idsPerSecond; last += 1) {
    const id = String(second * idsPerSecond + last);
    if (!taken.has(id)) return id;
  }
  throw new Error(`more than ${idsPerSecond} accounts created in one second: ${second} s after the first account`);
}

/**
 * The pseudonyms of amplifiers: numbered in an order that has nothing to do with the order of generation, in which the
 * planted accounts come first.
 */
export function pseudonyms(count: number): (amplifier: number) => string {
  const digits = String(count).length;
  let step = Math.max(1, Math.floor(count * 0.618_033_988_749_895));
  while (greatestCommonDivisor(step, count) !== 1) step += 1;
  return (amplifier) => `amplifier_${String((amplifier * step + 1) % count).padStart(digits, "0")}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
