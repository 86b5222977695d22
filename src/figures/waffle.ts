import { ink } from "./theme.js";

/** A part of a whole, drawn as so many squares of one colour. */
export interface WafflePart {
  part: string;
  /** Its number, as it is written beside the squares. */
  text: string;
  squares: number;
  colour: string;
  /** Colour of a dot inside each square; null for none. */
  dot: string | null;
}

/** A whole with a heading and its parts. */
export interface WafflePanel {
  heading: string;
  parts: WafflePart[];
}

/** How a waffle is laid out: all lengths but the pitch in squares. */
export interface WaffleLayout {
  /** Squares in a line. */
  perLine: number;
  /** Panels side by side. */
  columns: number;
  /** Room for the names of the parts and their numbers, left of the squares. */
  labels: number;
  /** Points from one square to the next. */
  pitch: number;
}

/** Where everything stands, from (0, 0) at the top left, in squares. */
export interface LaidWaffle {
  headings: { text: string; x: number; y: number }[];
  names: { text: string; x: number; y: number }[];
  numbers: { text: string; x: number; y: number }[];
  squares: { colour: string; dot: string | null; x: number; y: number }[];
  width: number;
  height: number;
}

const gap = 3;
const headingHeight = 1.7;

/** Lays panels out in rows of so many columns; each part of a panel begins a line of its own. */
export function laidWaffle(panels: WafflePanel[], { perLine, columns, labels }: WaffleLayout): LaidWaffle {
  const panelWidth = labels + perLine;
  const laid: LaidWaffle = { headings: [], names: [], numbers: [], squares: [], width: 0, height: 0 };
  laid.width = Math.min(columns, panels.length) * (panelWidth + gap) - gap;
  for (let first = 0; first < panels.length; first += columns) {
    const top = first === 0 ? 0 : laid.height + 1.4;
    panels.slice(first, first + columns).forEach((panel, column) => {
      const bottom = layPanel(laid, panel, { left: column * (panelWidth + gap), top, perLine, labels });
      laid.height = Math.max(laid.height, bottom);
    });
  }
  return laid;
}

interface Place {
  left: number;
  top: number;
  perLine: number;
  labels: number;
}

function layPanel(laid: LaidWaffle, { heading, parts }: WafflePanel, { left, top, perLine, labels }: Place): number {
  laid.headings.push({ text: heading, x: left, y: top + 0.5 });
  let line = top + headingHeight;
  for (const { part, text, squares, colour, dot } of parts) {
    laid.names.push({ text: part, x: left, y: line + 0.5 });
    laid.numbers.push({ text, x: left + labels - 0.8, y: line + 0.5 });
    for (let at = 0; at < squares; at += 1) {
      const x = left + labels + (at % perLine) + 0.5;
      laid.squares.push({ colour, dot, x, y: line + Math.floor(at / perLine) + 0.5 });
    }
    line += Math.max(1, Math.ceil(squares / perLine)) + 0.35;
  }
  return line;
}

/** The view of a laid waffle. */
export function waffleView({ headings, names, numbers, squares, width, height }: LaidWaffle, pitch: number): object {
  const dots = squares.filter(({ dot }) => dot !== null);
  const colour = (field: string) => ({ color: { field, type: "nominal", scale: null } });
  const text = (values: object[], mark: object) => ({
    data: { values },
    mark: { type: "text", baseline: "middle", color: ink, ...mark },
    encoding: { text: { field: "text", type: "nominal" } },
  });
  const side = pitch * 0.84;
  return {
    width: width * pitch,
    height: height * pitch,
    encoding: {
      x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, width], nice: false } },
      y: { field: "y", type: "quantitative", axis: null, scale: { domain: [height, 0], nice: false } },
    },
    layer: [
      {
        data: { values: squares },
        mark: { type: "square", size: side * side, opacity: 1 },
        encoding: colour("colour"),
      },
      {
        data: { values: dots },
        mark: { type: "circle", size: (side / 2.2) ** 2, opacity: 1 },
        encoding: colour("dot"),
      },
      text(headings, { align: "left", fontWeight: "bold" }),
      text(names, { align: "left" }),
      text(numbers, { align: "right" }),
    ],
  };
}
