import type { SourceData } from "./source-data.js";

/** Page widths of journals: one column (89 mm) or two (183 mm). */
export type FigureWidth = "single" | "double";

/** One figure as data: what is drawn, what it says, and the rows it was drawn from. */
export interface Figure {
  /** File stem in lower case with hyphens: `account-growth`. */
  name: string;
  /** Headline drawn at the top: states the finding. */
  title: string;
  /** Drawn under the title: what is shown, in which unit, of how many. */
  subtitle: string;
  /** Text alternative for who cannot see the figure: states the finding and its numbers. */
  alt: string;
  /** Printed on the figure's face, at the bottom left. */
  basis: "synthetic twin" | "real data";
  /** Source line or footnote, drawn small after the basis. */
  note?: string;
  width: FigureWidth;
  /**
   * Body of a vega-lite specification (unit, layer, facet or concatenation), without `$schema`, `config`, `title` and `autosize`. Lengths
   * are points. A view without a `width` of its own takes its share of the page. Without `data` it draws the rows of `sourceData`.
   * Temporal fields are read in UTC.
   */
  specification: object;
  sourceData: SourceData;
}

/** A figure in the formats it is published in. The SVG is the canonical one. */
export interface RenderedFigure {
  svg: string;
  pdf: Uint8Array;
  /** At 450 dots per inch. */
  png: Uint8Array;
  sourceDataCsv: string;
}
