import type { Estimate } from "../../statistics/concentration-estimate.js";
import { movingBlockIntervals } from "../../statistics/moving-block-bootstrap.js";
import { quantile } from "../../statistics/quantile.js";
import type { UtcDay } from "../../study/time.js";
import { allSeries, type Series } from "./series.js";
import { type BandedWeek, shareIn, type WeeklyShare } from "./weekly-shares.js";

/** A week with fewer actions than this has no share worth comparing, such as one that the window cuts to a day. */
export const fewestInWeek = 30;
/** The papers call a week a peak from half of its actions on, up to three quarters (claim U15). */
export const peakShares = { low: 0.5, high: 0.75 };
/** What the papers say of most weeks (claim U16). */
export const typicalShares = { low: 0.3, high: 0.5 };
/** Weeks that are resampled together: near the cube root of the 35 of the study, and about a month. */
const weeksOfBlock = 4;

/** The network's share over the weeks of a series. */
export interface WeekSummary extends Series {
  /** Weeks with enough actions. */
  weeks: number;
  /** Of those, weeks of half or more, and weeks from 30% to under a half. */
  peakWeeks: number;
  typicalWeeks: number;
  /** Over all weeks together, with a 95% interval from resampling stretches of four weeks. */
  overall: Estimate;
  /** Half of the weeks have more than this, and one in ten more than that. */
  median: Estimate;
  upperTenth: Estimate;
  /** The week with the highest share, with its own band; null where no week has enough actions. */
  highest: PeakWeek | null;
  /** All peak weeks, in order of time. */
  peaks: PeakWeek[];
}

/** One week with the network's share of it. */
export interface PeakWeek {
  week: UtcDay;
  count: number;
  of: number;
  share: number;
  /** Ends of the 95% band; null where it has none. */
  low: number | null;
  high: number | null;
}

/** The peak weeks and the typical ones of every series (claims U15 and U16). */
export function weekSummaries(weekly: readonly BandedWeek[]): WeekSummary[] {
  return allSeries.map((series) => {
    const weeks = weekly.filter(({ office, kind }) => office === series.office && kind === series.kind);
    const compared = comparedWeeks(weeks);
    const peaks = compared.filter(isPeak).map(peakWeek);
    const [highest = null] = [...compared]
      .map(peakWeek)
      .sort((a, b) => b.share - a.share || (a.week < b.week ? -1 : 1));
    const [overall, median, upperTenth] = estimates(series, weeks);
    return {
      ...series,
      weeks: compared.length,
      peakWeeks: peaks.length,
      typicalWeeks: compared.filter(isTypical).length,
      ...{ overall, median, upperTenth },
      highest,
      peaks,
    };
  });
}

/** The highest weekly share where retweets of and replies to both offices are added up; null where no week has enough. */
export function highestOfBothKinds(weekly: readonly WeeklyShare[]): number | null {
  const both = weekly.filter(({ office }) => office === "both");
  const shares = [...new Set(both.map(({ week }) => week))].flatMap((week) => {
    const kinds = both.filter((row) => row.week === week).map(({ network }) => network);
    const [count, of] = [sum(kinds.map((one) => one.count)), sum(kinds.map((one) => one.of))];
    return of >= fewestInWeek ? [count / of] : [];
  });
  return shares.length > 0 ? Math.max(...shares) : null;
}

/** The weeks that have enough actions. */
export function comparedWeeks<Week extends WeeklyShare>(weeks: readonly Week[]): Week[] {
  return weeks.filter(({ network }) => network.of >= fewestInWeek);
}

/** Half of the actions or more are the network's. */
export function isPeak({ network }: WeeklyShare): boolean {
  return (network.share ?? 0) >= peakShares.low;
}

/** The share is what the papers call typical; exactly half is a peak. */
export function isTypical({ network }: WeeklyShare): boolean {
  const share = network.share ?? 0;
  return share >= typicalShares.low && share < typicalShares.high;
}

function peakWeek({ week, network: { count, of, share }, band }: BandedWeek): PeakWeek {
  return { week, count, of, share: share ?? 0, low: band?.low ?? null, high: band?.high ?? null };
}

function estimates({ office, kind }: Series, weeks: readonly WeeklyShare[]): [Estimate, Estimate, Estimate] {
  const part = weeks.map(({ network }) => network.count);
  const whole = weeks.map(({ network }) => network.of);
  const statistics = (places: Uint32Array) => {
    const shares = Float64Array.from(
      places.filter((place) => (whole[place] ?? 0) >= fewestInWeek),
      (place) => {
        return (part[place] ?? 0) / (whole[place] ?? 0);
      },
    ).sort();
    return [shareIn(places, part, whole), quantile(shares, 0.5), quantile(shares, 0.9)];
  };
  const seed = `peak-week-shares/${office}/${kind}`;
  const intervals = movingBlockIntervals(weeks.length, statistics, { seed, block: weeksOfBlock });
  const observed = statistics(Uint32Array.from(weeks, (_, place) => place));
  const estimate = (at: number): Estimate => {
    const interval = intervals[at];
    return { value: observed[at] ?? null, low: interval?.low ?? null, high: interval?.high ?? null };
  };
  return [estimate(0), estimate(1), estimate(2)];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
