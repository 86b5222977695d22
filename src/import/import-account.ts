import type { CsvRow, CsvTable } from "../files/csv.js";

/** What became of the rows of one raw file: every row is kept, merged into another, or rejected with a reason. */
export interface ImportAccount {
  /** Path of the file as it was given. */
  file: string;
  /** Rows in the file, its header not counted. */
  rows: number;
  /** Rows whose content was taken over. */
  kept: number;
  /** Rows that repeat a kept one. */
  merged: number;
  rejected: RejectedRow[];
  /** What was repaired, recognised or left out in kept rows, in order of first sight. */
  notes: { what: string; count: number }[];
}

/** A row that could not be taken over. */
export interface RejectedRow {
  /** Line of the file, from 1. */
  line: number;
  /** Position of the column that is to blame, from 1. */
  column: number;
  reason: string;
  remedy: string;
}

/**
 * Keeps the account of one file while it is imported, and closes it only when every row is accounted for.
 *
 * @example
 * const tally = new ImportTally(table);
 * for (const row of table.rows) tally.keep();
 * tally.close(); // { file: "labels.csv", rows: 2, kept: 2, merged: 0, rejected: [], notes: [] }
 */
export class ImportTally {
  private kept = 0;
  private merged = 0;
  private readonly rejected: RejectedRow[] = [];
  private readonly notes = new Map<string, number>();

  constructor(private readonly table: CsvTable) {
    this.note("byte-order mark", table.byteOrderMark ? 1 : 0);
    this.note("rows with line breaks inside fields", table.rows.filter((row) => row.spansLines).length);
  }

  keep(): void {
    this.kept += 1;
  }

  merge(): void {
    this.merged += 1;
  }

  reject(row: CsvRow, column: string, reason: string, remedy: string): void {
    this.rejected.push({ line: row.line, column: row.position(column), reason, remedy });
  }

  /** Counts something that a reader of the result should know of. A count of 0 leaves no note. */
  note(what: string, count = 1): void {
    if (count > 0) this.notes.set(what, (this.notes.get(what) ?? 0) + count);
  }

  /** @throws Error if a row was forgotten or counted twice: a fault of the importer, not of the file */
  close(): ImportAccount {
    const { kept, merged, rejected } = this;
    const { file, rows } = this.table;
    const counted = kept + merged + rejected.length;
    if (counted !== rows.length) throw new Error(`${file}: ${counted} rows accounted for, ${rows.length} read`);
    const notes = [...this.notes].map(([what, count]) => ({ what, count }));
    return { file, rows: rows.length, kept, merged, rejected, notes };
  }
}

/** The account in one line: `labels.csv: 262 rows = 262 kept + 0 merged + 0 rejected (no label: 234)`. */
export function accountLine({ file, rows, kept, merged, rejected, notes }: ImportAccount): string {
  const remarks = notes.map(({ what, count }) => `${what}: ${count}`).join("; ");
  const sum = `${file}: ${rows} rows = ${kept} kept + ${merged} merged + ${rejected.length} rejected`;
  return remarks === "" ? sum : `${sum} (${remarks})`;
}

/** One line for each rejected row: `labels.csv:17:2: not TRUE, FALSE or NA: "yes"; write one of them`. */
export function rejectionLines({ file, rejected }: ImportAccount): string[] {
  return rejected.map(({ line, column, reason, remedy }) => `${file}:${line}:${column}: ${reason}; ${remedy}`);
}
