/** Events of accounts on targets; columns, one entry an event. */
export interface TargetedEvents {
  /** Number of the account. */
  account: ArrayLike<number>;
  /** Number of the target; below 0 for none. An event without a target matches nothing. */
  target: ArrayLike<number>;
  /** Unix seconds. */
  seconds: ArrayLike<number>;
}

/** Events sorted by target and time, and what lies within the window of each. Places are places in `event`. */
export interface TargetOrder {
  /** Number of the event at each place. */
  event: Uint32Array;
  account: Uint32Array;
  seconds: Float64Array;
  /** First place of each target; the last entry is the number of places. */
  starts: Uint32Array;
  /** First place within the window of a place on the same target, and the first place after it that is not. */
  low: Uint32Array;
  high: Uint32Array;
}

/**
 * Sorts events by target and time and finds for each event those on its target at most `window` seconds away, that
 * included (two pointers). Events of equal time keep their order. Time n log n, whatever the number of pairs; memory
 * follows the events.
 *
 * @throws RangeError when the window is negative or not a number.
 * @example
 * [...orderByTarget({ account: [1, 2, 3], target: [0, 0, -1], seconds: [9, 5, 7] }, 4).event]; // [1, 0]
 */
export function orderByTarget({ account, target, seconds }: TargetedEvents, window: number): TargetOrder {
  if (!(window >= 0)) throw new RangeError(`window must be a number of seconds of at least 0: ${window}`);
  const event = Uint32Array.from(account, (_, at) => at)
    .filter((at) => (target[at] as number) >= 0)
    .sort((a, b) => at(target, a) - at(target, b) || at(seconds, a) - at(seconds, b) || a - b);
  const order = {
    event,
    account: event.map((place) => at(account, place)),
    seconds: Float64Array.from(event, (place) => at(seconds, place)),
    starts: startsOf(event, target),
    low: new Uint32Array(event.length),
    high: new Uint32Array(event.length),
  };
  for (let group = 0; group + 1 < order.starts.length; group += 1) reach(order, group, window);
  return order;
}

const at = (column: ArrayLike<number>, place: number) => column[place] as number;

function startsOf(event: Uint32Array, target: ArrayLike<number>): Uint32Array {
  const starts: number[] = [];
  for (let place = 0; place < event.length; place += 1) {
    const same = place > 0 && at(target, at(event, place)) === at(target, at(event, place - 1));
    if (!same) starts.push(place);
  }
  return Uint32Array.from([...starts, event.length]);
}

function reach({ seconds, starts, low, high }: TargetOrder, group: number, window: number): void {
  const [start, end] = [at(starts, group), at(starts, group + 1)];
  let [first, past] = [start, start];
  for (let place = start; place < end; place += 1) {
    while (at(seconds, place) - at(seconds, first) > window) first += 1;
    while (past < end && at(seconds, past) - at(seconds, place) <= window) past += 1;
    low[place] = first;
    high[place] = past;
  }
}
