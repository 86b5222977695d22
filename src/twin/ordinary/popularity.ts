import { apportion } from "../apportion.js";
import type { Tallies } from "../calibrate/tallies.js";
import { amplificationTotals } from "../calibration.js";
import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import { apportionWithin } from "./apportion-within.js";

/** Retweets that ordinary accounts are to give each principal, by whether the account is suspended on the status day. */
export interface PrincipalQuotas {
  suspended: Int32Array;
  others: Int32Array;
}

/** Retweets to divide among the principals of an audience. */
export interface PopularityPlan {
  /** Weight of each principal: what its posts are shared, 0 for those outside the audience. */
  reach: Float64Array;
  retweets: { suspended: number; others: number };
  present: Tallies["perPrincipal"];
}

/** A little below the bound on shares of suspended accounts, so that rounding cannot cross it. */
const aimedShare = amplificationTotals.highestSuspendedShare - 0.04;

/**
 * Divides retweets among principals in proportion to their reach, with chance, so that no principal's share from suspended
 * accounts comes near London's. Planted retweets count: a principal that a spam ring chose gets enough others.
 */
export function principalQuotas({ reach, retweets, present }: PopularityPlan, random: RandomStream): PrincipalQuotas {
  const total = retweets.suspended + retweets.others;
  const planted = (principal: number) => (reach[principal] ? (present.retweets[principal] ?? 0) : 0);
  const plantedSuspended = (principal: number) => (reach[principal] ? (present.suspendedRetweets[principal] ?? 0) : 0);
  const weights = reach.map((weight) => weight * logNormal(random, 0.3));
  const least = reach.map((_, at) => Math.max(0, Math.ceil(plantedSuspended(at) / aimedShare) - planted(at)));
  const all = total + reach.reduce((sum, _, at) => sum + planted(at), 0);
  const scale =
    all /
    Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
  const beyond = weights.map((weight, at) => Math.max(0, weight * scale - planted(at) - (least[at] ?? 0)));
  const needed = apportion(Math.min(total, sumOf(least)), least);
  const further = apportion(total - sumOf(needed), beyond);
  const given = Int32Array.from(needed, (count, at) => count + (further[at] ?? 0));
  const room = given.map((count, at) => {
    const highest = aimedShare * (0.6 + 0.4 * random.fraction());
    return Math.max(0, Math.min(count, Math.floor(highest * (planted(at) + count)) - plantedSuspended(at)));
  });
  const tempted = Float64Array.from(given, (count) => count * logNormal(random, 0.55));
  const suspended = apportionWithin(retweets.suspended, tempted, room);
  return { suspended, others: given.map((count, at) => count - (suspended[at] ?? 0)) };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
