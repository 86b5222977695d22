import type { WindowedEvents } from "./windowed-events.js";

/** Two accounts that acted together, and how much of it chance explains. */
export interface PairEvidence {
  a: number;
  b: number;
  /** Targets on which they did, each once. */
  together: number;
  /** One of these targets. */
  target: number;
  /** Targets on which chance would have them together, given those they share. */
  expected: number;
  /** Log likelihood ratio of `together` against `expected`, Poisson. */
  surprise: number;
}

/** Less surprise than this is what two busy accounts have by chance, and not followed. */
export const leastSurprise = 1.5;

/**
 * Probability, for each stratum, that two of its events are together if labels and times have nothing to do with each other:
 * co-acting pairs of events over all pairs. Time is events plus co-actions.
 *
 * @example
 * // Of the three pairs of events on the target one is within the window.
 * const rows = [0, 9, 99].map((seconds) => ({ actor: `at ${seconds}`, target: "t", seconds }));
 * const table = eventsOf(rows);
 * Array.from(togetherByChance(windowedEvents(table, 60)), (chance) => chance.toFixed(3)); // ["0.333"]
 */
export function togetherByChance({ stratum, strata, past, account }: WindowedEvents): Float64Array {
  const events = new Float64Array(strata);
  const pairs = new Float64Array(strata);
  for (let event = 0; event < account.length; event += 1) {
    const own = stratum[event] as number;
    events[own] = (events[own] as number) + 1;
    for (let other = event + 1; other < (past[event] as number); other += 1) {
      if (account[event] !== account[other] && stratum[other] === own) pairs[own] = (pairs[own] as number) + 1;
    }
  }
  return pairs.map((count, one) => count / Math.max(1, ((events[one] as number) * ((events[one] as number) - 1)) / 2));
}

/**
 * The pairs of accounts that acted together to their surprise (`leastSurprise`), in order of `a` and `b`. Time is co-actions plus,
 * for each pair, the shorter of the two lists of targets.
 *
 * @example
 * const each = [["a", 0], ["b", 5], ["c", 200], ["d", 400]];
 * const on = (target) => each.map(([actor, seconds]) => ({ actor, target, seconds }));
 * const rows = ["1", "2", "3", "4", "5", "6", "7", "8", "9"].flatMap(on);
 * const [{ a, b, together, expected }] = pairEvidence(windowedEvents(eventsOf(rows), 60));
 * [a, b, together, expected.toFixed(1)]; // [0, 1, 9, "1.5"]
 */
export function pairEvidence(events: WindowedEvents): PairEvidence[] {
  const chance = togetherByChance(events);
  const meetings = new Meetings(events, chance);
  const pairs: PairEvidence[] = [];
  for (let a = 0; a < events.accounts; a += 1) {
    for (const b of meetings.of(a)) {
      const [together, target] = [meetings.together[b] as number, meetings.target[b] as number];
      // What chance gives on the targets where they met is known by now; the rest can only make the pair less surprising.
      if (surpriseOf(together, meetings.expected[b] as number) < leastSurprise) continue;
      const expected = expectedTogether(events, a, b, chance);
      const surprise = surpriseOf(together, expected);
      if (surprise >= leastSurprise) pairs.push({ a, b, together, target, expected, surprise });
    }
  }
  return pairs;
}

/** Whom one account met, in columns by the other; each account overwrites the one before. */
class Meetings {
  readonly together: Uint32Array;
  /** Last target on which they met, and the chances of all on which they did. */
  readonly target: Uint32Array;
  readonly expected: Float64Array;
  private met: number[] = [];

  constructor(
    private readonly events: WindowedEvents,
    private readonly chance: Float64Array,
  ) {
    this.together = new Uint32Array(events.accounts);
    this.target = new Uint32Array(events.accounts);
    this.expected = new Float64Array(events.accounts);
  }

  /** Turns to an account: those of a higher number whom it met, ascending. */
  of(one: number): readonly number[] {
    const { ofAccount, events, account, first, past } = this.events;
    for (const other of this.met) this.together[other] = 0;
    this.met = [];
    for (let at = ofAccount[one] as number; at < (ofAccount[one + 1] as number); at += 1) {
      const event = events[at] as number;
      for (let other = first[event] as number; other < (past[event] as number); other += 1) {
        if ((account[other] as number) > one) this.note(event, other);
      }
    }
    return this.met.sort((two, three) => two - three);
  }

  private note(event: number, otherEvent: number): void {
    const { account, target } = this.events;
    const [two, on] = [account[otherEvent] as number, target[event] as number];
    const before = this.together[two] as number;
    if (before > 0 && this.target[two] === on) return;
    if (before === 0) {
      this.met.push(two);
      this.expected[two] = 0;
    }
    this.together[two] = before + 1;
    this.target[two] = on;
    this.expected[two] = (this.expected[two] as number) + pairChance(this.events, event, otherEvent, this.chance);
  }
}

function surpriseOf(together: number, expected: number): number {
  return together > expected ? together * Math.log(together / expected) - (together - expected) : 0;
}

/** Sum of the chances over the targets that both acted on; both lists ascend, because events stand by target. */
function expectedTogether(events: WindowedEvents, a: number, b: number, chance: Float64Array): number {
  const { ofAccount, events: own, target } = events;
  let [one, two] = [ofAccount[a] as number, ofAccount[b] as number];
  const [oneEnd, twoEnd] = [ofAccount[a + 1] as number, ofAccount[b + 1] as number];
  let sum = 0;
  let last = -1;
  while (one < oneEnd && two < twoEnd) {
    const [left, right] = [own[one] as number, own[two] as number];
    const [leftTarget, rightTarget] = [target[left] as number, target[right] as number];
    if (leftTarget === rightTarget && leftTarget !== last) {
      sum += pairChance(events, left, right, chance);
      last = leftTarget;
    }
    if (leftTarget <= rightTarget) one += 1;
    if (rightTarget <= leftTarget) two += 1;
  }
  return sum;
}

/** Chance that two events on one target are together: by exchange of labels, or by moving times a little, whichever is more. */
function pairChance(events: WindowedEvents, one: number, other: number, chance: Float64Array): number {
  const { stratum, seconds, jitter, window } = events;
  const exchanged = stratum[one] === stratum[other] ? (chance[stratum[one] as number] as number) : 0;
  if (jitter === 0) return exchanged;
  const apart = Math.abs((seconds[one] as number) - (seconds[other] as number));
  const overlap = Math.min(apart + window, jitter) - Math.max(apart - window, -jitter);
  return Math.max(exchanged, Math.max(0, overlap) / (2 * jitter));
}
