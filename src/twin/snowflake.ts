/** First millisecond of Twitter's id scheme: ids count milliseconds from here, in their upper 42 bits. */
export const snowflakeEpoch = 1_288_834_974_657;

const sequences = 4_194_304;
const million = 1_000_000;

/**
 * The id that Twitter's scheme gives at that millisecond: milliseconds since November 2010 in the upper 42 bits, and below
 * them 22 bits that tell apart what was made in the same millisecond.
 *
 * Ids exceed 2^53, so the number is put together from two halves that stay exact.
 *
 * @throws RangeError for a time before the scheme began or a sequence outside 0..4,194,303
 * @example
 * BigInt(snowflake(Date.parse("2020-08-12T09:00:00Z"), 7)) >> 22n; // 308390025343n
 */
export function snowflake(milliseconds: number, sequence: number): string {
  const since = milliseconds - snowflakeEpoch;
  if (since < 0) throw new RangeError(`no snowflake so early: ${milliseconds}; the scheme began at ${snowflakeEpoch}`);
  if (sequence < 0 || sequence >= sequences) throw new RangeError(`sequence outside 0..${sequences - 1}: ${sequence}`);
  const lower = (since % million) * sequences + sequence;
  const upper = Math.floor(since / million) * sequences + Math.floor(lower / million);
  const digits = String(lower % million);
  return upper === 0 ? digits : `${upper}${digits.padStart(6, "0")}`;
}

/**
 * The id of the tweet with that running number, posted in that whole second. Different numbers never share an id, and the
 * bits below the second look drawn rather than counted.
 *
 * Number all tweets of a corpus in one row: the principals' posts first, then the amplifications.
 *
 * @example
 * tweetId(Date.parse("2020-08-12T09:00:00Z"), 0) !== tweetId(Date.parse("2020-08-12T09:00:00Z"), 1); // true
 */
export function tweetId(second: number, number: number): string {
  const millisecond = ((number % 1000) * 389 + 211) % 1000; // 389 shares no factor with 1000: each number its own
  const sequence = Math.imul(Math.floor(number / 1000) + 1, 0x9e37_79b1) & (sequences - 1); // odd factor: likewise
  return snowflake(second + millisecond, sequence);
}

/** The millisecond in which the id was made, the inverse of `snowflake`. */
export function snowflakeTime(id: string): number {
  return Number(BigInt(id) >> 22n) + snowflakeEpoch;
}
