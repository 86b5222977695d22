import type { Platform } from "../../corpus/schema.js";
import type { UtcDay } from "../../study/time.js";
import type { Sightings } from "../raw/sightings.js";

/** What the readers need to know of the file and the call beside the row. */
export interface RowContext {
  /** Day of a scrape or look-up, from the name of the file or from the command line; null where neither says. */
  day: UtcDay | null;
  /** Zone of times that name none, for files of CrowdTangle. */
  timeZone: string | null;
}

/** A row of a table, by column. A column that the file does not have is undefined. */
export type CsvCells = Record<string, string | undefined>;

interface FormatBase {
  /** What it is called on the command line. */
  name: string;
  /** What it is, for people. */
  title: string;
}

/** A format whose files hold objects: one a line, or in arrays of documents. */
export interface JsonFormat extends FormatBase {
  shape: "json";
  platform: Platform;
  /** Arrays of a document that hold the records, by their keys; empty where a document must be read whole. */
  arrays: readonly string[];
  /** Whether an object is a record of this format, or a message that belongs to it. */
  recognises(record: Record<string, unknown>): boolean;
  /** The rows of a record: itself, or the posts of a page. */
  rows(record: Record<string, unknown>): unknown[];
  /** @throws Refusal for a row that cannot be taken */
  read(row: unknown, sightings: Sightings, context: RowContext): void;
}

/** A format whose files are tables with a header. */
export interface CsvFormat extends FormatBase {
  shape: "csv";
  /** The platform the rows are from, as far as the columns and the name of the file tell. */
  platform(header: readonly string[], file: string): Platform;
  /** Whether the header is one of this format's. */
  recognises(header: readonly string[]): boolean;
  /** Whether a header will do where the call names the format, if less is enough than to recognise it. */
  accepts?(header: readonly string[]): boolean;
  /** What a call must say before files of this format can be read; undefined if nothing is missing. */
  missing?(header: readonly string[], context: RowContext, firstRow: CsvCells | undefined): string | undefined;
  /** The reader for files with this header. It throws Refusal for a row that cannot be taken. */
  reader(header: readonly string[]): (row: CsvCells, sightings: Sightings, context: RowContext) => void;
}

export type Format = JsonFormat | CsvFormat;

/** Whether a header has all of these columns. */
export function hasColumns(header: readonly string[], columns: readonly string[]): boolean {
  return columns.every((column) => header.includes(column));
}
