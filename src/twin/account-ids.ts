import type { RandomStream } from "./random.js";
import { snowflake } from "./snowflake.js";

/** Accounts created from here on have snowflakes as ids. */
export const firstSnowflakeAccount = Date.parse("2016-01-01T00:00:00Z");
/** When Twitter opened. */
export const firstAccount = Date.parse("2006-03-21T00:00:00Z");

/**
 * An account id that agrees with the creation date as Twitter's do: a snowflake from 2016 on, and before that a short
 * integer that grows with the date.
 *
 * @example
 * BigInt(twitterAccountId("2020-04-21T09:00:00Z", random)) >> 22n; // milliseconds since November 2010
 */
export function twitterAccountId(createdAt: string, random: RandomStream): string {
  const created = Date.parse(createdAt);
  if (created >= firstSnowflakeAccount) {
    return snowflake(created + random.integer(0, 999), random.integer(0, 4_194_303));
  }
  const secondsPerId = 10;
  return String(Math.floor((created - firstAccount) / 1000) * secondsPerId + random.integer(0, secondsPerId - 1));
}

/** A page id of the length Facebook gives its pages: fifteen digits that carry no date. */
export function facebookPageId(random: RandomStream): string {
  return `${random.integer(100_000, 999_999)}${String(random.integer(0, 999_999_999)).padStart(9, "0")}`;
}
