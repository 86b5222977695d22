import { topShare } from "../calibrate/top-share.js";
import type { RandomStream } from "../random.js";

/** Accounts in one state that are to make a number of retweets between them. */
export interface Stratum {
  accounts: number;
  retweets: number;
}

/** Places of accounts between the most active (0) and the least active (1), one in each of equal steps. */
export function places(accounts: number, random: RandomStream): Float64Array {
  return Float64Array.from({ length: accounts }, (_, at) => (at + random.fraction()) / accounts);
}

/** The most that each account can make: the bound or down to 40% of it, so that the busiest do not end up alike. */
export function limits(accounts: number, most: number, random: RandomStream): Int32Array {
  return Int32Array.from({ length: accounts }, () => Math.ceil(most * (0.4 + 0.6 * random.fraction())));
}

/**
 * Retweets of each account, the most active first but for those at their limits: heavy-tailed, at least 1 each and exactly
 * the total.
 *
 * Counts are one more than a Lomax (shifted Pareto) variable at the account's place. `shape` sets the weight of the tail,
 * smaller for heavier; the scale follows from the total.
 *
 * @throws RangeError when the accounts cannot make the total with 1 to their limit each
 */
export function heavyTailed(at: Float64Array, total: number, shape: number, limit: Int32Array): Int32Array {
  const room = limit.reduce((sum, most) => sum + most, 0);
  if (total < at.length || total > room) {
    throw new RangeError(`cannot divide ${total} among ${at.length} accounts; at least 1 each and ${room} in all`);
  }
  const tail = at.map((place) => place ** (-1 / shape) - 1);
  let low = 0;
  let high = 1;
  while (sumAt(tail, high, limit) < total && high < 1e12) high *= 8;
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (sumAt(tail, middle, limit) <= total) low = middle;
    else high = middle;
  }
  const counts = Int32Array.from(tail, (excess, of) => countAt(excess, low, limit[of] ?? 1));
  return finish(counts, total - sumAt(tail, low, limit), limit);
}

function countAt(excess: number, scale: number, most: number): number {
  return Math.min(most, 1 + Math.floor(scale * excess));
}

function sumAt(tail: Float64Array, scale: number, limit: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < tail.length; at += 1) sum += countAt(tail[at] as number, scale, limit[at] as number);
  return sum;
}

/** Adds the few that rounding left over, one each from the most active down. */
function finish(counts: Int32Array, missing: number, limit: Int32Array): Int32Array {
  let left = missing;
  while (left > 0) {
    for (let at = 0; at < counts.length && left > 0; at += 1) {
      if ((counts[at] as number) >= (limit[at] as number)) continue;
      counts[at] = (counts[at] as number) + 1;
      left -= 1;
    }
  }
  return counts;
}

/** What the activity of an audience is to be like. */
export interface ActivityPlan {
  suspended: Stratum;
  others: Stratum;
  /** Retweets of each account that already amplifies this audience. */
  present: Int32Array;
  /** Share of all retweets that the most active 1% are to make; without one, the tail is the usual one. */
  topShare?: number;
  /** Most retweets of one account. */
  most: number;
}

/** Retweets of each suspended account and of each other, both most active first. */
export interface Activity {
  suspended: Int32Array;
  others: Int32Array;
}

/** Suspended accounts are spread more evenly than others, since many of them acted for weeks (claim G13). */
const suspendedShape = 1.6;
const usualShape = 1.15;

/** Draws the activity of an audience, and searches the tail of the others that gives the wanted share of the top 1%. */
export function activityOf(plan: ActivityPlan, random: RandomStream): Activity {
  const drawn = ({ accounts }: Stratum) => [places(accounts, random), limits(accounts, plan.most, random)] as const;
  const [suspendedAt, suspendedLimits] = drawn(plan.suspended);
  const suspended = heavyTailed(suspendedAt, plan.suspended.retweets, suspendedShape, suspendedLimits);
  const [at, limit] = drawn(plan.others);
  const othersOf = (shape: number) => heavyTailed(at, plan.others.retweets, shape, limit);
  const { topShare: wanted, present } = plan;
  if (wanted === undefined) return { suspended, others: othersOf(usualShape) };
  return { suspended, others: fitted(othersOf, (others) => topShare([present, suspended, others], 0.01) - wanted) };
}

/** The counts of the shape at which the excess, which falls with the shape, is next to nothing. */
function fitted(countsOf: (shape: number) => Int32Array, excessOf: (counts: Int32Array) => number): Int32Array {
  let [heavy, light] = [0.5, 4];
  let counts = countsOf(usualShape);
  for (let step = 0; step < 14; step += 1) {
    const shape = (heavy + light) / 2;
    counts = countsOf(shape);
    const excess = excessOf(counts);
    if (Math.abs(excess) < 0.0002) break;
    if (excess > 0) heavy = shape;
    else light = shape;
  }
  return counts;
}
