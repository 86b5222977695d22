import { type Counts, countHistogram, eventsOfLeastActive, totals } from "./count-histogram.js";
import { type QuantileType, quantileAt, wholeUp } from "./quantile.js";

/**
 * The Gini coefficient: 0 where all accounts are equally active, near 1 where one does everything.
 *
 * Half the mean difference between two accounts, over the mean: without the small-sample factor N / (N - 1), as the papers
 * have it (Gini 1912; Sen 1973, On Economic Inequality). Accounts without any event count if they are among the counts, and
 * each of them raises it: with `z` of them added to `N` it becomes `(N gini + z) / (N + z)`. Time is that of building the
 * histogram.
 *
 * @returns null where there are no events
 * @throws RangeError when a count is not a whole number of at least 0
 * @example
 * gini([1, 1, 1, 1, 96]).toFixed(2); // "0.76"
 */
export function gini(counts: Counts): number | null {
  const histogram = countHistogram(counts);
  const { accounts, events } = totals(histogram);
  if (events === 0) return null;
  let below = 0;
  let ranked = 0;
  for (let at = 0; at < histogram.counts.length; at += 1) {
    const group = histogram.accounts[at] as number;
    ranked += (histogram.counts[at] as number) * group * (2 * below + group - accounts);
    below += group;
  }
  return ranked / (accounts * events);
}

/**
 * The share of all events that the most active part of the accounts made: the plain reading of "the top 1%".
 *
 * So many accounts are taken that they are at least that part of all, one at the least.
 *
 * @param part of the accounts, in 0..1: 0.01 for the top 1%
 * @returns null where there are no events
 * @throws RangeError when the part is not in 0..1, or a count is not a whole number of at least 0
 * @example
 * topShare([1, 1, 1, 1, 96], 0.2); // 0.96
 */
export function topShare(counts: Counts, part: number): number | null {
  const histogram = countHistogram(counts);
  const { accounts, events } = totals(histogram);
  const top = topAccounts(accounts, part);
  return events === 0 ? null : (events - eventsOfLeastActive(histogram, accounts - top)) / events;
}

/**
 * How many accounts the most active part is: 1% of 150,000 is 1,500; 1% of 101 is 2.
 *
 * @throws RangeError when the part is not in 0..1
 */
export function topAccounts(accounts: number, part: number): number {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`part must be in 0..1: ${part}`);
  return Math.min(accounts, Math.max(1, wholeUp(accounts * part)));
}

/**
 * The events of the least active account among the most active part: the border by which one belongs to the top.
 *
 * Accounts that tie with it reach the border too, so that a few more than that part may.
 *
 * @returns null where there are no accounts
 * @throws RangeError when the part is not in 0..1, or a count is not a whole number of at least 0
 * @example
 * smallestOfTop([1, 2, 3, 96], 0.5); // 3
 */
export function smallestOfTop(counts: Counts, part: number): number | null {
  const histogram = countHistogram(counts);
  const { accounts } = totals(histogram);
  if (accounts === 0) return null;
  const before = accounts - topAccounts(accounts, part);
  return eventsOfLeastActive(histogram, before + 1) - eventsOfLeastActive(histogram, before);
}

/**
 * The same share as the papers compute it (claim G7): accounts sorted from the least active up, running totals of their
 * events, and one minus the quantile of those totals over all events.
 *
 * With type 7 the border lies between two accounts. With type 1 it rounds the most active down to whole accounts, so that
 * among fewer than 100 accounts the top 1% is nobody and its share 0.
 *
 * @returns null where there are no events
 * @throws RangeError when the part is not in 0..1, or a count is not a whole number of at least 0
 * @example
 * topShareByQuantile([1, 1, 1, 1, 96], 0.2).toFixed(3); // "0.768"
 */
export function topShareByQuantile(counts: Counts, part: number, type: QuantileType = 7): number | null {
  const histogram = countHistogram(counts);
  const { accounts, events } = totals(histogram);
  if (events === 0) return null;
  const below = quantileAt(accounts, 1 - part, type, (at) => eventsOfLeastActive(histogram, at + 1));
  return 1 - below / events;
}

/** A point of the Lorenz curve read from its upper end: this part of the accounts made this share of the events. */
export interface LorenzPoint {
  /** Most active part of the accounts, 0..1. */
  accounts: number;
  /** Their share of all events, 0..1. */
  events: number;
}

/**
 * The Lorenz curve from the most active account on: straight lines between these points are the whole curve, because
 * accounts of the same count lie on one line (Lorenz 1905).
 *
 * @returns no points where there are no events
 * @throws RangeError when a count is not a whole number of at least 0
 * @example
 * lorenzCurve([1, 3]); // [{ accounts: 0, events: 0 }, { accounts: 0.5, events: 0.75 }, { accounts: 1, events: 1 }]
 */
export function lorenzCurve(counts: Counts): LorenzPoint[] {
  const histogram = countHistogram(counts);
  const all = totals(histogram);
  if (all.events === 0) return [];
  const points = [{ accounts: 0, events: 0 }];
  let accounts = 0;
  let events = 0;
  for (let at = histogram.counts.length - 1; at >= 0; at -= 1) {
    accounts += histogram.accounts[at] as number;
    events += (histogram.accounts[at] as number) * (histogram.counts[at] as number);
    points.push({ accounts: accounts / all.accounts, events: events / all.events });
  }
  return points;
}

/**
 * The part of a Lorenz curve up to the most active part of the accounts, the point on that border included.
 *
 * @param border part of the accounts, in 0..1
 * @example
 * lorenzUpTo(lorenzCurve([1, 3]), 0.25); // [{ accounts: 0, events: 0 }, { accounts: 0.25, events: 0.375 }]
 */
export function lorenzUpTo(curve: readonly LorenzPoint[], border: number): LorenzPoint[] {
  const beyond = curve.findIndex(({ accounts }) => accounts > border);
  const before = curve[beyond - 1];
  const after = curve[beyond];
  if (!before || !after) return [...curve];
  const slope = (after.events - before.events) / (after.accounts - before.accounts);
  return [...curve.slice(0, beyond), { accounts: border, events: before.events + slope * (border - before.accounts) }];
}
