/** Retweets of one account in quick succession. Columns, one entry a run, in order of begin, then account. */
export interface Runs {
  account: Uint32Array;
  /** Unix seconds of the first and of the last retweet. */
  begin: Float64Array;
  end: Float64Array;
}

/** When a series of retweets is a run. */
export interface RunRule {
  /** Longest gap between two retweets, in seconds. */
  gap: number;
  /** Fewest retweets. */
  least: number;
}

/** The default: three retweets with at most a minute between them. */
export const runRule: RunRule = { gap: 60, least: 3 };

/**
 * The runs of each account: maximal series of events with gaps of at most `gap` seconds, of at least `least` events.
 * Time n log n.
 *
 * @param account Number of the account of each event.
 * @param seconds Time of each event, in any order.
 * @example
 * [...runsOf([1, 1, 1, 2], [0, 60, 100, 50], { gap: 60, least: 3 }).end]; // [100]
 */
export function runsOf(
  account: ArrayLike<number>,
  seconds: ArrayLike<number>,
  { gap, least }: RunRule = runRule,
): Runs {
  const order = Uint32Array.from(account, (_, event) => event).sort(
    (a, b) => (account[a] as number) - (account[b] as number) || (seconds[a] as number) - (seconds[b] as number),
  );
  const found: { account: number; begin: number; end: number; events: number }[] = [];
  for (const event of order) {
    const [own, time] = [account[event] as number, seconds[event] as number];
    const last = found.at(-1);
    if (last && last.account === own && time - last.end <= gap) {
      last.end = time;
      last.events += 1;
    } else found.push({ account: own, begin: time, end: time, events: 1 });
  }
  const runs = found.filter(({ events }) => events >= least).sort((a, b) => a.begin - b.begin || a.account - b.account);
  return {
    account: Uint32Array.from(runs, (run) => run.account),
    begin: Float64Array.from(runs, (run) => run.begin),
    end: Float64Array.from(runs, (run) => run.end),
  };
}
