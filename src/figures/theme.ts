import type { Config } from "vega-lite";
import type { FigureWidth } from "./figure.js";

/** What a colour, a dash pattern and a shape stand for, the same in every figure. */
export type Meaning =
  | "diplomatTwitter"
  | "diplomatFacebook"
  | "stateMediaTwitter"
  | "stateMediaFacebook"
  | "network"
  | "benchmarkGroup"
  | "suspended"
  | "active"
  | "deleted"
  | "labelled"
  | "unlabelled"
  | "unlisted"
  | "reference";

/** Nearly black: text, axis lines, and whatever carries no meaning of its own. Text is never drawn in a series' colour. */
export const ink = "#222222";

/**
 * The eight colours of Okabe and Ito, which people with any common form of colour blindness can tell apart, and greys for what stands in
 * the background (Okabe and Ito 2008, Color Universal Design, https://jfly.uni-koeln.de/color/).
 *
 * @example
 * const color = { scale: { domain: ["Diplomats, Twitter"], range: [colours.diplomatTwitter] } };
 */
export const colours: Record<Meaning, string> = {
  diplomatTwitter: "#0072B2",
  diplomatFacebook: "#56B4E9",
  stateMediaTwitter: "#D55E00",
  stateMediaFacebook: "#E69F00",
  network: "#CC79A7",
  benchmarkGroup: "#999999",
  suspended: "#000000",
  active: "#009E73",
  deleted: "#F0E442",
  labelled: "#4D4D4D",
  unlabelled: "#CCCCCC",
  unlisted: "#5B5B5B",
  reference: "#777777",
};

/** Second encoding of lines, for print without colour: dash patterns in points, drawn and left out in turn. */
export const dashes: Record<Meaning, number[]> = {
  diplomatTwitter: [1, 0],
  diplomatFacebook: [5, 1.5],
  stateMediaTwitter: [2.5, 1.5],
  stateMediaFacebook: [0.8, 1.4],
  network: [1, 0],
  benchmarkGroup: [3, 2],
  suspended: [1, 0],
  active: [5, 1.5, 0.8, 1.5],
  deleted: [2, 1],
  labelled: [1, 0],
  unlabelled: [2, 2],
  unlisted: [1, 1],
  reference: [1.5, 2],
};

/** Second encoding of points: vega symbols, or a path in a square from -1 to 1. */
export const shapes: Record<Meaning, string> = {
  diplomatTwitter: "circle",
  diplomatFacebook: "square",
  stateMediaTwitter: "diamond",
  stateMediaFacebook: "triangle-up",
  network: "cross",
  benchmarkGroup: "triangle-down",
  suspended: "M-1,-0.5L-0.5,-1L0,-0.5L0.5,-1L1,-0.5L0.5,0L1,0.5L0.5,1L0,0.5L-0.5,1L-1,0.5L-0.5,0Z",
  active: "triangle-right",
  deleted: "triangle-left",
  labelled: "M0,-1L0.24,-0.32L0.95,-0.31L0.38,0.12L0.59,0.81L0,0.4L-0.59,0.81L-0.38,0.12L-0.95,-0.31L-0.24,-0.32Z",
  unlabelled: "M0,-1L0.87,-0.5L0.87,0.5L0,1L-0.87,0.5L-0.87,-0.5Z",
  unlisted: "M0,-1L0.95,-0.31L0.59,0.81L-0.59,0.81L-0.95,-0.31Z",
  reference: "M-1,-0.25L1,-0.25L1,0.25L-1,0.25Z",
};

/** Widths of the page, in millimetres and in points. */
export const widths: Record<FigureWidth, { millimetres: number; points: number }> = {
  single: { millimetres: 89, points: 252.28 },
  double: { millimetres: 183, points: 518.74 },
};

/** Sizes of text in points. Nothing on a figure is smaller than `smallest` or larger than `largest`. */
export const textSizes = { smallest: 5, footnote: 5, label: 6, subtitle: 6, title: 7, largest: 7 } as const;

/** First choice the bundled font; Arial has the same widths. */
export const fontFamilies = `Arimo, Arial, Helvetica, "Liberation Sans", sans-serif`;

const hairline = 0.5;
const guideText = { labelFontSize: textSizes.label, titleFontSize: textSizes.label, labelLimit: 0, titleLimit: 0 };
const guideInk = { labelColor: ink, titleColor: ink, titleFontWeight: "normal" } as const;

/** The look of every plot, as vega-lite's `config`: lengths in points, because one unit of a figure is one point. */
export const vegaLiteConfig = {
  aria: false,
  font: "Arimo",
  lineBreak: "\n",
  padding: 0,
  background: "transparent",
  view: { stroke: null, continuousHeight: 120, step: 12 },
  axis: {
    ...guideText,
    ...guideInk,
    domainColor: ink,
    domainWidth: hairline,
    tickColor: ink,
    tickWidth: hairline,
    tickSize: 2.5,
    gridColor: "#E4E4E4",
    gridWidth: hairline,
    labelPadding: 2,
    titlePadding: 4,
    // Screens want lines on whole pixels; on paper that would put them beside the data by up to half a point.
    tickRound: false,
    translate: 0,
  },
  axisBand: { grid: false, ticks: false, tickOffset: 0 },
  axisX: { grid: false, labelFlush: false },
  axisY: { domain: false, ticks: false },
  legend: {
    ...guideText,
    ...guideInk,
    orient: "top",
    direction: "horizontal",
    offset: 6,
    padding: 0,
    symbolSize: 24,
    symbolStrokeWidth: 1,
    columnPadding: 8,
    rowPadding: 2,
    labelOffset: 3,
    titlePadding: 3,
  },
  // Headings stand above their panels, rows' too. The base line must be said: vega-lite's own lifts them by a line.
  header: {
    ...guideText,
    ...guideInk,
    labelFontWeight: "bold",
    labelAnchor: "start",
    labelBaseline: "top",
    labelPadding: 3,
    titlePadding: 3,
  },
  headerRow: { labelOrient: "top", labelAngle: 0 },
  title: { fontSize: textSizes.label, fontWeight: "bold", color: ink, anchor: "start", offset: 4 },
  facet: { spacing: 10 },
  concat: { spacing: 12 },
  range: { category: Object.values(colours) },
  mark: { color: ink },
  line: { strokeWidth: 1, strokeCap: "butt" },
  rule: { strokeWidth: 0.75, color: ink },
  point: { size: 14, filled: true, opacity: 1, strokeWidth: 0.75 },
  bar: { color: ink },
  text: { fontSize: textSizes.label, color: ink },
} satisfies Config;
