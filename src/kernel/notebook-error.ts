import { UserError } from "../errors.js";

/** What went wrong while a notebook ran. */
export interface NotebookProblem {
  /** Name of the notebook. */
  notebook: string;
  problem: string;
  advice: string;
  /** The cell it went wrong in: its number among the code cells, as front ends show it in brackets, and its code. */
  cell?: { number: number; source: string };
  /** What was written to standard error. */
  stderr?: string;
}

/**
 * A notebook that did not run as it should. The message has the cell's first lines and what was written to standard error below
 * `notebook 03-labelling-rates, cell 5: problem; advice`.
 */
export class NotebookError extends UserError {
  override name = "NotebookError";
  readonly notebook: string;
  /** Number of the cell among the code cells, from 1; null when it is not about a cell. */
  readonly cell: number | null;

  constructor({ notebook, problem, advice, cell, stderr = "" }: NotebookProblem, options?: ErrorOptions) {
    const place = cell ? `notebook ${notebook}, cell ${cell.number}` : `notebook ${notebook}`;
    const code = cell ? firstLines(cell.source, shownCodeLines).map((line) => `  | ${line}`) : [];
    const written = stderr.trim() === "" ? [] : firstLines(stderr.trim(), shownErrorLines);
    super([`${place}: ${problem}; ${advice}`, ...code, ...written].join("\n"), options);
    this.notebook = notebook;
    this.cell = cell?.number ?? null;
  }
}

const shownCodeLines = 6;
const shownErrorLines = 30;

function firstLines(text: string, most: number): string[] {
  const lines = text.split("\n");
  return lines.length > most ? [...lines.slice(0, most), "..."] : lines;
}
