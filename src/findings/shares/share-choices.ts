import { quantile } from "../../statistics/quantile.js";
import type { Study } from "../../study/study.js";
import { addDays } from "../../study/time.js";
import type { FocusActions } from "./focus-actions.js";
import { allSeries, type Series } from "./series.js";
import { allCount, type ClassCounts, goneCount, networkCount, shareClasses } from "./share-classes.js";
import { comparedWeeks, isPeak, isTypical } from "./week-summary.js";
import { type WeeklyShare, weeklyShares } from "./weekly-shares.js";

/** The choices in counting shares that can be made otherwise; the first is the papers'. */
export const waysOfSharing = {
  papers: "as the papers count",
  ownLeftOut: "own thread replies left out",
  lastDayLeftOut: "last day of the window left out",
  otherWeekStart: "weeks from the other day",
  firstQueryOnly: "status at the first query only",
} as const;

/** What the shares of a series come to under one way of counting. */
export interface ShareChoice extends Series {
  choice: (typeof waysOfSharing)[keyof typeof waysOfSharing];
  actions: number;
  /** The network's share of them, and that of all accounts seen suspended or deleted; null without actions. */
  network: number | null;
  gone: number | null;
  /** Weeks of the window, whole or cut, and those with enough actions to be compared. */
  weeks: number;
  compared: number;
  peakWeeks: number;
  typicalWeeks: number;
  /** Median of the weekly shares of the network, and the highest; null where no week can be compared. */
  median: number | null;
  highest: number | null;
}

/**
 * The shares under each way of counting: what each of the papers' choices changes.
 *
 * - Own thread replies left out: what the two offices did to each other's posts and their own is in no denominator, as in
 *   the papers' totals (claim U3) and unlike their shares (U11).
 * - Last day left out: 31 January 2021 is a Sunday and opens a 35th week of one day; comparing instants with its bare date
 *   drops it all but its midnight.
 * - Weeks from the other day: Monday for a study of Sundays, and Sunday for one of Mondays.
 * - Status at the first query only: who was suspended after the report counts as active. The network's share stays.
 */
export function shareChoices(actions: readonly FocusActions[], study: Study): ShareChoice[] {
  const { amplificationWindow: window, weekStart } = study;
  const otherStart = weekStart === "sunday" ? "monday" : "sunday";
  const weekly: [ShareChoice["choice"], WeeklyShare[]][] = [
    [waysOfSharing.papers, weeklyShares(actions, window, weekStart)],
    [
      waysOfSharing.ownLeftOut,
      weeklyShares(
        actions.filter(({ own }) => !own),
        window,
        weekStart,
      ),
    ],
    [waysOfSharing.lastDayLeftOut, weeklyShares(actions, { ...window, to: addDays(window.to, -1) }, weekStart)],
    [waysOfSharing.otherWeekStart, weeklyShares(actions, window, otherStart)],
    [waysOfSharing.firstQueryOnly, weeklyShares(actions.map(asFirstAsked), window, weekStart)],
  ];
  return weekly.flatMap(([choice, weeks]) => allSeries.map((series) => shareChoice(choice, series, weeks)));
}

function asFirstAsked(row: FocusActions): FocusActions {
  return { ...row, last: row.first };
}

function shareChoice(choice: ShareChoice["choice"], series: Series, weekly: readonly WeeklyShare[]): ShareChoice {
  const weeks = weekly.filter(({ office, kind }) => office === series.office && kind === series.kind);
  const counts = summed(weeks.map(({ classes }) => classes));
  const actions = allCount(counts);
  const compared = comparedWeeks(weeks);
  const shares = compared.map(({ network }) => network.share ?? 0).sort((a, b) => a - b);
  return {
    ...{ choice, ...series, actions },
    network: actions === 0 ? null : networkCount(counts) / actions,
    gone: actions === 0 ? null : goneCount(counts) / actions,
    weeks: weeks.length,
    compared: compared.length,
    peakWeeks: compared.filter(isPeak).length,
    typicalWeeks: compared.filter(isTypical).length,
    median: quantile(shares, 0.5),
    highest: shares.at(-1) ?? null,
  };
}

/** Counts of several weeks added up, part by part. */
export function summed(counts: readonly ClassCounts[]): ClassCounts {
  const sum = (name: (typeof shareClasses)[number]) => counts.reduce((total, one) => total + one[name], 0);
  return Object.fromEntries(shareClasses.map((name) => [name, sum(name)])) as ClassCounts;
}
