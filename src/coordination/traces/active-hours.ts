import { circularDistance } from "../../statistics/circular-distance.js";

/** At which hours of the day an account amplifies the focus principals, against all others. */
export interface ActiveHours {
  /** Hours of the calendar, UTC, with at least one event. */
  hours: number;
  /** Share of them in each hour of the day, 0 to 23, UTC. */
  profile: number[] | null;
  /** Hours by which its activity must be moved on average to have the daily rhythm of all others. */
  distance: number | null;
  /** Mean of the same over the accounts active in about as many hours. */
  expectedDistance: number | null;
  pValue: number | null;
}

export const activeHoursColumns = {
  hours: "Hours of the calendar in which it amplified a focus principal",
  profile: "Share of them in each hour of the day from 0 to 23, UTC, separated by spaces",
  distance: "Hours by which its daily rhythm must be moved on average to become that of all others",
  expectedDistance: "Mean of the same over the two hundred accounts active in about as many hours",
  pValue: "Share of these accounts, itself included, that are at least as far",
} satisfies Record<keyof ActiveHours, string>;

const hour = 3600;
const hoursPerDay = 24;
/** Fewest active hours that make a rhythm. */
export const fewestHours = 5;
/** Accounts compared with: those active in about as many hours, half of them on either side. */
const compared = 200;

/**
 * Active hours: does an account keep hours that others do not? (Claim U27; the papers' heat map of hours.)
 *
 * An hour of the calendar counts once however much is done in it, so that one busy hour is no rhythm. The rhythm is
 * compared with that of all other accounts taken together by {@link circularDistance}. Few hours are far from any
 * rhythm by chance, and every person has a rhythm: chance is therefore the distance of the two hundred accounts active
 * in about as many hours, and the p-value a rank among them, exact if such accounts are exchangeable. It can't be below
 * 1/201. Hours are UTC, which is an hour behind British summer time.
 *
 * @param account Place of the account of each event.
 * @param seconds Unix time of each event.
 * @param accounts Number of accounts.
 * @returns One entry an account. Time is events log events plus 200 an account.
 * @example
 * activeHours([0, 0, 1], [0, 60, 7200], 2)[0]?.hours; // 1
 */
export function activeHours(account: ArrayLike<number>, seconds: ArrayLike<number>, accounts: number): ActiveHours[] {
  const profiles = hoursOf(account, seconds, accounts);
  const everyone = new Float64Array(hoursPerDay);
  for (const profile of profiles) add(everyone, profile, 1);
  const totals = profiles.map((profile) => profile.reduce((sum, count) => sum + count, 0));
  const distances = profiles.map((profile, at) => {
    const others = Float64Array.from(everyone);
    add(others, profile, -1);
    const known = (totals[at] as number) >= fewestHours && others.some((count) => count > 0);
    return known ? circularDistance(profile, others) : Number.NaN;
  });
  const ranks = ranksAmongLike(totals, distances);
  return profiles.map((profile, at) => {
    const hours = totals[at] as number;
    const distance = distances[at] as number;
    if (Number.isNaN(distance)) return { hours, profile: null, distance: null, expectedDistance: null, pValue: null };
    return { hours, profile: Array.from(profile, (count) => count / hours), distance, ...(ranks.get(at) ?? unranked) };
  });
}

function hoursOf(account: ArrayLike<number>, seconds: ArrayLike<number>, accounts: number): Float64Array[] {
  const profiles = Array.from({ length: accounts }, () => new Float64Array(hoursPerDay));
  const seen = Array.from({ length: accounts }, () => new Set<number>());
  for (let event = 0; event < account.length; event += 1) {
    const own = account[event] as number;
    const calendarHour = Math.floor((seconds[event] as number) / hour);
    if (seen[own]?.has(calendarHour)) continue;
    seen[own]?.add(calendarHour);
    const at = ((calendarHour % hoursPerDay) + hoursPerDay) % hoursPerDay;
    const profile = profiles[own];
    if (profile) profile[at] = (profile[at] as number) + 1;
  }
  return profiles;
}

function add(sum: Float64Array, profile: Float64Array, times: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + times * (profile[at] as number);
}

interface Rank {
  expectedDistance: number | null;
  pValue: number | null;
}

const unranked: Rank = { expectedDistance: null, pValue: null };

/** Ranks each known distance among those of the accounts nearest in active hours. */
function ranksAmongLike(totals: readonly number[], distances: readonly number[]): Map<number, Rank> {
  const order = distances
    .map((_, at) => at)
    .filter((at) => !Number.isNaN(distances[at]))
    .sort((a, b) => (totals[a] as number) - (totals[b] as number) || a - b);
  return new Map(
    order.map((own, place) => {
      const first = Math.max(0, Math.min(place - compared / 2, order.length - compared - 1));
      const others = order.slice(first, first + compared + 1).filter((at) => at !== own);
      if (others.length === 0) return [own, unranked];
      const sum = others.reduce((all, at) => all + (distances[at] as number), 0);
      const further = others.filter((at) => (distances[at] as number) >= (distances[own] as number)).length;
      return [own, { expectedDistance: sum / others.length, pValue: (further + 1) / (others.length + 1) }];
    }),
  );
}
