import { type Proportion, proportion } from "../statistics/proportion.js";
import type { UtcDay } from "../study/time.js";

/** So many accounts were created on a day. */
export interface DayOfCreation {
  day: UtcDay;
  accounts: number;
}

/** All that this finding computes: what its figure and its part of the page are made from. */
export interface CreationDaysResults {
  accounts: number;
  /** Different days on which one of them was created. */
  days: number;
  /** The busiest days, the busiest first. */
  busiest: DayOfCreation[];
  /** Accounts created on those days, of all. */
  inBusiest: Proportion;
  /** Days with at least five accounts, in order of time; a day with fewer says too much of each of them. */
  shown: DayOfCreation[];
}

const busiestDays = 5;
const fewestShown = 5;

/**
 * How far the accounts of a network were created on the same days: the share of the five busiest.
 *
 * Accounts opened by many different people spread over the days; accounts opened for a purpose come in batches. A batch may
 * have innocent reasons, such as a campaign that asks people to join. Of two days with equally many accounts the earlier
 * counts as the busier.
 *
 * @example
 * creationDaysResults([{ day: utcDay("2017-08-30"), accounts: 119 }]).inBusiest.share; // 1
 */
export function creationDaysResults(days: readonly DayOfCreation[]): CreationDaysResults {
  const inOrder = [...days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const busiest = [...inOrder].sort((a, b) => b.accounts - a.accounts).slice(0, busiestDays);
  const sum = (some: readonly DayOfCreation[]) => some.reduce((all, { accounts }) => all + accounts, 0);
  return {
    accounts: sum(days),
    days: days.length,
    busiest: busiest.filter(({ accounts }) => accounts >= fewestShown),
    inBusiest: proportion(sum(busiest), sum(days)),
    shown: inOrder.filter(({ accounts }) => accounts >= fewestShown),
  };
}
