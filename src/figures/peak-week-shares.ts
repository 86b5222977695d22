import type { CorpusInfo } from "../corpus/info.js";
import type { NetworkShare, PeakWeekSharesResults } from "../findings/peak-week-shares.js";
import { actionKinds } from "../findings/shares/focus-actions.js";
import { type ShareClass, shareClasses } from "../findings/shares/share-classes.js";
import type { WeeklyShare } from "../findings/shares/weekly-shares.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { partColour, partLabel, seriesTitle, shareText } from "./share-parts.js";
import { ink } from "./theme.js";

/** Whether there are actions to divide. */
export function canDrawPeakWeekShares({ shares }: PeakWeekSharesResults): boolean {
  return shares.some(({ network }) => network.of > 0);
}

/**
 * Who made the retweets of and replies to the two offices, week by week: stacked areas with the line of a half, and beside each
 * the parts of the whole window.
 */
export function peakWeekSharesFigure(results: PeakWeekSharesResults, info: CorpusInfo): Figure {
  const drawn = results.shares.filter(({ office, network }) => office !== "both" && network.of > 0);
  const ambassador = drawn.find(({ office, kind }) => office === "ambassador" && kind === "retweet");
  const { from, to } = results.window;
  return {
    name: figureName("peak-week-shares", info),
    title: titleOf(ambassador),
    subtitle:
      `Share of the retweets and replies of each week by who made them, ${from} to ${to} (UTC, weeks from ` +
      `${results.weekStart === "sunday" ? "Sunday" : "Monday"}); bars: all weeks`,
    alt:
      `Stacked areas by week, a panel each. ${drawn.map((share) => altOf(share, results)).join(" ")} ` +
      `${peaksText(results)}`,
    basis: info.basis,
    note:
      `${sourceNote(info)}Network: the ${results.members} accounts that the detector finds. Gone: suspended or deleted. ` +
      "Own replies in threads count among the others. Dashed: half.",
    width: "double",
    specification: {
      spacing: 12,
      vconcat: actionKinds
        .map((kind) => drawn.filter((share) => share.kind === kind))
        .filter((row) => row.length > 0)
        .map((row) => ({
          spacing: 6,
          hconcat: row.flatMap((share, at) => panels(results, share, { first: at === 0, last: at === row.length - 1 })),
        })),
    },
    sourceData: {
      columns: [
        { name: "series", description: "Retweets of or replies to one of the two accounts" },
        { name: "week", description: "First day of the week", unit: "UTC day" },
        { name: "days", description: "Days of the week that lie in the window", unit: "days" },
        { name: "part", description: "Who made them; gone means suspended or deleted" },
        { name: "actions", description: "Retweets or replies of that part", unit: "actions" },
        { name: "of", description: "Retweets or replies of that week", unit: "actions" },
        { name: "share", description: "The first over the second", unit: "share" },
      ],
      rows: results.weekly.filter(({ office }) => office !== "both").flatMap(sourceRows),
    },
  };
}

/** The weeks of a series and the bar of all of them; the first of a row has the axis, the last the names of the parts. */
function panels(results: PeakWeekSharesResults, whole: NetworkShare, is: { first: boolean; last: boolean }): object[] {
  const weeks = results.weekly.filter(({ office, kind }) => office === whole.office && kind === whole.kind);
  const title = `${seriesTitle(whole)}: ${wholeNumber(whole.network.of)}`;
  return [weekPanel(weeks, title, is.first), barPanel(whole, results, is.last)];
}

const height = 96;
const y = { field: "low", type: "quantitative", scale: { domain: [0, 1] } };

function weekPanel(weeks: readonly WeeklyShare[], title: string, hasAxis: boolean): object {
  const axis = {
    format: ".0%",
    values: [0, 0.25, 0.5, 0.75, 1],
    labels: hasAxis,
    labelFlush: true,
    labelOverlap: false,
  };
  return {
    title,
    height,
    data: { values: weeks.flatMap((week) => stacked(week).map((part) => ({ ...part, middle: middleOf(week) }))) },
    layer: [
      {
        mark: { type: "area", stroke: "#FFFFFF", strokeWidth: 0.25, line: false },
        encoding: {
          x: { field: "middle", type: "temporal", title: null, axis: { format: "%b %Y", tickCount: 4 } },
          y: { ...y, title: null, axis },
          y2: { field: "high" },
          color: partColour,
        },
      },
      {
        mark: { type: "rule", strokeDash: [3, 2], strokeWidth: 0.75, color: ink },
        encoding: { y: { datum: 0.5, type: "quantitative", axis } },
      },
    ],
  };
}

function barPanel(whole: NetworkShare, results: PeakWeekSharesResults, isLast: boolean): object {
  const parts = stacked(whole);
  const label = ({ share, part }: (typeof parts)[number]) =>
    isLast ? `${shareText(share)} ${partLabel(part, results.queries)}` : shareText(share);
  return {
    width: 9,
    height,
    data: { values: parts.map((part) => ({ ...part, middle: (part.low + part.high) / 2, text: label(part) })) },
    layer: [
      {
        mark: { type: "rect", stroke: "#FFFFFF", strokeWidth: 0.25 },
        encoding: {
          x: { value: 0 },
          x2: { value: 9 },
          y: { ...y, axis: null },
          y2: { field: "high" },
          color: partColour,
        },
      },
      {
        transform: [{ filter: "datum.share > 0.02" }],
        mark: { type: "text", align: "left", dx: 2.5 },
        encoding: {
          x: { value: 9 },
          y: { ...y, field: "middle", axis: null },
          text: { field: "text", type: "nominal" },
        },
      },
    ],
  };
}

/** The parts of a week or a window laid on each other; none where nothing was done. */
function stacked({ classes, network: { of } }: Pick<WeeklyShare, "classes" | "network">) {
  let low = 0;
  return shareClasses.flatMap((part: ShareClass) => {
    if (of === 0) return [];
    const share = classes[part] / of;
    const laid = { part, share, low, high: Math.min(1, low + share) };
    low = laid.high;
    return [laid];
  });
}

/** The middle of the days of a week that lie in the window, where its point is drawn. */
export function middleOf({ from, days }: Pick<WeeklyShare, "from" | "days">): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 43_200_000).toISOString();
}

function sourceRows(weekly: WeeklyShare) {
  const { week, days, classes, network } = weekly;
  return shareClasses.map((part) => ({
    ...{ series: seriesTitle(weekly), week, days, part, actions: classes[part], of: network.of },
    share: network.of === 0 ? null : classes[part] / network.of,
  }));
}

function titleOf(ambassador: NetworkShare | undefined): string {
  if (!ambassador || ambassador.network.share === null) return "Retweets and replies by who made them";
  return `The network made ${shareText(ambassador.network.share)} of the ambassador's retweets`;
}

function altOf(share: NetworkShare, { queries }: PeakWeekSharesResults): string {
  const parts = shareClasses.map(
    (part) =>
      `${partLabel(part, queries)} ${shareText(share.network.of === 0 ? null : share.classes[part] / share.network.of)}`,
  );
  return `${seriesTitle(share)}, ${wholeNumber(share.network.of)} in all: ${parts.join(", ")}.`;
}

function peaksText({ summaries }: PeakWeekSharesResults): string {
  return summaries
    .filter(({ office, kind }) => office === "ambassador" && kind === "retweet")
    .map(({ peaks, weeks }) => {
      const listed = peaks.map(({ week, share }) => `${week} ${shareText(share)}`).join(", ");
      return `Weeks with half of the ambassador's retweets or more: ${peaks.length} of ${weeks}${listed && `: ${listed}`}.`;
    })
    .join("");
}
