import type { WindowedEvents } from "./windowed-events.js";

/** Two accounts that acted together, and how much of it chance explains. */
export interface PairEvidence {
  a: number;
  b: number;
  /** Targets on which they did, each once. */
  together: number;
  /** One of these targets. */
  target: number;
  /** Targets on which chance would have them together, given those they share; of a pair without surprise only those it met on. */
  expected: number;
  /** Log likelihood ratio of `together` against `expected`, Poisson; 0 below `leastSurprise`. */
  surprise: number;
}

/** Less surprise than this is what two busy accounts have by chance, and not followed. */
export const leastSurprise = 1.5;

/**
 * Probability, for each stratum, that two of its events are together if labels and times have nothing to do with each other:
 * co-acting pairs of events over all pairs. Time is events plus co-actions.
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
 * All pairs of accounts that acted together, in order of `a` and `b`. Time is co-actions plus, for each pair, the shorter of the
 * two lists of targets.
 */
export function pairEvidence(events: WindowedEvents): PairEvidence[] {
  const chance = togetherByChance(events);
  const { account, past, target, accounts } = events;
  const pairs = new Map<number, PairEvidence>();
  for (let event = 0; event < account.length; event += 1) {
    const one = account[event] as number;
    for (let other = event + 1; other < (past[event] as number); other += 1) {
      const two = account[other] as number;
      if (one === two) continue;
      const [a, b] = one < two ? [one, two] : [two, one];
      const found = pairs.get(a * accounts + b);
      const on = target[event] as number;
      const byChance = pairChance(events, event, other, chance);
      if (!found) pairs.set(a * accounts + b, { a, b, together: 1, target: on, expected: byChance, surprise: 0 });
      else if (found.target !== on) {
        found.together += 1;
        found.target = on;
        found.expected += byChance;
      }
    }
  }
  const sorted = [...pairs.values()].sort((one, two) => one.a - two.a || one.b - two.b);
  // What chance gives on the targets where they met is known by now; the rest can only make the pair less surprising.
  for (const pair of sorted) {
    if (surpriseOf(pair) < leastSurprise) continue;
    pair.expected = expectedTogether(events, pair, chance);
    pair.surprise = surpriseOf(pair);
  }
  return sorted;
}

function surpriseOf({ together, expected }: PairEvidence): number {
  return together > expected ? together * Math.log(together / expected) - (together - expected) : 0;
}

/** Sum of the chances over the targets that both acted on; both lists ascend, because events stand by target. */
function expectedTogether(events: WindowedEvents, { a, b }: PairEvidence, chance: Float64Array): number {
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
