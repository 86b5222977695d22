import type { CorpusInfo } from "../corpus/info.js";
import type { PeakWeekSharesResults } from "../findings/peak-week-shares.js";
import { type ShareChoice, waysOfSharing } from "../findings/shares/share-choices.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { seriesTitle, shareText } from "./share-parts.js";
import { colours, ink } from "./theme.js";

const quantities = { network: "all weeks", median: "median week", highest: "highest week", gone: "gone" } as const;

/** Points drawn, one over the other; the median is in the source data. */
const marks = [
  { quantity: quantities.gone, mark: { size: 22, color: "#FFFFFF", shape: "square" } },
  { quantity: quantities.network, mark: { size: 20, color: colours.network, shape: "circle" } },
  { quantity: quantities.highest, mark: { size: 16, color: colours.network, shape: "diamond" } },
] as const;

/** What each choice in counting shares changes: a panel for each office and kind, a row for each choice. */
export function peakWeekSharesChoicesFigure(results: PeakWeekSharesResults, info: CorpusInfo): Figure {
  const choices = results.choices.filter(({ office, network }) => office !== "both" && network !== null);
  const rows = choices.flatMap(quantityRows);
  const panels = [...new Set(choices.map(seriesTitle))];
  return {
    name: figureName("peak-week-shares-choices", info),
    title: titleOf(choices),
    subtitle:
      "Shares counted otherwise, one choice a row. Circle: the network over all weeks; diamond: in its highest week; " +
      "square: all accounts seen gone",
    alt: `Points, one row a way of counting. ${choices.map(altOf).join(" ")}`,
    basis: info.basis,
    note: `${sourceNote(info)}Gone: suspended or deleted. Peaks: weeks of half or more, among those of at least 30 retweets or replies.`,
    width: "double",
    specification: {
      spacing: 10,
      hconcat: panels.map((title, at) =>
        panel(
          choices.filter((row) => seriesTitle(row) === title),
          title,
          at === 0,
        ),
      ),
    },
    sourceData: {
      columns: [
        { name: "series", description: "Retweets of or replies to one of the two accounts" },
        { name: "choice", description: "Way of counting" },
        {
          name: "quantity",
          description: "Network's share of all, of the median or the highest week; or share of those gone",
        },
        { name: "share", description: "Its value", unit: "share" },
        { name: "weeks", description: "Weeks of the window", unit: "weeks" },
        { name: "peakWeeks", description: "Weeks in which half or more came from the network", unit: "weeks" },
      ],
      rows,
    },
  };
}

function quantityRows(row: ShareChoice) {
  const { choice, weeks, peakWeeks } = row;
  return (Object.keys(quantities) as (keyof typeof quantities)[]).map((name) => ({
    ...{ series: seriesTitle(row), choice, quantity: quantities[name], share: row[name], weeks, peakWeeks },
  }));
}

function panel(choices: ShareChoice[], title: string, isFirst: boolean): object {
  const rows = choices.flatMap(quantityRows).filter(({ share }) => share !== null);
  const y = {
    field: "choice",
    type: "nominal",
    sort: Object.values(waysOfSharing),
    title: null,
    axis: { labels: isFirst, ticks: false, domain: false },
  };
  const x = {
    field: "share",
    type: "quantitative",
    title: null,
    scale: { domain: [0, 1] },
    axis: { format: ".0%", values: [0, 0.25, 0.5, 0.75, 1] },
  };
  const points = marks.map(({ quantity, mark }) => ({
    data: { values: rows.filter((row) => row.quantity === quantity) },
    mark: { type: "point", filled: true, yOffset: -3, stroke: ink, strokeWidth: 0.4, ...mark },
    encoding: { x, y },
  }));
  return {
    title,
    height: { step: 20 },
    data: { values: rows },
    layer: [
      ...points,
      {
        data: { values: choices.map((row) => ({ ...row, text: countsText(row) })) },
        mark: { type: "text", align: "left", yOffset: 4, fontSize: 5 },
        encoding: { x: { value: 1 }, y, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

function countsText({ network, compared, peakWeeks }: ShareChoice): string {
  return `${shareText(network)}; ${compared} weeks, ${peakWeeks} ${peakWeeks === 1 ? "peak" : "peaks"}`;
}

function titleOf(choices: ShareChoice[]): string {
  const replies = choices.filter(({ office, kind }) => office === "ambassador" && kind === "reply");
  const of = (name: keyof typeof waysOfSharing) =>
    replies.find(({ choice }) => choice === waysOfSharing[name])?.network;
  const [papers = null, left = null] = [of("papers"), of("ownLeftOut")];
  if (papers === null || left === null) return "What each choice in counting shares changes";
  const moved = Math.abs((left - papers) * 100).toFixed(1);
  return `Leaving out the ambassador's own thread replies moves the network's share of replies by ${moved} points`;
}

function altOf(row: ShareChoice): string {
  return (
    `${seriesTitle(row)}, ${row.choice}: network ${shareText(row.network)}, median week ${shareText(row.median)}, ` +
    `highest week ${shareText(row.highest)}, ${row.peakWeeks} of ${row.compared} weeks of half or more, gone ${shareText(row.gone)}.`
  );
}
