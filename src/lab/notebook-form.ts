import { kernelMetadata } from "../kernel/kernel-name.js";
import type { Cell, Metadata, Notebook, Output } from "../kernel/nbformat.js";
import { languageInfo, serialiseNotebook } from "../kernel/notebook.js";
import { notebookFrom } from "../kernel/read-notebook.js";
import { shownTable } from "../report/shown-table.js";

/** A notebook without cells that asks for the project's kernel. */
export function emptyNotebook(): Notebook {
  const metadata = { kernelspec: kernelMetadata, language_info: languageInfo };
  return { cells: [], metadata, nbformat: 4, nbformat_minor: 5 };
}

/**
 * A notebook as JupyterLab takes it: it shows all that a cell has put out only if it trusts the cell, else without what could run. A
 * stored output that is more than a table of `show`, a drawing or data may be anybody's code, and to open a notebook is not to run it.
 */
export function forFrontEnd(notebook: Notebook): Notebook {
  const judged = (cell: Cell): Cell =>
    cell.cell_type === "code"
      ? { ...cell, metadata: { ...cell.metadata, trusted: cell.outputs.every(runsNothing) } }
      : cell;
  return { ...notebook, cells: notebook.cells.map(judged) };
}

function runsNothing(output: Output): boolean {
  if (output.output_type !== "display_data" && output.output_type !== "execute_result") return true;
  return Object.entries(output.data).every(([type, data]) => {
    if (/javascript/i.test(type)) return false;
    if (type !== "text/html") return true;
    return shownTable(Array.isArray(data) ? data.join("") : String(data)) !== undefined;
  });
}

/**
 * The file of a notebook that JupyterLab sends: what the headless runner would have written, without what the front end adds for itself.
 *
 * @throws UserError if it is no notebook
 */
export function notebookFile(content: unknown, path: string): string {
  const notebook = notebookFrom(content, path);
  const cells = notebook.cells.map((cell) => ({ ...cell, metadata: without(cell.metadata, addedToCells) }));
  return serialiseNotebook({
    cells: cells.map((cell) => (cell.cell_type === "code" ? { ...cell, outputs: cell.outputs.map(asRun) } : cell)),
    metadata: { ...notebook.metadata, ...kernelOf(notebook.metadata) },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

/** Trust, and times of execution. */
const addedToCells = ["trusted", "execution", "ExecuteTime"];

function without(metadata: Metadata, names: readonly string[]): Metadata {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => !names.includes(name)));
}

/** JupyterLab keeps an image of its own of each figure that it has drawn itself, and which differs from machine to machine. */
function asRun(output: Output): Output {
  if (output.output_type !== "display_data" || !("image/svg+xml" in output.data)) return output;
  const isDrawn = Object.keys(output.data).some((type) => type.startsWith("application/vnd.vega"));
  return isDrawn ? { ...output, data: without(output.data, ["image/png"]) } : output;
}

function kernelOf({ kernelspec }: Metadata): Metadata {
  const isOurs = typeof kernelspec === "object" && kernelspec !== null && "name" in kernelspec;
  return isOurs && kernelspec.name === kernelMetadata.name
    ? { kernelspec: kernelMetadata, language_info: languageInfo }
    : {};
}
