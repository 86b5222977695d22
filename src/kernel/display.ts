import { display } from "./front-end.js";
import { withTextAlternative } from "./svg-alternative.js";
import { layTable, type TableOptions } from "./table.js";
import { tableHtml } from "./table-html.js";
import { tableText } from "./table-text.js";

/**
 * Shows rows as one table: HTML with a plain text for front ends that have no HTML. Outside a notebook, prints the plain text.
 *
 * @param rows objects, or a table that gives them, such as one of arquero
 * @throws RangeError for a limit that is no count and for options of a column that is not there, or sorting by one
 *
 * @example
 * show(rates, { caption: "Labelled accounts by group, 1 March 2021", sortBy: "labelled", columns: { observed: { unit: "accounts" } } });
 */
export function show(rows: readonly object[] | { objects(): object[] }, options: TableOptions = {}): void {
  const table = layTable("objects" in rows ? rows.objects() : rows, options);
  display({ "text/html": tableHtml(table), "text/plain": tableText(table) });
}

/** A drawn figure. */
export interface ShownFigure {
  /** The drawing: an SVG document. */
  svg: string;
  /** What the figure shows, in words. */
  alt: string;
  /** The same as a vega-lite specification, for front ends that draw it themselves and let the reader point at it. */
  vegaLite?: object;
  /** The same for plotly: its traces, layout and configuration. */
  plotly?: { data: readonly object[]; layout?: object; config?: object };
}

/**
 * Shows a figure: as a drawing everywhere, with the words for whoever can't see it, and as a figure to explore in the front ends that can.
 * JupyterLab and VS Code draw vega-lite themselves, VS Code also plotly; classic Notebook, GitHub and printed pages show the drawing.
 * Outside a notebook, prints the words.
 *
 * @example
 * const drawn = await renderFigure(rates);
 * figure({ svg: drawn.svg, alt: rates.alt, vegaLite: interactiveSpecification(rates) });
 */
export function figure({ svg, alt, vegaLite, plotly }: ShownFigure): void {
  display({
    ...(vegaLite === undefined ? {} : { "application/vnd.vegalite.v5+json": { $schema: schema, ...vegaLite } }),
    ...(plotly === undefined ? {} : { "application/vnd.plotly.v1+json": { layout: {}, config: {}, ...plotly } }),
    "image/svg+xml": withTextAlternative(enlarged(svg), alt),
    "text/plain": alt,
  });
}

/** Shows a figure, as `figure` does. */
export const showFigure: typeof figure = figure;

const schema = "https://vega.github.io/schema/vega-lite/v5.json";

/** Half as large again as in print: five points are legible on paper and too small on a screen. */
function enlarged(svg: string): string {
  const [root = ""] = /<svg[^>]*>/.exec(svg) ?? [];
  const larger = root.replace(/\b(width|height)="([\d.]+)mm"/g, (_, side: string, millimetres: string) => {
    return `${side}="${Number((Number(millimetres) * 1.5).toFixed(3))}mm"`;
  });
  return svg.replace(root, () => larger);
}
