import { ChanceScores, lowestScore, score } from "./chance-scores.js";
import { type Occasions, occasionsWith } from "./occasions.js";
import type { WindowedEvents } from "./windowed-events.js";

/** An account tried against a group. */
export interface Candidate extends Occasions {
  /** Log likelihood ratio: as a member would behave against chance. */
  score: number;
  /** Accounts that chance alone would bring to this score, and what share of those at least as high that is. */
  byChance: number;
  qValue: number;
}

/** Everyone tried against a group, the best first. */
export interface Membership {
  candidates: Candidate[];
  /** Those admitted at the rate asked for. */
  admitted: Set<number>;
  memberRate: number;
  /** Accounts with occasions enough to be admitted at all. */
  testable: number;
}

/** A single meeting never makes a member: it may be anybody's. */
export const leastTogether = 2;

/**
 * Tries every account against a group and admits as many as the rate of false discoveries allows: the most for which the expected
 * number of accounts that reach the score by chance is at most `rate` times the number that do.
 *
 * Exact chances of each account's own occasions (see `ChanceScores`), so an account with many occasions needs more meetings than
 * one with few. Time is the events on the group's targets plus, for each account, the outcomes gone through.
 */
export function membership(events: WindowedEvents, group: ReadonlySet<number>, rate: number): Membership {
  const { occasions, memberRate } = occasionsWith(events, group);
  const chance = new ChanceScores();
  const tried: Omit<Candidate, "byChance" | "qValue">[] = [];
  let testable = 0;
  for (const one of occasions.values()) {
    if (one.chance.length < leastTogether) continue;
    testable += 1;
    chance.add(one.chance, memberRate, leastTogether);
    if (one.together < leastTogether) continue;
    const own = score(one.chance, one.met, memberRate);
    if (own > lowestScore) tried.push({ ...one, score: own });
  }
  tried.sort((one, other) => other.score - one.score || one.account - other.account);
  const candidates = withRates(tried, chance);
  const admitted = candidates.filter(({ qValue }) => qValue <= rate).map(({ account }) => account);
  return { candidates, admitted: new Set(admitted), memberRate, testable };
}

/** The q-value of an account is the least rate at which it is admitted: that of its own score or of a lower one. */
function withRates(tried: readonly Omit<Candidate, "byChance" | "qValue">[], chance: ChanceScores): Candidate[] {
  const candidates = tried.map((one, at) => {
    const byChance = chance.expected(one.score);
    return { ...one, byChance, qValue: Math.min(1, byChance / (at + 1)) };
  });
  let lowest = 1;
  for (const one of candidates.toReversed()) {
    lowest = Math.min(lowest, one.qValue);
    one.qValue = lowest;
  }
  return candidates;
}

/** Everyone who met the group twice, or once where that was hardly chance: whom to try when a group is still small. */
export function acquaintances(events: WindowedEvents, group: ReadonlySet<number>, chance = 0.03): Set<number> {
  const found = new Set<number>();
  for (const { account, chance: chances, together } of occasionsWith(events, group).occasions.values()) {
    if (together === 0) continue;
    const any = 1 - chances.reduce((product, q) => product * (1 - q), 1);
    if (together > 1 || any <= chance) found.add(account);
  }
  return found;
}
