import type { CodeCell, Notebook, StreamOutput } from "../../src/kernel/nbformat.js";

/** A notebook of code cells without outputs; the ids are `cell-1`, `cell-2` and so on. */
export function smallNotebook(...sources: string[]): Notebook {
  const cells = sources.map((source, index) => codeCell(`cell-${index + 1}`, source));
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

/** A code cell that was not run. */
export function codeCell(id: string, source: string, tags?: string[]): CodeCell {
  return { id, cell_type: "code", metadata: tags ? { tags } : {}, source, execution_count: null, outputs: [] };
}

/** What each code cell of an executed notebook printed. */
export function printed(notebook: Notebook): string[] {
  return notebook.cells
    .filter((cell) => cell.cell_type === "code")
    .map(({ outputs }) =>
      outputs
        .filter((output): output is StreamOutput => output.output_type === "stream")
        .map(({ text }) => text)
        .join(""),
    );
}
