import { closeSync, openSync, writeSync } from "node:fs";
import type { Field, FieldKind } from "./field.js";

/**
 * A cell on its way into a table. Instants and days may come as text or as milliseconds since 1970, without a `Date` or a text
 * being made for each.
 */
export type Cell = string | number | boolean | null;

const comma = 44;
const quotationMark = 34;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const zero = 48;
const millisecondsPerDay = 86_400_000;
const capacity = 1 << 20;

/**
 * Rows of one table on their way to Parquet, as lines of comma-separated values in a file: what is empty is null, what is
 * quoted and empty is an empty text. Bytes are written straight into a buffer, because a call into the database for every
 * cell takes several times as long as everything else.
 */
export class StagedRows {
  rows = 0;
  /** Whether a value goes over several lines, so that lines cannot be told apart without reading from the start. */
  severalLines = false;
  private readonly fields: [string, Field][];
  private readonly file: number;
  private readonly buffer = Buffer.allocUnsafe(capacity);
  private filled = 0;

  constructor(
    readonly path: string,
    fields: Record<string, Field>,
  ) {
    this.fields = Object.entries(fields);
    this.file = openSync(path, "w");
  }

  /**
   * Adds a row: one cell a column, in the order in which the table declares them.
   *
   * @throws RangeError for too many or too few cells
   */
  append(...cells: Cell[]): void {
    if (cells.length !== this.fields.length) {
      const columns = this.fields.map(([name]) => name).join(", ");
      throw new RangeError(`a row of ${cells.length} cells; the table has ${this.fields.length} columns: ${columns}`);
    }
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? null;
      if (cell !== null) this.put(cell, (this.fields[at] as [string, Field])[1].kind);
      this.room(1);
      this.buffer[this.filled++] = at === cells.length - 1 ? newline : comma;
    }
    this.rows += 1;
  }

  /** Writes out what is left. */
  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private put(cell: string | number | boolean, kind: FieldKind): void {
    if (kind === "instant") this.putInteger(typeof cell === "number" ? cell : Date.parse(String(cell)), cell);
    else if (kind === "day") this.putInteger(dayNumber(cell), cell);
    else if (kind === "integer") this.putInteger(Number(cell), cell);
    else this.putText(String(cell));
  }

  private putInteger(value: number, cell: Cell): void {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`neither a whole number nor a time: ${JSON.stringify(cell)}`);
    this.room(20);
    let rest = Math.abs(value);
    if (value < 0) this.buffer[this.filled++] = 45;
    let places = 1;
    for (let bound = 10; rest >= bound; bound *= 10) places += 1;
    for (let place = this.filled + places - 1; place >= this.filled; place -= 1) {
      const tenth = Math.floor(rest / 10);
      this.buffer[place] = zero + rest - tenth * 10;
      rest = tenth;
    }
    this.filled += places;
  }

  /** Plain letters go in as they are; the first that is not plain sends the whole text the longer way. */
  private putText(text: string): void {
    if (text.length > 0 && text.length < capacity && this.isPutPlain(text)) this.filled += text.length;
    else this.putQuoted(text);
  }

  private isPutPlain(text: string): boolean {
    this.room(text.length);
    const last = text.length - 1;
    if (text.charCodeAt(0) === space || text.charCodeAt(last) === space) return false;
    for (let at = 0; at <= last; at += 1) {
      const code = text.charCodeAt(at);
      if (code < space || code > 126 || code === comma || code === quotationMark) return false;
      this.buffer[this.filled + at] = code;
    }
    return true;
  }

  private putQuoted(text: string): void {
    for (let at = 0; at < text.length && !this.severalLines; at += 1) {
      const code = text.charCodeAt(at);
      this.severalLines = code === newline || code === carriageReturn;
    }
    const bytes = Buffer.from(`"${text.replaceAll('"', '""')}"`);
    if (bytes.length > capacity) {
      this.flush();
      writeAll(this.file, bytes);
      return;
    }
    this.room(bytes.length);
    this.filled += bytes.copy(this.buffer, this.filled);
  }

  private room(bytes: number): void {
    if (this.filled + bytes > capacity) this.flush();
  }

  private flush(): void {
    writeAll(this.file, this.buffer.subarray(0, this.filled));
    this.filled = 0;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

function dayNumber(cell: string | number | boolean): number {
  return (typeof cell === "number" ? cell : Date.parse(`${cell}T00:00:00Z`)) / millisecondsPerDay;
}
