import type { FocusCorpus } from "../../coordination/traces/focus-events.js";
import { quantile } from "../../statistics/quantile.js";
import { memberFlags } from "./membership.js";

/** How close in time members act to other members on the same post. */
export interface ClosestCompany {
  /** Members' amplifications of posts whose id is known. */
  events: number;
  /** Of these on posts on which another member acted as well. */
  shared: number;
  /** Of these at most the study's window from an act of another member. */
  within: number;
  /** Median seconds to the nearest act of another member on the same post, over all `events`; null if it has none. */
  median: number | null;
}

/**
 * How soon before or after each amplification by a member another member acted on the same post (claim U19). Every kind of
 * amplification counts. An amplification of a post on which no other member acted is infinitely far from company and
 * counts in the median. Time is events log events.
 *
 * @param window seconds, both ends included
 * @example
 * const { median } = closestCompany(members, focus, oii2021.coActivitySeconds);
 */
export function closestCompany(members: readonly string[], focus: FocusCorpus, window: number): ClosestCompany {
  const { account, target, seconds } = focus.events;
  const isMember = memberFlags(focus, members);
  const byPost = new Map<number, { account: number; seconds: number }[]>();
  account.forEach((own, event) => {
    const post = target[event] as number;
    if (post < 0 || isMember[own] !== 1) return;
    const acts = byPost.get(post) ?? [];
    byPost.set(post, acts);
    acts.push({ account: own, seconds: seconds[event] as number });
  });
  const distances = Float64Array.from([...byPost.values()].flatMap(distancesOf)).sort();
  const median = quantile(distances, 0.5);
  return {
    events: distances.length,
    shared: distances.filter((distance) => distance < Number.POSITIVE_INFINITY).length,
    within: distances.filter((distance) => distance <= window).length,
    median: median !== null && Number.isFinite(median) ? median : null,
  };
}

/** Seconds from each act on a post to the nearest of another account. */
function distancesOf(acts: { account: number; seconds: number }[]): number[] {
  const sorted = [...acts].sort((a, b) => a.seconds - b.seconds);
  const back = nearestBefore(sorted);
  const forth = nearestBefore(sorted.map((act) => ({ ...act, seconds: -act.seconds })).reverse()).reverse();
  return back.map((distance, at) => Math.min(distance, forth[at] as number));
}

/** Seconds since the latest act of another account before each; acts in order of time. */
function nearestBefore(acts: readonly { account: number; seconds: number }[]): number[] {
  let latest: { account: number; seconds: number } | undefined;
  let other: { account: number; seconds: number } | undefined;
  return acts.map((act) => {
    const company = latest?.account === act.account ? other : latest;
    if (latest && latest.account !== act.account) other = latest;
    latest = act;
    return company ? act.seconds - company.seconds : Number.POSITIVE_INFINITY;
  });
}
