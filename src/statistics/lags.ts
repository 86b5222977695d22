import { type Proportion, proportion } from "./proportion.js";
import { quantile } from "./quantile.js";

/** An event with who did it and when. */
export interface TimedEvent {
  account: string;
  /** Seconds since any fixed moment. */
  seconds: number;
}

/**
 * The seconds between each account's consecutive events, by account. One event has no lag before it, so an account of one
 * event has an empty list. Accounts come in order of first mention; the time is that of sorting each account's events.
 *
 * @example
 * lagsByAccount([{ account: "a", seconds: 5 }, { account: "b", seconds: 6 }, { account: "a", seconds: 9 }]);
 * // Map { "a" => [4], "b" => [] }
 */
export function lagsByAccount(events: Iterable<TimedEvent>): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { account, seconds } of events) {
    const known = times.get(account);
    if (known) known.push(seconds);
    else times.set(account, [seconds]);
  }
  for (const [account, unsorted] of times) times.set(account, differences(unsorted.sort((a, b) => a - b)));
  return times;
}

function differences(sorted: number[]): number[] {
  return sorted.slice(1).map((time, at) => time - (sorted[at] as number));
}

/**
 * The share of lags of at most so many seconds. The Wilson interval treats lags as independent, which those of one account
 * are not: read it as a lower bound of the uncertainty.
 *
 * @example
 * shareWithin([3, 61, 60], 60).count; // 2
 */
export function shareWithin(lags: readonly number[], seconds: number): Proportion {
  return proportion(lags.filter((lag) => lag <= seconds).length, lags.length);
}

/**
 * The median lag; null where there is none.
 *
 * @example
 * medianLag([3, 61, 60]); // 60
 */
export function medianLag(lags: readonly number[]): number | null {
  return quantile(
    [...lags].sort((a, b) => a - b),
    0.5,
  );
}
