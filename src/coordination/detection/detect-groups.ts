import { permutationPValue } from "../../statistics/permutation-p-value.js";
import { type Strata, shuffledLabels, withinTarget } from "../null-models/label-permutation.js";
import { findGroups } from "./find-groups.js";
import type { GrownGroup } from "./grow-group.js";
import type { Candidate } from "./membership.js";
import { relabelled, type WindowedEvents } from "./windowed-events.js";

/** How groups are detected. */
export interface DetectOptions {
  /** False discoveries allowed among the members of a group, as a share; default .03, which keeps the true rate near .05. */
  rate?: number;
  /** Smallest group that counts as one; default 4. */
  smallest?: number;
  /** Shuffles of the labels; default 19, the fewest that can show a p-value of .05. */
  replicates?: number;
  /** Name of the random numbers; default "detect". */
  seed?: string;
}

/** A group and whether chance makes such groups. */
export interface TestedGroup extends GrownGroup {
  /** How often the most conspicuous group of a shuffle was at least as conspicuous, the group itself counted as once. */
  pValue: number;
}

/** What was found, and what shuffles of the same events give. */
export interface GroupDetection {
  /** Groups with a p-value of at most .05, the most conspicuous first. */
  groups: TestedGroup[];
  /** The others: borderline, and no finding. */
  dismissed: TestedGroup[];
  /** Balance of the most conspicuous group of each shuffle; 0 where there was none. */
  chance: number[];
  /** How each account stands with the group it fits best, members of groups first. */
  best: Map<number, { group: number; candidate: Candidate }>;
}

/** Level of the test of a group, over all groups of the data together. */
export const groupLevel = 0.05;

/**
 * Groups of accounts that act together more often than chance, and more than the most conspicuous group that chance makes.
 *
 * Shuffles exchange the labels within strata (targets, or targets and delay), which keeps who acted on what and every time, and
 * the whole search is repeated on each: so the p-value needs no correction for all that was tried, and data without coordination
 * yield a group in at most one case of twenty. Members are admitted with their own rate of false discoveries (`admit`).
 *
 * Time is one search for the data and for each shuffle.
 *
 * @example
 * // Forty accounts act on twenty targets, the first six of them within seconds of one another.
 * const seconds = (actor, target) => (actor < 6 ? target * 60 + actor : (actor * 7919 * (target + 1)) % 86400);
 * const row = (actor, target) => ({ actor: `${10 + actor}`, target: `${target}`, seconds: seconds(actor, target) });
 * const rows = Array.from({ length: 800 }, (_, n) => row(n % 40, Math.floor(n / 40)));
 * const { groups } = detectGroups(windowedEvents(eventsOf(rows), 60));
 * groups.map(({ admitted, pValue }) => [[...admitted].sort(), pValue]); // [[[0, 1, 2, 3, 4, 5], 0.05]]
 */
export function detectGroups(
  events: WindowedEvents,
  { rate = 0.03, smallest = 4, replicates = 19, seed = "detect" }: DetectOptions = {},
): GroupDetection {
  const found = findGroups(events, { rate, smallest });
  const chance = found.length > 0 ? balancesByChance(events, { rate, smallest }, replicates, seed) : [];
  const tested = found.map((group) => ({ ...group, pValue: permutationPValue(group.balance, chance) }));
  const groups = tested.filter(({ pValue }) => pValue <= groupLevel);
  return { groups, dismissed: tested.filter(({ pValue }) => pValue > groupLevel), chance, best: bestOf(groups) };
}

function balancesByChance(
  events: WindowedEvents,
  options: { rate: number; smallest: number },
  replicates: number,
  seed: string,
): number[] {
  const shuffles = shuffledLabels(events.account, strataOf(events), seed);
  return Array.from({ length: replicates }, () => {
    return findGroups(relabelled(events, shuffles.next().value), options)[0]?.balance ?? 0;
  });
}

function strataOf({ stratum }: WindowedEvents): Strata {
  return withinTarget(stratum);
}

/** A member belongs to the group in which its score is highest; whoever is no member is shown with the group it comes nearest to. */
function bestOf(groups: readonly TestedGroup[]): GroupDetection["best"] {
  const best: GroupDetection["best"] = new Map();
  groups.forEach(({ candidates, admitted }, group) => {
    for (const candidate of candidates) {
      const known = best.get(candidate.account);
      const isMember = admitted.has(candidate.account);
      const wasMember = known !== undefined && (groups[known.group]?.admitted.has(candidate.account) ?? false);
      const isBetter = isMember === wasMember && known !== undefined && candidate.score > known.candidate.score;
      if (known === undefined || (isMember && !wasMember) || isBetter)
        best.set(candidate.account, { group, candidate });
    }
  });
  return best;
}
