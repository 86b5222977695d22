import type { CorpusInfo } from "../corpus/info.js";
import type { EngagementResults } from "../findings/engagement.js";
import { type EngagementChoice, waysOfCounting } from "../findings/engagement-choices.js";
import type { Figure } from "./figure.js";
import { figureName, inOrder, seriesName, seriesScales, sourceNote } from "./series.js";

/** What each choice in counting changes: likes in all and likes for each post, as shares of what the papers count. */
export function engagementChoicesFigure({ choices, window }: EngagementResults, info: CorpusInfo): Figure {
  const rows = choices.filter(({ choice }) => choice !== waysOfCounting.papers).flatMap(ratioRows);
  const series = inOrder(rows.map((row) => row.series));
  const scales = seriesScales(series);
  const ratios = [1, ...rows.map(({ ratio }) => ratio)];
  const x = ratioAxis([Math.min(...ratios), Math.max(...ratios)]);
  return {
    name: figureName("engagement-choices", info),
    title: titleOf(choices),
    subtitle: `Likes counted in another way, share of likes as the papers count them, ${window.from} to ${window.to}`,
    alt:
      `Points, one a way of counting: the share of the papers' count that is left. ` +
      `${changed(rows)}All others are within 0.5% of it.`,
    basis: info.basis,
    note: `${sourceNote(info)}Filled: likes in all. Hollow: likes for each post. Facebook has no retweets, quotes or replies.`,
    width: "double",
    specification: {
      data: { values: rows },
      facet: { column: { field: "series", sort: series, title: null } },
      spacing: 12,
      spec: {
        height: { step: 16 },
        layer: [
          {
            mark: { type: "rule", strokeDash: [2, 2], strokeWidth: 0.5 },
            encoding: { x: { datum: 1, type: "quantitative", scale: x.scale } },
          },
          {
            transform: [{ filter: "datum.quantity === 'likes in all'" }],
            mark: { type: "point", size: 18, yOffset: -3 },
            encoding: { x, y, color: scales.color, shape: scales.shape },
          },
          {
            transform: [{ filter: "datum.quantity !== 'likes in all'" }],
            mark: { type: "point", size: 18, yOffset: 3, fill: "#FFFFFF", strokeWidth: 0.75 },
            encoding: { x, y, stroke: scales.color, shape: scales.shape },
          },
        ],
      },
    },
    sourceData: {
      columns: [
        { name: "series", description: "Group and platform" },
        { name: "choice", description: "Way of counting" },
        { name: "quantity", description: "Likes in all, or for each post" },
        { name: "value", description: "The quantity counted that way", unit: "likes" },
        { name: "ratio", description: "The same over what the papers' way gives", unit: "share" },
      ],
      rows: rows.map(({ text: _text, ...row }) => row),
    },
  };
}

const y = { field: "choice", type: "nominal", sort: Object.values(waysOfCounting), title: null };

function ratioAxis([low, high]: [number, number]) {
  return {
    field: "ratio",
    type: "quantitative",
    title: "Share of the papers' count",
    scale: { domain: [Math.floor(low * 10) / 10, Math.ceil(high * 20 + 0.5) / 20], nice: false, zero: false },
    axis: { format: ".0%", tickCount: 5, grid: true },
  };
}

function changed(rows: ReturnType<typeof ratioRows>): string {
  return rows
    .filter(({ ratio }) => Math.abs(ratio - 1) > 0.005)
    .map(({ series, choice, quantity, text }) => `${series}, ${choice}, ${quantity}: ${text}. `)
    .join("");
}

function ratioRows({ group, platform, choice, likes, likesRatio, likesPerPost, likesPerPostRatio }: EngagementChoice) {
  const quantities = [
    { quantity: "likes in all", value: likes, ratio: likesRatio },
    { quantity: "likes for each post", value: likesPerPost, ratio: likesPerPostRatio },
  ];
  return quantities.flatMap(({ quantity, value, ratio }) =>
    ratio === null
      ? []
      : [{ series: seriesName(group, platform), choice, quantity, value, ratio, text: `${(ratio * 100).toFixed(1)}%` }],
  );
}

function titleOf(choices: EngagementChoice[]): string {
  const counted = choices.find(
    ({ choice, group, platform }) =>
      choice === waysOfCounting.ownRetweets && group === "diplomat" && platform === "twitter",
  );
  if (!counted?.likesPerPostRatio) return "What each choice in counting likes changes";
  const lost = ((1 - counted.likesPerPostRatio) * 100).toFixed(0);
  return `Counting their own retweets as posts lowers the diplomats' mean likes a tweet by ${lost}%`;
}
