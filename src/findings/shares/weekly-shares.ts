import type { Interval } from "../../statistics/bootstrap.js";
import { movingBlockIntervals } from "../../statistics/moving-block-bootstrap.js";
import { type Proportion, proportion } from "../../statistics/proportion.js";
import type { DayWindow, Study } from "../../study/study.js";
import { addDays, type UtcDay } from "../../study/time.js";
import { firstDayOfWeek } from "../../study/week.js";
import type { FocusActions } from "./focus-actions.js";
import { allSeries, ofSeries, type Series } from "./series.js";
import { allCount, type ClassCounts, classCounts, networkCount } from "./share-classes.js";

/** Retweets of or replies to an office in one week, by who made them. */
export interface WeeklyShare extends Series {
  /** First day of the week, which may lie before the window. */
  week: UtcDay;
  /** First of its days that lie in the window, and how many those are. */
  from: UtcDay;
  days: number;
  classes: ClassCounts;
  /** The network's part; the Wilson interval takes actions one by one. */
  network: Proportion;
}

/**
 * The weeks of a window, each with its actions by part, for every series. Weeks without any action are there, with zeros,
 * and so are the weeks that the window cuts.
 *
 * @param actions of the window; those outside it are not looked at
 */
export function weeklyShares(
  actions: readonly FocusActions[],
  window: DayWindow,
  weekStart: Study["weekStart"],
): WeeklyShare[] {
  const weeks = weeksOf(window, weekStart);
  const weekOfDay = new Map(weeks.flatMap(({ week, from, days }) => daysFrom(from, days).map((day) => [day, week])));
  return allSeries.flatMap((series) => {
    const byWeek = new Map<UtcDay, FocusActions[]>(weeks.map(({ week }) => [week, []]));
    for (const row of ofSeries(actions, series)) {
      const week = weekOfDay.get(row.day);
      if (week !== undefined) byWeek.get(week)?.push(row);
    }
    return weeks.map((span) => {
      const classes = classCounts(byWeek.get(span.week) ?? []);
      return { ...series, ...span, classes, network: proportion(networkCount(classes), allCount(classes)) };
    });
  });
}

function weeksOf(window: DayWindow, weekStart: Study["weekStart"]): Pick<WeeklyShare, "week" | "from" | "days">[] {
  const weeks = [];
  for (let week = firstDayOfWeek(window.from, weekStart); week <= window.to; week = addDays(week, 7)) {
    const covered = daysFrom(week, 7).filter((day) => day >= window.from && day <= window.to);
    const [from = week] = covered;
    weeks.push({ week, from, days: covered.length });
  }
  return weeks;
}

function daysFrom(first: UtcDay, number: number): UtcDay[] {
  return Array.from({ length: number }, (_, at) => addDays(first, at));
}

/** A weekly share with the 95% band from resampling stretches of a day within the week. */
export interface BandedWeek extends WeeklyShare {
  /** Null for a week of which the window has less than two days, or without actions. */
  band: Interval | null;
}

const hoursOfDay = 24;

/**
 * Bands of the weekly shares by a moving-block bootstrap over the hours of the week, in blocks of a day.
 *
 * Retweets come in bursts, one account after another, so a band that takes them one by one is too narrow. A block of a day
 * keeps bursts whole, and the rhythm of the day.
 */
export function withBands(weeks: readonly WeeklyShare[], actions: readonly FocusActions[]): BandedWeek[] {
  const bySeries = new Map(allSeries.map((series) => [seriesKey(series), byDay(ofSeries(actions, series))]));
  return weeks.map((week) => ({ ...week, band: bandOf(week, bySeries.get(seriesKey(week)) ?? new Map()) }));
}

function bandOf({ week, from, days, office, kind, network }: WeeklyShare, ofDay: ReadonlyMap<string, FocusActions[]>) {
  if (network.of === 0) return null;
  const hours = days * hoursOfDay;
  const all = new Uint32Array(hours);
  const members = new Uint32Array(hours);
  for (let day = 0; day < days; day += 1) {
    for (const { hour, network: isMember, actions } of ofDay.get(addDays(from, day)) ?? []) {
      const place = day * hoursOfDay + hour;
      all[place] = (all[place] ?? 0) + actions;
      if (isMember) members[place] = (members[place] ?? 0) + actions;
    }
  }
  const share = (places: Uint32Array) => [shareIn(places, members, all)];
  const seed = `peak-week-shares/${office}/${kind}/${week}`;
  return movingBlockIntervals(hours, share, { seed, block: hoursOfDay })[0] ?? null;
}

/** The share of sums over the places drawn; null where nothing was drawn. */
export function shareIn(places: Uint32Array, part: ArrayLike<number>, whole: ArrayLike<number>): number | null {
  let some = 0;
  let all = 0;
  for (const place of places) {
    some += part[place] as number;
    all += whole[place] as number;
  }
  return all === 0 ? null : some / all;
}

function byDay(actions: readonly FocusActions[]): Map<string, FocusActions[]> {
  const days = new Map<string, FocusActions[]>();
  for (const row of actions) {
    const known = days.get(row.day);
    if (known) known.push(row);
    else days.set(row.day, [row]);
  }
  return days;
}

function seriesKey({ office, kind }: Series): string {
  return `${office} ${kind}`;
}
