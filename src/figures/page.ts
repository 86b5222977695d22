import type { Figure } from "./figure.js";
import type { Fonts, Weight } from "./fonts.js";
import type { Plot } from "./plot.js";
import { escapeText } from "./svg.js";
import { wrapText } from "./text-width.js";
import { ink, textSizes, widths } from "./theme.js";

/** A figure laid out: heading, plot and footer from top to bottom. Lengths in points. */
export interface Page {
  width: number;
  height: number;
  /** SVG elements. */
  content: string;
}

/** Room left white at each side, in points. */
export const sideMargin = 2;
const gap = 6;
const lineSpacing = 1.25;
/** Where a line's letters stand, as a share of the text size below the top of the line. */
const baseline = 0.85;

interface Line {
  text: string;
  size: number;
  weight: Weight;
  x: number;
  /** Top of the line. */
  y: number;
}

/** Lays the plot between what the figure says above it and its basis and note below it. */
export function composePage(figure: Figure, plot: Plot, fonts: Fonts): Page {
  const width = widths[figure.width].points;
  const column = { width: width - 2 * sideMargin, fonts };
  const title = paragraph(figure.title, { size: textSizes.title, weight: "bold" }, sideMargin, column);
  const subtitle = paragraph(
    figure.subtitle,
    { size: textSizes.subtitle, weight: "regular" },
    title.bottom + 1,
    column,
  );
  const plotTop = subtitle.bottom + gap;
  const foot = footer(figure, plotTop + plot.height + gap, column);
  const place = `translate(${tenths((width - plot.width) / 2)},${tenths(plotTop)})`;
  const lines = [...title.lines, ...subtitle.lines, ...foot.lines];
  const height = Math.ceil(foot.bottom + sideMargin);
  return { width, height, content: `<g transform="${place}">${plot.content}</g>${lines.map(lineElement).join("")}` };
}

interface Column {
  width: number;
  fonts: Fonts;
}

interface Block {
  lines: Line[];
  bottom: number;
}

function footer({ basis, note }: Figure, top: number, column: Column): Block {
  const size = textSizes.footnote;
  const label: Line = {
    text: `${basis === "real data" ? "Real data" : "Synthetic twin"}.`,
    size,
    weight: "bold",
    x: sideMargin,
    y: top,
  };
  const indent = column.fonts.width(`${label.text} `, size, "bold");
  const rest = paragraph(note ?? "", { size, weight: "regular", indent }, top, column);
  return { lines: [label, ...rest.lines], bottom: rest.bottom };
}

function paragraph(
  text: string,
  { size, weight, indent = 0 }: { size: number; weight: Weight; indent?: number },
  top: number,
  { width, fonts }: Column,
): Block {
  const lines = wrapText(text, { size, weight, width, indent }, fonts).map((part, index) => ({
    text: part,
    size,
    weight,
    x: sideMargin + (index === 0 ? indent : 0),
    y: top + index * size * lineSpacing,
  }));
  return { lines: lines.filter((line) => line.text !== ""), bottom: top + lines.length * size * lineSpacing };
}

function lineElement({ text, size, weight, x, y }: Line): string {
  const place = `x="${tenths(x)}" y="${tenths(y + baseline * size)}"`;
  const bold = weight === "bold" ? ' font-weight="bold"' : "";
  return `<text ${place} fill="${ink}" font-size="${size}px"${bold}>${escapeText(text)}</text>`;
}

function tenths(length: number): string {
  return String(Math.round(length * 10) / 10);
}
