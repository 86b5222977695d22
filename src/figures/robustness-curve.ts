import type { Spread } from "../findings/robustness.js";
import type { SpecifiedShare } from "../findings/specifications/specified-shares.js";
import { colours, ink } from "./theme.js";

/** A specification with its place by size of the share, from 1. */
export interface Point extends SpecifiedShare {
  place: number;
  share: number;
}

/** Points. */
export const curveHeight = 128;
const [small, large] = [5, 26];
const bars = "#C9C9C9";

const headings = { retweets: "Retweets", replies: "Replies", "peak week": "Retweets in the peak week" } as const;

export function headingOf({ quantity }: Pick<Spread, "quantity">): string {
  return headings[quantity];
}

/** The specifications of one number by size, with the published value and the range when an account is left out. */
export function curveView(spread: Spread, points: readonly Point[]) {
  const usual = points.find((point) => point.usual);
  return {
    height: curveHeight,
    title: headingOf(spread),
    layer: [
      ...publishedLayers(spread, points.length),
      {
        data: { values: points },
        mark: { type: "rule", strokeWidth: 1, color: bars },
        encoding: { x: placeScale(points.length), y: shareScale("low"), y2: { field: "high" } },
      },
      {
        data: { values: points.filter(({ members }) => members > 0) },
        mark: { type: "point", size: small, color: colours.network },
        encoding: { x: placeScale(points.length), y: shareScale("share") },
      },
      {
        data: { values: points.filter(({ members }) => members === 0) },
        mark: { type: "point", size: small, filled: true, fill: "#FFFFFF", stroke: colours.network, strokeWidth: 0.6 },
        encoding: { x: placeScale(points.length), y: shareScale("share") },
      },
      ...(usual ? usualLayers(usual, points.length) : []),
    ],
  };
}

function publishedLayers({ publishedLow, publishedHigh }: Spread, points: number) {
  const isRange = publishedLow < publishedHigh;
  const printed = (share: number) => `${(share * 100).toFixed(0)}%`;
  const text = isRange
    ? `published ${printed(publishedLow).replace("%", "")}-${printed(publishedHigh)}`
    : `published ${printed(publishedLow)}`;
  const ends = isRange ? [publishedLow, publishedHigh] : [publishedLow];
  return [
    {
      data: { values: ends.map((share) => ({ share })) },
      mark: { type: "rule", strokeDash: [2, 1.5], strokeWidth: 0.6, color: ink },
      encoding: { y: shareScale("share") },
    },
    {
      data: { values: [{ share: publishedLow, place: 0.5, text }] }, // the lowest points leave room above the line
      mark: { type: "text", align: "left", baseline: "bottom", dy: -5, dx: 1 },
      encoding: { x: placeScale(points), y: shareScale("share"), text: { field: "text", type: "nominal" } },
    },
  ];
}

function usualLayers(usual: Point, points: number) {
  const values = [{ ...usual, text: `usual ${(usual.share * 100).toFixed(1)}%` }];
  const isLate = usual.place > points / 2;
  return [
    {
      data: { values },
      mark: { type: "point", size: large, color: ink, shape: "diamond" },
      encoding: { x: placeScale(points), y: shareScale("share") },
    },
    {
      data: { values },
      mark: {
        type: "text",
        align: isLate ? "right" : "left",
        baseline: "top",
        dy: 7,
        dx: isLate ? 4 : -4,
        fontWeight: "bold",
      },
      encoding: { x: placeScale(points), y: shareScale("share"), text: { field: "text", type: "nominal" } },
    },
  ];
}

/** What the signs of the curves mean, in the corner beside them. */
export function keyView() {
  const [x, from] = [4, 0.62];
  const rows = [
    { sign: "usual", text: "the usual choices" },
    { sign: "point", text: "one choice or more otherwise" },
    { sign: "none", text: "no group found" },
    { sign: "bar", text: "leaving out any one account" },
  ].map((row, at) => ({ ...row, x, share: from - at * 0.09 }));
  const one = (sign: string) => ({ values: rows.filter((row) => row.sign === sign) });
  const at = {
    x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, 92], nice: false } },
    y: keyScale,
  };
  return {
    layer: [
      { data: one("usual"), mark: { type: "point", size: large, color: ink, shape: "diamond" }, encoding: at },
      { data: one("point"), mark: { type: "point", size: small * 2, color: colours.network }, encoding: at },
      {
        data: one("none"),
        mark: { type: "point", size: small * 2, fill: "#FFFFFF", stroke: colours.network, strokeWidth: 0.6 },
        encoding: at,
      },
      {
        data: one("bar"),
        mark: { type: "tick", orient: "vertical", size: 8, thickness: 1, color: bars },
        encoding: at,
      },
      {
        data: { values: rows },
        mark: { type: "text", align: "left", dx: 6 },
        encoding: { ...at, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

const keyScale = { field: "share", type: "quantitative", axis: null, scale: { domain: [0, 1], nice: false } };

/** Places from 1, each in the middle of its column; the markers below have the same. */
export function placeScale(points: number) {
  return {
    field: "place",
    type: "quantitative",
    axis: null,
    scale: { domain: [0.5, points + 0.5], nice: false, zero: false },
  };
}

function shareScale(field: string) {
  return {
    field,
    type: "quantitative",
    title: null,
    scale: { domain: [0, 1], nice: false },
    axis: { format: ".0%", values: [0, 0.2, 0.4, 0.6, 0.8, 1], grid: true },
  };
}
