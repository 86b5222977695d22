import { createRequire } from "node:module";
import type { MimeBundle } from "./nbformat.js";
import { layTable, type TableOptions } from "./table.js";
import { tableHtml } from "./table-html.js";
import { tableText } from "./table-text.js";

/**
 * Shows rows as one table: HTML with a plain text for front ends that have no HTML. Outside a notebook, prints the plain text.
 *
 * @throws RangeError for a limit that is no count and for options of a column that is not there
 *
 * @example
 * show(rates, { caption: "Labelled accounts by group, 1 March 2021", columns: { observed: { unit: "accounts" } } });
 */
export function show(rows: readonly object[], options: TableOptions = {}): void {
  const table = layTable(rows, options);
  display({ "text/html": tableHtml(table), "text/plain": tableText(table) });
}

/** A drawn figure. */
export interface ShownFigure {
  /** The drawing: an SVG document. */
  svg: string;
  /** What the figure shows, in words. */
  alt: string;
}

/**
 * Shows a figure, with its alternative text for front ends that have no images. Outside a notebook, prints the alternative text.
 *
 * @example
 * const figure = labellingRatesFigure(results, corpus.info);
 * showFigure({ svg: (await renderFigure(figure)).svg, alt: figure.alt });
 */
export function showFigure({ svg, alt }: ShownFigure): void {
  display({ "image/svg+xml": enlarged(svg), "text/plain": alt });
}

/** Half as large again as in print: five points are legible on paper and too small on a screen. */
function enlarged(svg: string): string {
  const [root = ""] = /<svg[^>]*>/.exec(svg) ?? [];
  const larger = root.replace(/\b(width|height)="([\d.]+)mm"/g, (_, side: string, millimetres: string) => {
    return `${side}="${Number((Number(millimetres) * 1.5).toFixed(3))}mm"`;
  });
  return svg.replace(root, () => larger);
}

function display(data: MimeBundle & { "text/plain": string }): void {
  const write = kernelDisplay();
  if (write) write({ data, metadata: {}, transient: {} }, false);
  else process.stdout.write(`${data["text/plain"]}\n`);
}

type WriteDisplay = (content: { data: MimeBundle; metadata: object; transient: object }, isUpdate: boolean) => void;

/**
 * The function by which the kernel this code runs in sends a display; undefined outside a kernel. tslab's own `display` has no way to
 * send several forms of the same content. The function belongs to the running kernel's module, so it is looked up among the loaded ones:
 * importing tslab could load a second copy, which is not connected to anything.
 */
function kernelDisplay(): WriteDisplay | undefined {
  const { cache } = createRequire(import.meta.url);
  for (const [file, loaded] of Object.entries(cache)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file)) continue;
    const write: unknown = loaded?.exports.lastWriteDisplayData;
    if (isWriteDisplay(write)) return write;
  }
  return undefined;
}

function isWriteDisplay(value: unknown): value is WriteDisplay {
  return typeof value === "function";
}
