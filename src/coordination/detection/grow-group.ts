import { acquaintances } from "./acquaintances.js";
import { admit, hasSeveralPartners, type Membership, type Trial, tryEveryone } from "./membership.js";
import type { OccasionFinder } from "./occasion-finder.js";
import { vouchedFor } from "./vouched.js";

/** A group and everyone tried against it. */
export interface GrownGroup extends Membership {
  /**
   * Sum of the members' scores less what it costs to have picked them: |G| ln(testable / |G|). Chance finds a group of any size, but
   * not one with a high balance.
   */
  balance: number;
}

/** How a group grows. */
export interface GrowOptions {
  /** False discoveries allowed among the members at the end, as a share. */
  rate: number;
  /** Smallest group that counts as one. */
  smallest: number;
  /** Gives up when this many of the group are in one that was found before; the group as it stands is handed over. */
  isKnown(group: ReadonlySet<number>): boolean;
}

/** Rates on the way: lenient first, because a weak group is seen only by those who are in it already, and stricter at the end. */
const lenient = 1;
const tightening = [0.5, 0.3, 0.2, 0.1];
const stillSmall = 8;
const mostAcquaintances = 120;
const mostRounds = 10;

/**
 * Grows a start into a group: asks in the acquaintances of its members, keeps who is tied to the rest, and tightens the rate until
 * who is in no longer changes. Null where nothing holds together.
 *
 * Time is some ten times that of `tryEveryone`.
 */
export function growGroup(finder: OccasionFinder, start: readonly number[], options: GrowOptions): GrownGroup | null {
  const trials = new Trials(finder);
  let group: ReadonlySet<number> = new Set(start);
  for (let round = 0; round < 2 && (round === 0 || group.size < stillSmall); round += 1) {
    const asked = acquaintances(finder, group, mostAcquaintances);
    if (asked === null) return null;
    group = admit(trials.of(asked), lenient).admitted;
    if (group.size < options.smallest) return null;
  }
  if (options.isKnown(group)) return null;
  for (const rate of tightening) {
    group = admit(trials.of(group), rate).admitted;
    if (group.size < options.smallest) return null;
  }
  return settle(trials, group, options);
}

/** Trials of one start by their group, so that the same one is not tried twice. */
class Trials {
  private readonly known = new Map<string, Trial>();

  constructor(readonly finder: OccasionFinder) {}

  of(group: ReadonlySet<number>): Trial {
    const name = nameOf(group);
    const trial = this.known.get(name) ?? tryEveryone(this.finder, group);
    this.known.set(name, trial);
    return trial;
  }
}

function nameOf(group: ReadonlySet<number>): string {
  return [...group].sort((one, other) => one - other).join();
}

function settle(trials: Trials, start: ReadonlySet<number>, { rate, smallest }: GrowOptions): GrownGroup | null {
  const seen = new Set<string>();
  let group = start;
  for (let round = 0; ; round += 1) {
    const tried = vouchedFor(trials.finder.events, withoutPairs(admit(trials.of(group), rate)));
    if (tried.admitted.size < smallest) return null;
    const name = nameOf(tried.admitted);
    if (round === mostRounds || seen.has(name)) return { ...tried, balance: balanceOf(tried) };
    seen.add(name);
    group = tried.admitted;
  }
}

/** Takes out who is tied to one friend only: a pair is no group. */
function withoutPairs(tried: Membership): Membership {
  const kept = tried.candidates.filter((one) => tried.admitted.has(one.account) && hasSeveralPartners(one));
  return { ...tried, admitted: new Set(kept.map(({ account }) => account)) };
}

function balanceOf({ candidates, admitted, testable }: Membership): number {
  const scores = candidates.filter(({ account }) => admitted.has(account)).reduce((sum, one) => sum + one.score, 0);
  return scores - admitted.size * Math.log(testable / admitted.size);
}
