import { orderByTarget, type TargetedEvents } from "./target-order.js";

/** Two accounts that acted on the same posts within the window, counted by the papers' rule. */
export interface PaperPair {
  /** Numbers of the accounts, the smaller first. */
  first: number;
  second: number;
  /** Co-actions; an event counts once for the pair. */
  together: number;
  /** `together` over the events of both accounts. */
  rate: number;
}

/**
 * The papers' pairs: accounts that retweeted or answered the same post at most 60 seconds apart, with the number of
 * co-actions n and the rate n / (n1 + n2), where n1 and n2 are the events of the two.
 *
 * The papers join times rounded to ten minutes and times cut to ten minutes, which together lose no pair of at most
 * five minutes, and keep those within the window: the same as comparing all. Of two accounts that act several times on
 * a post each event is used once, the earliest partner first, which finds as many pairs as can be. Time is that of all
 * co-actions; memory theirs as well.
 *
 * @param eligible Whether the account at that number takes part; all if left out.
 * @returns By first, then second account.
 * @throws RangeError when the window is negative or not a number.
 * @example
 * const events = { account: [0, 1, 0], target: [5, 5, 5], seconds: [0, 60, 100] };
 * paperPairs(events, 60); // [{"first":0,"second":1,"together":1,"rate":1 / 3}]
 */
export function paperPairs(
  events: TargetedEvents,
  window: number,
  eligible: (account: number) => boolean = () => true,
): PaperPair[] {
  const order = orderByTarget(events, window);
  const counts = new Map<number, number>();
  const own = new Map<number, number>();
  const used = new Set<number>();
  const accounts = order.account.reduce((most, account) => Math.max(most, account), 0) + 1;
  for (let later = 0; later < order.event.length; later += 1) {
    const second = order.account[later] as number;
    own.set(second, (own.get(second) ?? 0) + 1);
    if (!eligible(second)) continue;
    for (let earlier = order.low[later] as number; earlier < later; earlier += 1) {
      const first = order.account[earlier] as number;
      if (first === second || !eligible(first)) continue;
      const [one, two] = [earlier * accounts + second, later * accounts + first];
      if (used.has(one) || used.has(two)) continue;
      used.add(one).add(two);
      const pair = Math.min(first, second) * accounts + Math.max(first, second);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([pair, together]) => {
      const [first, second] = [Math.floor(pair / accounts), pair % accounts];
      return { first, second, together, rate: together / ((own.get(first) ?? 0) + (own.get(second) ?? 0)) };
    });
}
