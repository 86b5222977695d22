import type { CorpusInfo } from "../corpus/info.js";
import type { PostingVolumesResults } from "../findings/posting-volumes.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { laidIcons, type PictogramRow, pictogramRows, postsOfAnIcon } from "./pictogram-rows.js";
import { figureName, inOrder, seriesScales, sourceNote } from "./series.js";
import { ink } from "./theme.js";

/** Points between lines of icons, and the area of an icon. */
const lineHeight = 8;
const iconSize = 38;

/** Whether there is anything to draw. */
export function canDrawPostingVolumes({ volumes }: PostingVolumesResults): boolean {
  return volumes.length > 0;
}

/**
 * The pictogram of posting volumes: an icon for every 1,000 posts, in a row of icons for each type of post, for
 * diplomats, state media in English and state media in other languages.
 */
export function postingVolumesFigure(results: PostingVolumesResults, info: CorpusInfo): Figure {
  const rows = pictogramRows(results.editions);
  const { labels, headings, icons, lines } = laidIcons(rows);
  const series = inOrder(rows.map((row) => row.series));
  const scales = seriesScales(series);
  const { from, to } = results.window;
  return {
    name: figureName("posting-volumes", info),
    title: titleOf(rows),
    subtitle: `Posts by type, ${from} to ${to}; an icon stands for ${wholeNumber(postsOfAnIcon)} posts`,
    alt: altOf(rows),
    basis: info.basis,
    note: `${sourceNote(info)}Icons are rounded for each type. Tweets are texts and replies; own retweets count as posts.`,
    width: "double",
    specification: {
      height: lines * lineHeight,
      encoding: {
        x: { field: "at", type: "quantitative", axis: null, scale: { domain: [0, 50], nice: false } },
        y: { field: "line", type: "quantitative", axis: null, scale: { domain: [lines, 0], nice: false } },
      },
      layer: [
        {
          data: { values: icons },
          mark: { type: "point", size: iconSize, strokeWidth: 0 },
          encoding: {
            color: scales.color,
            shape: { field: "icon", type: "nominal", scale: { domain: iconNames, range: iconPaths }, legend: null },
          },
        },
        textLayer(labels, "type", { align: "left", dx: -102 }),
        textLayer(labels, "count", { align: "right", dx: -6 }),
        textLayer(headings, "heading", { align: "left", dx: -102, fontWeight: "bold" }),
      ],
    },
    sourceData: {
      columns: [
        { name: "group", description: "Diplomats, or state media by the language of the account" },
        { name: "series", description: "Group and platform" },
        { name: "type", description: "Type of post" },
        { name: "posts", description: "Posts of that type in the window", unit: "posts" },
        { name: "icons", description: "Icons drawn: posts in thousands, rounded", unit: "icons" },
      ],
      rows: rows.map((row) => ({ ...row })),
    },
  };
}

/** Icons in a square from -1 to 1: a page, a speech bubble, an arrow, quotation marks. */
const iconShapes = {
  "Facebook posts": "M-0.75,-0.9L0.25,-0.9L0.75,-0.4L0.75,0.9L-0.75,0.9Z",
  Tweets: "M-0.9,-0.8L0.9,-0.8L0.9,0.4L-0.1,0.4L-0.6,0.9L-0.6,0.4L-0.9,0.4Z",
  Retweets: "M-0.9,-0.3L0.05,-0.3L0.05,-0.85L0.9,0L0.05,0.85L0.05,0.3L-0.9,0.3Z",
  "Quote tweets":
    "M-0.85,-0.65L-0.1,-0.65L-0.1,0.05L-0.55,0.75L-0.85,0.75L-0.6,0.05L-0.85,0.05ZM0.1,-0.65L0.85,-0.65L0.85,0.05L0.4,0.75L0.1,0.75L0.35,0.05L0.1,0.05Z",
};
const iconNames = Object.keys(iconShapes);
const iconPaths = Object.values(iconShapes);

function textLayer(values: object[], field: string, mark: object) {
  return {
    data: { values },
    mark: { type: "text", baseline: "middle", color: ink, ...mark },
    encoding: { x: { value: 0 }, text: { field, type: "nominal" } },
  };
}

function titleOf(rows: PictogramRow[]): string {
  const all = sum(rows);
  const media = sum(rows.filter(({ group }) => group !== "Diplomats"));
  const english = sum(rows.filter(({ group }) => group === "State media, English"));
  const others = `${percent(media - english, media)} of theirs by accounts in other languages than English`;
  return `State media sent ${percent(media, all)} of the ${wholeNumber(all)} posts; ${others}`;
}

function altOf(rows: PictogramRow[]): string {
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => {
    const own = rows.filter((row) => row.group === group);
    const types = own.map(({ type, posts }) => `${type} ${wholeNumber(posts)}`).join(", ");
    return `${group}: ${wholeNumber(sum(own))} posts (${types})`;
  });
  return `Pictogram with an icon for every ${wholeNumber(postsOfAnIcon)} posts. ${groups.join("; ")}.`;
}

function sum(rows: PictogramRow[]): number {
  return rows.reduce((total, { posts }) => total + posts, 0);
}

function percent(count: number, of: number): string {
  return of === 0 ? "none" : `${((count / of) * 100).toFixed(1)}%`;
}
