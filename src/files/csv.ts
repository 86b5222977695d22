import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { messageOf, UserError } from "../errors.js";
import { explainingReads } from "./file-error.js";
import { countNewlines, newline, refuseOtherEncodings, startOfText } from "./utf8.js";

/** A CSV file, read and checked for form. */
export interface CsvTable {
  /** Path as it was given, for messages. */
  file: string;
  /** Names of the columns; empty for a column without a name. */
  header: readonly string[];
  rows: CsvRow[];
  /** Whether the file starts with the byte-order mark that spreadsheets write. */
  byteOrderMark: boolean;
}

/** One record of a CSV file, which knows where it stands. */
export class CsvRow {
  constructor(
    private readonly file: string,
    private readonly header: readonly string[],
    private readonly fields: readonly string[],
    /** Line of the file on which the record starts, from 1; line breaks inside fields count. */
    readonly line: number,
  ) {}

  /** The value of a column, as it is written. @throws RangeError if the file has no such column */
  get(column: string): string {
    return this.fields[this.position(column) - 1] ?? "";
  }

  /** Where a value stands, for messages: `FILE:LINE:COLUMN`, both from 1. */
  at(column: string): string {
    return `${this.file}:${this.line}:${this.position(column)}`;
  }

  /** Position of a column in the file, from 1. @throws RangeError if the file has no such column */
  position(column: string): number {
    const index = this.header.indexOf(column);
    if (index === -1) throw new RangeError(`no column "${column}" in ${this.file}`);
    return index + 1;
  }

  /** What stands in columns without a name, empty values left out. */
  unnamed(): { column: number; value: string }[] {
    const all = this.fields.map((value, index) => ({ column: index + 1, value }));
    return all.filter(({ column, value }) => this.header[column - 1] === "" && value.trim() !== "");
  }

  /** Whether a field holds a line break. */
  get spansLines(): boolean {
    return this.fields.some((field) => field.includes("\n"));
  }
}

/**
 * Reads a CSV file in UTF-8, with a header, comma-separated, quotes doubled inside quoted fields. A byte-order mark, either kind of
 * line ending, empty lines, line breaks inside quotes and columns without a name are accepted. Reads the whole file into memory.
 *
 * @param columns columns the file must have; it may have others
 * @throws UserError `FILE:LINE:COLUMN: problem: value; remedy` for a file that is missing, empty, not UTF-8, not a CSV file, without a
 * column it must have, with a name twice in its header, or with a record longer or shorter than the header
 *
 * @example
 * const { rows } = await readCsv("labels_2022-04-14.csv", { columns: ["handle", "gov_label"] });
 * rows[0]?.get("gov_label"); // "China government official"
 */
export async function readCsv(file: string, { columns }: { columns: readonly string[] }): Promise<CsvTable> {
  const bytes = await explainingReads(file, () => readFile(file));
  refuseOtherEncodings(file, bytes);
  const [first, ...records] = recordsOf(file, bytes);
  if (!first) throw new UserError(`${file}: file is empty; restore it`);
  checkHeader(file, first, columns);
  const header = first.fields;
  for (const record of records) checkLength(file, header, record);
  const rows = records.map(({ fields, line }) => new CsvRow(file, header, fields, line));
  return { file, header, rows, byteOrderMark: startOfText(bytes) > 0 };
}

interface CsvRecord {
  fields: string[];
  line: number;
}

function recordsOf(file: string, bytes: Buffer): CsvRecord[] {
  const records: CsvRecord[] = [];
  const place = new Place(bytes);
  try {
    parse(bytes, {
      bom: true,
      record_delimiter: ["\r\n", "\n"],
      skip_empty_lines: true,
      relax_column_count: true, // checked by `checkLength`, which can say the line
      on_record: (fields: string[], { bytes: end }) => {
        records.push({ fields, line: place.nextRecord() });
        place.moveTo(end);
        return null;
      },
    });
  } catch (thrown) {
    throw csvError(file, place.nextRecord(), thrown);
  }
  return records;
}

/** Counts lines along the file. The parser's own count takes a lone carriage return inside a field for a line. */
class Place {
  private offset: number;
  private line = 1;

  constructor(private readonly bytes: Buffer) {
    this.offset = startOfText(bytes);
  }

  /** The line on which the next record starts, after any empty lines. */
  nextRecord(): number {
    let next = this.offset;
    while (this.bytes[next] === newline || (this.bytes[next] === 0x0d && this.bytes[next + 1] === newline)) next += 1;
    this.moveTo(next);
    return this.line;
  }

  moveTo(offset: number): void {
    this.line += countNewlines(this.bytes.subarray(this.offset, offset));
    this.offset = offset;
  }
}

const quoteProblems: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "quote is not closed",
  CSV_INVALID_CLOSING_QUOTE: "text after a closing quote",
  INVALID_OPENING_QUOTE: "quote inside a field that does not start with one",
};

function csvError(file: string, line: number, thrown: unknown): unknown {
  if (!(thrown instanceof CsvError)) return thrown;
  const column = typeof thrown.column === "number" ? thrown.column + 1 : 1;
  const problem = quoteProblems[thrown.code];
  const remedy = 'quote the whole field, and write a quote inside it twice: ""';
  return new UserError(`${file}:${line}:${column}: ${problem ?? `not CSV (${messageOf(thrown)})`}; ${remedy}`);
}

function checkHeader(file: string, { fields: header, line }: CsvRecord, columns: readonly string[]): void {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const found = header.filter((name) => name !== "").join(", ");
    throw new UserError(`${file}:${line}: missing column: ${missing.join(", ")}; the file has ${found}`);
  }
  const twice = header.findIndex((name, index) => name !== "" && header.indexOf(name) < index);
  if (twice === -1) return;
  throw new UserError(`${file}:${line}:${twice + 1}: column name given twice: "${header[twice]}"; rename one of them`);
}

function checkLength(file: string, header: readonly string[], { fields, line }: CsvRecord): void {
  if (fields.length === header.length) return;
  const column = Math.min(fields.length, header.length) + 1;
  const remedy = "look for a missing or unquoted comma, or for a quote that is not closed";
  throw new UserError(
    `${file}:${line}:${column}: wrong number of fields: ${fields.length}, the header has ${header.length}; ${remedy}`,
  );
}
