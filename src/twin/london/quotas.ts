import type { RandomStream } from "../random.js";
import { isReply, type Lane, laneNumbers } from "./lanes.js";
import type { Fate, Member } from "./member.js";
import { memberQuotas } from "./member-quotas.js";
import type { LondonNumbers } from "./numbers.js";
import type { Period } from "./periods.js";
import type { LanePlan } from "./weekly-plan.js";

/** What each member still has to do, by lane, member (its place in the list) and period. */
export interface Quotas {
  together: Float64Array[][];
  alone: Float64Array[][];
}

/** What has been set aside for the member who replies to most of the ambassador's main tweets, by period. */
export type SetAside = Float64Array;

/**
 * The network's actions shared out among its members, then thinned to the effort.
 *
 * Effort is the share of coordinated actions that a member joins. What it does alone shrinks only with the root of it, so
 * that a weak campaign also hides better among the members' ordinary doings.
 */
export function shareOut(
  numbers: LondonNumbers,
  plans: readonly LanePlan[],
  members: readonly Member[],
  periods: readonly Period[],
  setAside: SetAside,
  effort: number,
  random: RandomStream,
): Quotas {
  const quotas: Quotas = { together: [], alone: [] };
  for (const lane of laneNumbers) {
    const byPeriod = (plans[lane] as LanePlan).network.map(
      (count, at) => count - (lane === 2 ? (setAside[at] ?? 0) : 0),
    );
    const whole = inBothWindows(numbers, lane, members, periods, byPeriod, setAside, random);
    const alone = whole.map((row, at) =>
      row.map((count) => Math.floor(count * (members[at] as Member).aloneShare + random.fraction())),
    );
    const thinned = (counts: Float64Array, part: number) =>
      counts.map((count) => Math.floor(count * part + random.fraction()));
    quotas.together[lane] = whole.map((row, at) =>
      thinned(
        row.map((count, period) => count - (alone[at]?.[period] ?? 0)),
        effort,
      ),
    );
    quotas.alone[lane] = alone.map((row) => thinned(row, Math.sqrt(effort)));
  }
  return quotas;
}

/** Within the window the fates' totals hold; after it everyone who is left acts by weight. */
function inBothWindows(
  numbers: LondonNumbers,
  lane: Lane,
  members: readonly Member[],
  periods: readonly Period[],
  byPeriod: Float64Array,
  setAside: SetAside,
  random: RandomStream,
): Float64Array[] {
  const within = byPeriod.map((count, at) => (periods[at]?.inWindow ? count : 0));
  const later = byPeriod.map((count, at) => (periods[at]?.inWindow ? 0 : count));
  const weights = members.map((member) => weightOf(member, lane));
  const first = memberQuotas(members, periods, {
    byMember: totalsOf(
      numbers,
      lane,
      members,
      weights,
      within.reduce((a, b) => a + b, 0),
      setAside,
      random,
    ),
    byPeriod: within,
  });
  const second = memberQuotas(members, periods, { byMember: weights, byPeriod: later });
  return first.map((row, at) => row.map((count, period) => count + (second[at]?.[period] ?? 0)));
}

function weightOf(member: Member, lane: Lane): number {
  if (lane === 2 && member.repliesToMost) return 0;
  return isReply(lane) ? member.replyWeight : member.retweetWeight;
}

/** Each member's total in the window: the fates' totals split by weight and by how long the member is there. */
function totalsOf(
  numbers: LondonNumbers,
  lane: Lane,
  members: readonly Member[],
  weights: readonly number[],
  total: number,
  setAside: SetAside,
  random: RandomStream,
): number[] {
  const runs = lane === 0 ? Math.round(random.integer(1060, 1166) * numbers.part) : 0;
  const set = lane === 2 ? setAside.reduce((a, b) => a + b, 0) : 0;
  const later = (numbers.suspendedLaterMake[lane] ?? 0) - set;
  const deleted = numbers.deletedMake[lane] ?? 0;
  const byFate: Record<Fate, number> = { "suspended later": later, deleted, suspended: total - later - deleted - runs };
  const shares = members.map(({ runsThrough, from, until }, at) =>
    runsThrough && lane === 0 ? 0 : (weights[at] as number) * Math.sqrt((until - from) / 86_400_000),
  );
  const sums: Record<Fate, number> = { suspended: 0, deleted: 0, "suspended later": 0 };
  for (const [at, { fate }] of members.entries()) sums[fate] += shares[at] as number;
  return members.map(({ runsThrough, fate }, at) =>
    runsThrough && lane === 0
      ? runs
      : sums[fate] > 0
        ? Math.max(0, (byFate[fate] * (shares[at] as number)) / sums[fate])
        : 0,
  );
}
