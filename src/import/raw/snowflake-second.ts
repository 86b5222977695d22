const epoch = 1_288_834_974_657n;
/** Ids below come from the time before Twitter's scheme, November 2010, and carry no time. */
const first = 30_000_000_000n;
const last = 1n << 62n;

/**
 * The second in which a tweet was posted, by its id: Twitter's ids count milliseconds in their upper 42 bits. Null for ids that carry no
 * time. It is how a reply tells when the tweet was posted that it answers, which the platform does not send along.
 *
 * @example
 * snowflakeSecond("1293474571464343559"); // 1597223344000
 */
export function snowflakeSecond(id: string): number | null {
  if (!/^\d{11,19}$/.test(id)) return null;
  const number = BigInt(id);
  if (number < first || number >= last) return null;
  return Math.floor(Number((number >> 22n) + epoch) / 1000) * 1000;
}
