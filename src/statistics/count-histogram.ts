/** How many accounts have each count, from the smallest count up. Counts of many accounts take few distinct values. */
export interface CountHistogram {
  /** The distinct counts, ascending. */
  counts: readonly number[];
  /** How many accounts have each of them. */
  accounts: ArrayLike<number>;
}

/** Events of each account: one number an account in any order, or the histogram of those numbers. */
export type Counts = ArrayLike<number> | CountHistogram;

/**
 * The histogram of the events of each account. A histogram is handed back as it is.
 *
 * @throws RangeError when a count is not a whole number of at least 0
 * @example
 * countHistogram([3, 1, 3]); // { counts: [1, 3], accounts: [1, 2] }
 */
export function countHistogram(counts: Counts): CountHistogram {
  if ("accounts" in counts) return counts;
  const numberOf = new Map<number, number>();
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count: ${count} at ${at}; write 0 or more`);
    numberOf.set(count, (numberOf.get(count) ?? 0) + 1);
  }
  const ascending = [...numberOf].sort(([a], [b]) => a - b);
  return { counts: ascending.map(([count]) => count), accounts: ascending.map(([, accounts]) => accounts) };
}

/**
 * The histogram with a number of accounts added that have no event at all.
 *
 * @example
 * withZeros({ counts: [1, 3], accounts: [1, 2] }, 5); // { counts: [0, 1, 3], accounts: [5, 1, 2] }
 */
export function withZeros({ counts, accounts }: CountHistogram, zeros: number): CountHistogram {
  if (counts[0] === 0) {
    const [already = 0, ...others] = Array.from(accounts);
    return { counts, accounts: [already + zeros, ...others] };
  }
  return { counts: [0, ...counts], accounts: [zeros, ...Array.from(accounts)] };
}

/** Accounts and events of a histogram. */
export function totals({ counts, accounts }: CountHistogram): { accounts: number; events: number } {
  let all = 0;
  let events = 0;
  for (let at = 0; at < counts.length; at += 1) {
    all += accounts[at] as number;
    events += (accounts[at] as number) * (counts[at] as number);
  }
  return { accounts: all, events };
}

/** Events of the `number` least active accounts. */
export function eventsOfLeastActive({ counts, accounts }: CountHistogram, number: number): number {
  let left = number;
  let events = 0;
  for (let at = 0; at < counts.length && left > 0; at += 1) {
    const taken = Math.min(left, accounts[at] as number);
    events += taken * (counts[at] as number);
    left -= taken;
  }
  return events;
}
