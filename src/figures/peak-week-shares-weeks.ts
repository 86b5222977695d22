import type { CorpusInfo } from "../corpus/info.js";
import type { PeakWeekSharesResults } from "../findings/peak-week-shares.js";
import { offices } from "../findings/shares/focus-actions.js";
import { inSeries } from "../findings/shares/series.js";
import { fewestInWeek, peakShares, typicalShares } from "../findings/shares/week-summary.js";
import type { BandedWeek } from "../findings/shares/weekly-shares.js";
import type { Figure } from "./figure.js";
import { middleOf } from "./peak-week-shares.js";
import { figureName, sourceNote } from "./series.js";
import { seriesTitle, shareText } from "./share-parts.js";
import { colours, ink } from "./theme.js";

/** The network's share of each week's retweets with its band: peak weeks stand out from typical ones. */
export function peakWeekSharesWeeksFigure(results: PeakWeekSharesResults, info: CorpusInfo): Figure {
  const rows = results.weekly.filter(({ kind, network }) => kind === "retweet" && network.of > 0).flatMap(weekRow);
  const drawn = offices.filter((office) => rows.some((row) => row.office === office));
  return {
    name: figureName("peak-week-shares-weeks", info),
    title: titleOf(results),
    subtitle: "The network's share of each week's retweets, with 95% bands. Grey: 30% to 50%",
    alt: `Points with bands, one a week. ${drawn.map((office) => altOf(results, office)).join(" ")}`,
    basis: info.basis,
    note:
      `${sourceNote(info)}Bands: stretches of a day resampled within the week. Hollow: fewer than ${fewestInWeek} retweets, ` +
      "not counted as a week. A week that the window cuts to one day has no band.",
    width: "single",
    specification: {
      spacing: 8,
      vconcat: drawn.map((office) =>
        panel(
          rows.filter((row) => row.office === office),
          headingOf(results, office),
        ),
      ),
    },
    sourceData: {
      columns: [
        { name: "series", description: "Retweets of one of the two accounts" },
        { name: "week", description: "First day of the week", unit: "UTC day" },
        { name: "days", description: "Days of the week that lie in the window", unit: "days" },
        { name: "network", description: "Retweets by the network", unit: "retweets" },
        { name: "retweets", description: "All retweets of that week", unit: "retweets" },
        { name: "share", description: "The first over the second", unit: "share" },
        { name: "low", description: "Lower end of the 95% band", unit: "share" },
        { name: "high", description: "Upper end of the 95% band", unit: "share" },
      ],
      rows: rows.map(({ office: _office, middle: _middle, is: _is, text: _text, labelAt: _labelAt, ...row }) => row),
    },
  };
}

type Row = ReturnType<typeof weekRow>[number];

function weekRow(weekly: BandedWeek) {
  const { office, week, days, network, band } = weekly;
  if (office === "both") return [];
  const share = network.share ?? 0;
  const compared = network.of >= fewestInWeek;
  const is = !compared ? "few" : share >= peakShares.low ? "peak" : "other";
  return [
    {
      ...{ office, series: seriesTitle(weekly), week, days, middle: middleOf(weekly) },
      ...{ network: network.count, retweets: network.of, share },
      ...{ low: band?.low ?? null, high: band?.high ?? null },
      ...{ is, text: `${Math.round(share * 100)}%`, labelAt: band?.high ?? share },
    },
  ];
}

function panel(rows: Row[], title: string): object {
  const x = { field: "middle", type: "temporal", title: null, axis: { format: "%b %Y", tickCount: 4 } };
  const axis = { format: ".0%", values: [0, 0.25, 0.5, 0.75, 1], grid: true, labelOverlap: false };
  const y = (field: string) => ({
    ...{ field, type: "quantitative", title: null, axis },
    scale: { domain: [0, 1] },
  });
  // A layer without rows would have no extent to draw in.
  const point = (is: Row["is"], ...layers: object[]) => {
    const drawn = rows.filter((row) => row.is === is);
    return drawn.length === 0 ? [] : layers.map((layer) => ({ data: { values: drawn }, ...layer }));
  };
  const dots = (mark: object) => ({ mark: { type: "point", filled: true, ...mark }, encoding: { x, y: y("share") } });
  return {
    title,
    height: 78,
    data: { values: rows },
    layer: [
      {
        data: { values: [typicalShares] },
        mark: { type: "rect", color: "#EFEFEF" },
        encoding: { y: { ...y("low") }, y2: { field: "high" } },
      },
      {
        mark: { type: "rule", strokeDash: [3, 2], strokeWidth: 0.5, color: ink },
        encoding: { y: { datum: peakShares.low, type: "quantitative", axis } },
      },
      {
        transform: [{ filter: "datum.low !== null" }],
        mark: { type: "rule", strokeWidth: 0.5, color: "#8A8A8A" },
        encoding: { x, y: y("low"), y2: { field: "high" } },
      },
      ...point("other", dots({ size: 10, color: ink })),
      ...point("few", dots({ size: 10, fill: "#FFFFFF", stroke: ink, strokeWidth: 0.6 })),
      ...point("peak", dots({ size: 20, color: colours.network, stroke: ink, strokeWidth: 0.4, shape: "diamond" }), {
        mark: { type: "text", align: "center", baseline: "bottom", dy: -1.5 },
        encoding: { x, y: y("labelAt"), text: { field: "text", type: "nominal" } },
      }),
    ],
  };
}

function summaryOf({ summaries }: PeakWeekSharesResults, office: (typeof offices)[number]) {
  return inSeries(summaries, office, "retweet");
}

/** "Retweets of the ambassador: median week 41.8% (40.5% to 43.0%)". */
function headingOf(results: PeakWeekSharesResults, office: (typeof offices)[number]): string {
  const { value = null, low = null, high = null } = summaryOf(results, office)?.median ?? {};
  const interval = low === null ? "" : ` (${shareText(low)} to ${shareText(high)})`;
  return `${seriesTitle({ office, kind: "retweet" })}: median week ${shareText(value)}${interval}`;
}

function titleOf(results: PeakWeekSharesResults): string {
  const summary = summaryOf(results, "ambassador");
  if (!summary?.highest) return "The network's share of the retweets of each week";
  const { peakWeeks, weeks, highest } = summary;
  return `In ${peakWeeks} of ${weeks} weeks the network made half of the ambassador's retweets or more, up to ${shareText(highest.share)}`;
}

function altOf(results: PeakWeekSharesResults, office: (typeof offices)[number]): string {
  const summary = summaryOf(results, office);
  if (!summary) return "";
  const { peaks, typicalWeeks, weeks } = summary;
  const listed = peaks.map(({ week, share, low, high }) => {
    return `${week} ${shareText(share)} (${shareText(low)} to ${shareText(high)})`;
  });
  return (
    `${headingOf(results, office)}; ${typicalWeeks} of ${weeks} weeks from 30% to 50%, ` +
    `${peaks.length} of half or more${listed.length > 0 ? `: ${listed.join(", ")}` : ""}.`
  );
}

/** Whether there are retweets of either office. */
export function canDrawPeakWeekSharesWeeks({ shares }: PeakWeekSharesResults): boolean {
  return shares.some(({ kind, network }) => kind === "retweet" && network.of > 0);
}
