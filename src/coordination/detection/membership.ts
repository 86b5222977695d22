import { poissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";
import { ChanceCounts } from "./chance-counts.js";
import type { OccasionFinder } from "./occasion-finder.js";
import type { OccasionColumns, Occasions } from "./occasions.js";
import { TiltedOdds } from "./tilted-odds.js";
import { UpperTails } from "./upper-tails.js";

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
export interface Trial {
  candidates: Candidate[];
  /** Number of accounts that reach a score by chance alone. */
  chance: ChanceCounts;
  /** Accounts with occasions enough to be admitted at all. */
  testable: number;
}

/** A trial and who is admitted at a rate. */
export interface Membership {
  candidates: Candidate[];
  admitted: Set<number>;
  /** How many of them chance alone would give. */
  expected: number;
  testable: number;
}

/** A single meeting never makes a member: it may be anybody's. */
export const leastTogether = 2;
const worthTelling = -5;
const friendsOnly = 0.2;

/**
 * Tries every account against a group. Chances are exact for each account's own occasions (see `ChanceCounts`), so one with many
 * occasions needs more meetings than one with few.
 *
 * Time is the events on the group's targets plus, for each account, its occasions times the counts that chance may reach.
 */
export function tryEveryone(finder: OccasionFinder, group: ReadonlySet<number>): Trial {
  const columns = finder.with(group);
  const odds = TiltedOdds.fittedTo(membersIn(columns, group));
  const chance = new ChanceCounts();
  const counts = new UpperTails();
  const tried: Omit<Candidate, "qValue">[] = [];
  let scores = new Float64Array(0);
  let testable = 0;
  for (let place = 0; place < columns.accounts.length; place += 1) {
    const [from, to] = [columns.starts[place] as number, columns.starts[place + 1] as number];
    if (to - from < leastTogether) continue;
    testable += 1;
    const together = columns.together[place] as number;
    const most = counts.follow(columns.chance, from, to, Math.max(leastTogether, together));
    if (scores.length < counts.tails.length) scores = new Float64Array(counts.tails.length);
    odds.score({ chance: columns.chance, from, to }, { least: leastTogether, most }, scores);
    chance.add(scores, counts.tails, leastTogether, most);
    const score = scores[together] as number;
    if (together < leastTogether || score <= worthTelling) continue;
    tried.push({ ...finder.at(columns, place, group), score, pValue: counts.tails[together] as number });
  }
  tried.sort((one, other) => other.score - one.score || one.account - other.account);
  return { candidates: withRates(tried, chance.finish()), chance, testable };
}

function membersIn({ accounts, starts, chance, together }: OccasionColumns, group: ReadonlySet<number>) {
  return accounts.flatMap((account, place) => {
    if (!group.has(account)) return [];
    return [{ chance: chance.subarray(starts[place], starts[place + 1]), together: together[place] as number }];
  });
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

/**
 * Admits as many as the rate of false discoveries allows: the most for which the expected number of accounts that reach the score
 * by chance is at most `rate` times the number that do.
 */
export function admit({ candidates, chance, testable }: Trial, rate: number): Membership {
  const admitted = candidates.filter(({ qValue }) => qValue <= rate);
  return {
    candidates,
    admitted: new Set(admitted.map(({ account }) => account)),
    expected: admitted.length > 0 ? chance.expected((admitted.at(-1) as Candidate).score) : 0,
    testable,
  };
}

/**
 * Whether an account is tied to more of the group than to one friend: without the meetings with nobody but its most frequent
 * partner it is still together with the group more often than in one case of five by chance.
 *
 * @example
 * const partners = new Map([[1, 1], [2, 1]]);
 * Number(hasSeveralPartners({ account: 0, chance: Float64Array.of(0.1, 0.1), together: 2, partners })); // 1
 */
export function hasSeveralPartners({ chance, together, partners }: Occasions): boolean {
  if (partners.size < 2) return false;
  const others = together - Math.max(...partners.values());
  return others > 0 && poissonBinomialUpperTail(chance, others) <= friendsOnly;
}
