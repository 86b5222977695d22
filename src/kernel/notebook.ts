import { kernelMetadata } from "./kernel-name.js";
import { type Cell, type Notebook, tagsOf } from "./nbformat.js";

export type { Cell, CodeCell, Notebook, Output } from "./nbformat.js";
export { readNotebook } from "./read-notebook.js";
export { serialiseNotebook } from "./serialise-notebook.js";

/** Tag of the cell that the runner adds, see `parameters.ts`. */
export const injectedTag = "injected-parameters";

/**
 * The notebook as its authors wrote it: without outputs, counts, times of execution and injected parameters, and with our own kernel
 * metadata. A notebook gives the same before and after it was run, so this is what to hash.
 */
export function stripOutputs(notebook: Notebook): Notebook {
  const cells = notebook.cells.filter((cell) => !tagsOf(cell).includes(injectedTag));
  return {
    cells: cells.map(withoutOutputs),
    metadata: { ...notebook.metadata, kernelspec: kernelMetadata, language_info: languageInfo },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function withoutOutputs(cell: Cell): Cell {
  const { execution: _, ...metadata } = cell.metadata;
  return cell.cell_type === "code" ? { ...cell, metadata, execution_count: null, outputs: [] } : { ...cell, metadata };
}

/** What tslab says about its language, version included: front ends choose colours and file names by it. */
export const languageInfo = {
  codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  file_extension: ".ts",
  mimetype: "text/typescript",
  name: "typescript",
  version: "3.7.2",
};
