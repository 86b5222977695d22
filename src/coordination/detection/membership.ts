import { ChanceCounts, upperTails } from "./chance-counts.js";
import { type Occasions, occasionsWith } from "./occasions.js";
import { TiltedOdds } from "./tilted-odds.js";
import type { WindowedEvents } from "./windowed-events.js";

/** An account tried against a group. */
export interface Candidate extends Occasions {
  /** Log likelihood ratio: as members are together with the group against chance. */
  score: number;
  /** Probability to be together with the group at least as often by chance, exact. */
  pValue: number;
  /** Least rate of false discoveries at which it is admitted. */
  qValue: number;
}

/** Everyone tried against a group, the highest score first. */
export interface Membership {
  candidates: Candidate[];
  /** Those admitted at the rate asked for. */
  admitted: Set<number>;
  /** How many of them chance alone would give. */
  expected: number;
  /** Accounts with occasions enough to be admitted at all. */
  testable: number;
}

/** A single meeting never makes a member: it may be anybody's. */
export const leastTogether = 2;
const worthTelling = -5;
const negligible = 1e-7;
const friendsOnly = 0.2;

/**
 * Tries every account against a group and admits as many as the rate of false discoveries allows: the most for which the expected
 * number of accounts that reach the score by chance is at most `rate` times the number that do.
 *
 * Chances are exact for each account's own occasions (see `ChanceCounts`), so one with many occasions needs more meetings than one
 * with few. Time is the events on the group's targets plus, for each account, its occasions squared.
 */
export function membership(events: WindowedEvents, group: ReadonlySet<number>, rate: number): Membership {
  const chance = new ChanceCounts();
  const tried: Omit<Candidate, "qValue">[] = [];
  let testable = 0;
  const occasions = [...occasionsWith(events, group).values()];
  const odds = TiltedOdds.fittedTo(occasions.filter(({ account }) => group.has(account)));
  for (const one of occasions) {
    if (one.chance.length < leastTogether) continue;
    testable += 1;
    const tails = upperTails(one.chance);
    const scores = odds.scores(one.chance, Math.max(one.together, countsThatMatter(tails)));
    chance.add(scores, tails, leastTogether);
    const score = scores[one.together] as number;
    if (one.together >= leastTogether && score > worthTelling) {
      tried.push({ ...one, score, pValue: tails[one.together] as number });
    }
  }
  tried.sort((one, other) => other.score - one.score || one.account - other.account);
  chance.finish();
  const candidates = withRates(tried, chance);
  const admitted = candidates.filter(({ qValue }) => qValue <= rate);
  return {
    candidates,
    admitted: new Set(admitted.map(({ account }) => account)),
    expected: admitted.length > 0 ? chance.expected((admitted.at(-1) as Candidate).score) : 0,
    testable,
  };
}

function countsThatMatter(tails: Float64Array): number {
  let most = tails.length - 1;
  while (most > leastTogether && (tails[most] as number) < negligible) most -= 1;
  return most;
}

/**
 * Whether an account is tied to more of the group than to one friend: without the meetings with nobody but its most frequent
 * partner it is still together with the group more often than in one case of five by chance.
 */
export function hasSeveralPartners({ chance, together, partners }: Occasions): boolean {
  if (partners.size < 2) return false;
  const others = together - Math.max(...partners.values());
  return others > 0 && (upperTails(chance)[others] as number) <= friendsOnly;
}

/** The q-value of an account is the least rate at which it is admitted: that of its own score or of a lower one. */
function withRates(tried: readonly Omit<Candidate, "qValue">[], chance: ChanceCounts): Candidate[] {
  const candidates = tried.map((one, at) => ({ ...one, qValue: Math.min(1, chance.expected(one.score) / (at + 1)) }));
  let lowest = 1;
  for (const one of candidates.toReversed()) {
    lowest = Math.min(lowest, one.qValue);
    one.qValue = lowest;
  }
  return candidates;
}

/** Everyone who met the group as often as hardly by chance, once being enough: whom to try when a group is still small. */
export function acquaintances(events: WindowedEvents, group: ReadonlySet<number>, chance = 0.03): Set<number> {
  const found = new Set<number>();
  for (const { account, chance: chances, together } of occasionsWith(events, group).values()) {
    if (together > 0 && (upperTails(chances)[together] as number) <= chance) found.add(account);
  }
  return found;
}
