import { rowsFor } from "../co-activity/rows.js";
import type { EventTable } from "../events/event-table.js";

/** Events indexed for detection: by target in order of time, and by account, with everything within the window of each. */
export interface WindowedEvents {
  accounts: number;
  targets: number;
  account: Uint32Array;
  target: Uint32Array;
  /** Events whose labels chance may exchange have the same stratum; the targets themselves unless something finer is given. */
  stratum: Uint32Array;
  strata: number;
  /** The events on the same target within the window of each event, itself included: from `first` up to `past`. */
  first: Uint32Array;
  past: Uint32Array;
  /** Events of a target: from `ofTarget[t]` up to `ofTarget[t + 1]`. */
  ofTarget: Uint32Array;
  /** Numbers of an account's events, ascending: `events` from `ofAccount[a]` up to `ofAccount[a + 1]`. */
  ofAccount: Uint32Array;
  events: Uint32Array;
  seconds: Float64Array;
  /** Seconds within which two events are together. */
  window: number;
  /** What `window` is: the most between two events, the length of a bin from the target's first event on, or the longest gap. */
  semantics: "pairwise" | "bins" | "chained";
  /**
   * Seconds by which chance may also have moved an event, either way; 0 where it moves none. Who sits in the same lesson acts in
   * the same minutes without acting on each other: moved a little, such events meet as often as before.
   */
  jitter: number;
  /** For each event its row in the table it came from. */
  row: Uint32Array;
}

/**
 * Indexes events for a window in seconds. Of events with the same id the earliest counts. Time and memory linear in the events.
 *
 * @example
 * const rows = [0, 9, 99].map((seconds) => ({ actor: `at ${seconds}`, target: "t", seconds }));
 * const table = eventsOf(rows);
 * Array.from(windowedEvents(table, 60).past); // [2, 2, 3]
 */
export function windowedEvents(table: EventTable, window: number): WindowedEvents {
  const { source, actor, partners } = rowsFor(table, { window });
  const target = Uint32Array.from(source, (row) => table.target[row] as number);
  const base: Omit<WindowedEvents, "account" | "ofAccount" | "events"> = {
    accounts: table.actors.length,
    targets: table.targets.length,
    target,
    stratum: target,
    strata: table.targets.length,
    first: partners.first,
    past: partners.past,
    ofTarget: startsBy(target, table.targets.length),
    seconds: Float64Array.from(source, (row) => table.seconds[row] as number),
    window,
    semantics: "pairwise",
    jitter: 0,
    row: source,
  };
  return { ...base, ...byAccount(actor, base.accounts) };
}

/**
 * The same events where others count as together: those of the same bin, or of a chain without a longer gap. Time linear in the events.
 *
 * @example
 * const rows = [0, 59, 61].map((seconds) => ({ actor: `at ${seconds}`, target: "t", seconds }));
 * const table = eventsOf(rows);
 * Array.from(joinedBy(table, windowedEvents(table, 60), "bins").past); // [2, 2, 3]
 */
export function joinedBy(table: EventTable, events: WindowedEvents, semantics: "bins" | "chained"): WindowedEvents {
  const { first, past } = rowsFor(table, { window: events.window, semantics }).partners;
  return { ...events, first, past, semantics };
}

/**
 * The same events with other account labels: what a shuffle of the labels makes of them.
 *
 * @example
 * const rows = [0, 9, 99].map((seconds) => ({ actor: `at ${seconds}`, target: "t", seconds }));
 * const table = eventsOf(rows);
 * Array.from(relabelled(windowedEvents(table, 60), [2, 0, 1]).account); // [2, 0, 1]
 */
export function relabelled(events: WindowedEvents, account: ArrayLike<number>): WindowedEvents {
  return { ...events, ...byAccount(Uint32Array.from(account), events.accounts) };
}

/**
 * The same events against a stricter chance: labels exchangeable only within these strata, and times movable by `jitter`.
 *
 * @example
 * const rows = [0, 9, 99].map((seconds) => ({ actor: `at ${seconds}`, target: "t", seconds }));
 * const table = eventsOf(rows);
 * withStricterChance(windowedEvents(table, 60), Uint32Array.of(0, 0, 1), 300).strata; // 2
 */
export function withStricterChance(events: WindowedEvents, stratum: Uint32Array, jitter: number): WindowedEvents {
  return { ...events, stratum, strata: stratum.reduce((most, one) => Math.max(most, one + 1), 0), jitter };
}

function byAccount(account: Uint32Array, accounts: number) {
  const ofAccount = startsBy(account, accounts);
  const next = ofAccount.slice();
  const events = new Uint32Array(account.length);
  for (let event = 0; event < account.length; event += 1) {
    const one = account[event] as number;
    events[next[one] as number] = event;
    next[one] = (next[one] as number) + 1;
  }
  return { account, ofAccount, events };
}

function startsBy(keys: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] as number) + 1;
  for (let key = 0; key < size; key += 1) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  return starts;
}
