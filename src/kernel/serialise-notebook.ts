import type { Cell, MimeBundle, Notebook, Output } from "./nbformat.js";

/**
 * The text of a notebook file, the same for the same notebook: keys sorted, one space of indent, texts as arrays of lines and a line
 * end at the end, as Jupyter itself writes it.
 *
 * @example
 * await writeFileAtomically("notebooks/03-labelling-rates.ipynb", serialiseNotebook(executed));
 */
export function serialiseNotebook(notebook: Notebook): string {
  const file = { ...notebook, cells: notebook.cells.map(cellInFile) };
  return `${JSON.stringify(sorted(file), null, 1)}\n`;
}

function cellInFile(cell: Cell): object {
  const source = lines(cell.source);
  return cell.cell_type === "code" ? { ...cell, source, outputs: cell.outputs.map(outputInFile) } : { ...cell, source };
}

function outputInFile(output: Output): object {
  switch (output.output_type) {
    case "stream":
      return { ...output, text: lines(output.text) };
    case "error":
      return output;
    default:
      return { ...output, data: bundleInFile(output.data) };
  }
}

function bundleInFile(bundle: MimeBundle): MimeBundle {
  return Object.fromEntries(
    Object.entries(bundle).map(([type, content]) => [
      type,
      typeof content === "string" && isText(type) ? lines(content) : content,
    ]),
  );
}

function isText(mediaType: string): boolean {
  return mediaType.startsWith("text/") || ["image/svg+xml", "application/javascript"].includes(mediaType);
}

/** The lines of a text, each with its line end. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
