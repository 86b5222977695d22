import type { CorpusInfo } from "../corpus/info.js";
import type { Engagement, EngagementResults } from "../findings/engagement.js";
import { countText, wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, inOrder, seriesName, seriesScales, sourceNote } from "./series.js";
import { ink } from "./theme.js";

const measures = [
  { name: "likes", perPost: "likesPerPost", heading: "Likes, or reactions on Facebook" },
  { name: "replies", perPost: "repliesPerPost", heading: "Replies, or comments on Facebook" },
  { name: "shares", perPost: "sharesPerPost", heading: "Shares, quotes included" },
] as const;

/** Whether there is anything to draw. */
export function canDrawEngagement({ engagement }: EngagementResults): boolean {
  return engagement.some(({ posts, likes, replies, shares }) => posts > 0 && likes + replies + shares > 0);
}

/**
 * Engagement for each post: a tick for each account's mean, a mark for the mean over all posts of its group, and the sum
 * in words. A panel for each of likes, replies and shares.
 */
export function engagementFigure(results: EngagementResults, info: CorpusInfo): Figure {
  const means = measures.flatMap((measure) => results.engagement.map((row) => meanRow(row, measure)));
  const accounts = measures.flatMap(({ perPost, heading }) =>
    results.accounts.map((row) => ({
      measure: heading,
      series: seriesName(row.group, row.platform),
      account: row.name,
      perPost: significant(row[perPost]),
    })),
  );
  const series = inOrder(means.map((row) => row.series));
  const scales = seriesScales(series);
  const drawn = [...means, ...accounts].filter(({ perPost }) => perPost !== null && perPost > 0);
  return {
    name: figureName("engagement", info),
    title: titleOf(results),
    subtitle: `Engagement for each post, ${results.window.from} to ${results.window.to}: ticks are accounts, marks the mean of all posts`,
    alt: altOf(results),
    basis: info.basis,
    note:
      `${sourceNote(info)}Counts at the last sighting; own retweets carry none and are left out. ` +
      `Accounts that drew nothing have no tick. Every post is counted, so the means have no interval.`,
    width: "double",
    specification: {
      data: { values: drawn },
      facet: { column: { field: "measure", sort: measures.map(({ heading }) => heading), title: null } },
      spacing: 14,
      resolve: { scale: { x: "independent" } },
      spec: {
        height: { step: 30 },
        encoding: {
          y: { field: "series", type: "nominal", sort: series, title: null },
          x: {
            field: "perPost",
            type: "quantitative",
            title: "For each post, logarithmic",
            scale: { type: "log" },
            axis: logAxis,
          },
        },
        layer: [
          {
            transform: [{ filter: "isValid(datum.account)" }],
            mark: { type: "tick", size: 9, thickness: 0.6, opacity: 0.55 },
            encoding: { color: scales.color },
          },
          {
            transform: [{ filter: "!isValid(datum.account)" }],
            mark: { type: "point", size: 34, stroke: ink, strokeWidth: 0.6 },
            encoding: { fill: scales.color, shape: scales.shape },
          },
          {
            transform: [{ filter: "!isValid(datum.account)" }],
            mark: { type: "text", align: "left", baseline: "bottom", dy: -6 },
            encoding: { x: { value: 2 }, text: { field: "text", type: "nominal" } },
          },
        ],
      },
    },
    sourceData: {
      columns: [
        { name: "measure", description: "Likes, replies or shares" },
        { name: "series", description: "Group and platform" },
        { name: "account", description: "Office or outlet; empty for the mean over all posts of the group" },
        { name: "perPost", description: "Engagement over posts without own retweets, of accounts to 3 digits" },
      ],
      rows: [...means.map(({ text: _text, ...row }) => row), ...accounts],
    },
  };
}

const logAxis = { grid: true, tickCount: 4, format: ",~r" };

type Measure = (typeof measures)[number];

function meanRow(row: Engagement, { name, perPost, heading }: Measure) {
  const mean = row[perPost];
  return {
    measure: heading,
    series: seriesName(row.group, row.platform),
    account: null,
    perPost: mean,
    text: `${wholeNumber(row[name])} in all, ${mean === null ? "none" : mean.toFixed(1)} a post`,
  };
}

/** To three digits, so that no account can be looked up by a mean. */
function significant(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}

function titleOf({ engagement }: EngagementResults): string {
  const diplomats = engagement.find(({ group, platform }) => group === "diplomat" && platform === "twitter");
  if (diplomats === undefined) return "Likes, replies and shares of the audited accounts";
  const { likes, likesPerPost, medianLikes } = diplomats;
  const half = `half drew ${countText(medianLikes ?? 0, "or fewer")}`;
  return `Diplomats' tweets drew ${wholeNumber(likes)} likes: ${(likesPerPost ?? 0).toFixed(1)} each on average, but ${half}`;
}

function altOf({ engagement }: EngagementResults): string {
  const groups = engagement.map((row) => {
    const drew = measures.map(({ name, perPost }) => {
      const mean = row[perPost];
      return `${countText(row[name], name)} (${mean === null ? "none" : mean.toFixed(1)} a post)`;
    });
    return `${seriesName(row.group, row.platform)}: ${drew.join(", ")}`;
  });
  return `Ticks on a logarithmic scale: engagement for each post, an account a tick. ${groups.join("; ")}.`;
}
