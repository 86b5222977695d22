/**
 * A notebook of nbformat 4.5 (https://nbformat.readthedocs.io/en/latest/format_description.html). In memory, texts are whole strings;
 * in the file they are arrays of lines.
 */
export interface Notebook {
  cells: Cell[];
  metadata: Metadata;
  nbformat: 4;
  nbformat_minor: number;
}

export type Cell = TextCell | CodeCell;

export interface TextCell extends CellBase {
  cell_type: "markdown" | "raw";
  /** Files that the text shows, by name. */
  attachments?: unknown;
}

export interface CodeCell extends CellBase {
  cell_type: "code";
  /** Place in the order of execution, from 1; null before. */
  execution_count: number | null;
  outputs: Output[];
}

interface CellBase {
  /** Unique in the notebook: 1 to 64 letters, digits, `-` or `_`. */
  id: string;
  metadata: Metadata;
  source: string;
}

export type Metadata = Record<string, unknown>;

/** Output of a cell. Our runner makes streams and displays; notebooks run elsewhere may hold the others. */
export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

export interface StreamOutput {
  output_type: "stream";
  name: "stdout" | "stderr";
  text: string;
}

export interface DisplayOutput {
  output_type: "display_data";
  data: MimeBundle;
  metadata: Metadata;
}

export interface ResultOutput {
  output_type: "execute_result";
  data: MimeBundle;
  metadata: Metadata;
  execution_count: number | null;
}

export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}

/** The same content in several forms, by media type. Front ends show the richest they can. */
export type MimeBundle = Record<string, unknown>;

/** Tags of a cell, an empty list if it has none. */
export function tagsOf({ metadata }: Cell): readonly unknown[] {
  return Array.isArray(metadata.tags) ? metadata.tags : [];
}
