import type { CorpusInfo } from "../corpus/info.js";
import type { DayVolume, WeekVolume } from "../findings/post-series.js";
import type { PostingVolumesResults } from "../findings/posting-volumes.js";
import type { UtcDay } from "../study/time.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, inOrder, seriesName, seriesScales, sourceNote } from "./series.js";

/**
 * Posts a day, by day and as the mean of each week: a panel for each group and platform. A week that is cut by the
 * window's ends is drawn hollow.
 */
export function postingVolumesSeriesFigure(results: PostingVolumesResults, info: CorpusInfo): Figure {
  const rows = [...results.daily.map(dayRow), ...results.weekly.map(weekRow)];
  const series = inOrder(rows.map((row) => row.series));
  const scales = seriesScales(series);
  const { from, to } = results.window;
  const headings = new Map(series.map((name) => [name, headingOf(results, name)]));
  const drawn = rows.map((row) => ({ ...row, panel: headings.get(row.series), middle: middleOf(row, from) }));
  return {
    name: figureName("posting-volumes-series", info),
    title: titleOf(results),
    subtitle: `Posts a day, ${from} to ${to} (UTC): thin line each day, thick line and points the mean of each week`,
    alt:
      `Lines of posts a day, by day and by week. ` +
      `${series.map((name) => `${headings.get(name)}, ${spanOf(results.weekly, name)}`).join("; ")}.`,
    basis: info.basis,
    note: `${sourceNote(info)}Own retweets included. Hollow points: weeks of which the window covers less than 7 days.`,
    width: "single",
    specification: {
      data: { values: drawn },
      facet: {
        row: { field: "panel", type: "nominal", sort: [...headings.values()], title: null },
      },
      spacing: 8,
      resolve: { scale: { y: "independent" } },
      spec: {
        height: 46,
        encoding: {
          x: {
            field: "middle",
            type: "temporal",
            title: null,
            axis: { format: "%b %Y", tickCount: 5, labelFlush: true },
          },
          y: { field: "perDay", type: "quantitative", title: "Posts a day", axis: { tickCount: 3, grid: true } },
          color: scales.color,
        },
        layer: [
          {
            transform: [{ filter: "datum.period === 'day'" }],
            mark: { type: "line", strokeWidth: 0.5, opacity: 0.5 },
          },
          {
            transform: [{ filter: "datum.period === 'week'" }],
            mark: { type: "line", strokeWidth: 1.2 },
          },
          {
            transform: [{ filter: "datum.period === 'week' && datum.days === 7" }],
            mark: { type: "point", size: 8, filled: true },
            encoding: { shape: scales.shape },
          },
          {
            transform: [{ filter: "datum.period === 'week' && datum.days < 7" }],
            mark: { type: "point", size: 12, filled: true, fill: "#FFFFFF", strokeWidth: 0.75 },
            encoding: { shape: scales.shape, stroke: scales.color },
          },
        ],
      },
    },
    sourceData: {
      columns: [
        { name: "series", description: "Group and platform" },
        { name: "period", description: "Whether the row is a day or a week" },
        { name: "from", description: "The day, or the first day of the week", unit: "UTC day" },
        { name: "days", description: "Days of the period that lie in the window", unit: "days" },
        { name: "posts", description: "Posts in these days", unit: "posts" },
        { name: "perDay", description: "Posts over days", unit: "posts a day" },
      ],
      rows: rows.map((row) => ({ ...row })),
    },
  };
}

interface PeriodRow {
  series: string;
  period: "day" | "week";
  from: UtcDay;
  days: number;
  posts: number;
  perDay: number;
}

function dayRow({ group, platform, day, posts }: DayVolume): PeriodRow {
  return { series: seriesName(group, platform), period: "day", from: day, days: 1, posts, perDay: posts };
}

function weekRow({ group, platform, week, days, posts, perDay }: WeekVolume): PeriodRow {
  return { series: seriesName(group, platform), period: "week", from: week, days, posts, perDay };
}

/** The middle of the days of a period that lie in the window, where its point is drawn. */
function middleOf({ from, days }: PeriodRow, windowFrom: UtcDay): string {
  const covered = from < windowFrom ? windowFrom : from;
  return new Date(Date.parse(`${covered}T00:00:00Z`) + days * 43_200_000).toISOString();
}

/** "Diplomats, Twitter: 778 posts a day", the mean as the paper counts the days. */
function headingOf({ perDay }: PostingVolumesResults, name: string): string {
  const found = perDay.find(({ group, platform }) => seriesName(group, platform) === name);
  return `${name}: ${wholeNumber(Math.round(found?.perDayBetween ?? 0))} posts a day`;
}

/** The least and the most posts a day in the mean of a whole week. */
function spanOf(weekly: WeekVolume[], name: string): string {
  const means = weekly
    .filter(({ group, platform, days }) => seriesName(group, platform) === name && days === 7)
    .map(({ perDay }) => Math.round(perDay));
  if (means.length === 0) return "no whole week";
  return `whole weeks between ${wholeNumber(Math.min(...means))} and ${wholeNumber(Math.max(...means))}`;
}

function titleOf({ perDay }: PostingVolumesResults): string {
  const diplomats = perDay.find(({ group, platform }) => group === "diplomat" && platform === "twitter");
  if (diplomats === undefined) return "Posts a day by group and platform";
  return `Diplomats tweeted ${wholeNumber(Math.round(diplomats.perDayBetween))} times a day on average`;
}
