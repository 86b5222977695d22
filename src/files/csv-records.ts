import { isUtf8 } from "node:buffer";
import { type ByteSource, type Line, type LinesOptions, linesOf } from "./lines.js";

/** A record of a CSV file, or why a line is none. */
export type CsvRecord =
  | { line: number; fields: string[]; problem?: undefined }
  | { line: number; fields?: undefined; problem: string };

/** A record that goes over more lines, or is longer, has a quote that nobody closed. */
const mostLines = 2000;
const longestRecord = 1 << 20;

/**
 * The records of a CSV file of any size, the header first; quotes are doubled inside quoted fields, and quoted fields may hold line
 * breaks. A line that is no record costs that line alone: reading goes on with the next one. That, and ten times the speed, is why this
 * is not done by csv-parse, which reads on in a wrong state to the end of the file.
 *
 * A record must have as many fields as the first one.
 */
export async function* csvRecords(source: ByteSource, options: LinesOptions = {}): AsyncGenerator<CsvRecord[]> {
  const assembler = new Assembler();
  for await (const lines of linesOf(source, options)) {
    const records: CsvRecord[] = [];
    for (const line of lines) assembler.add(line, records);
    if (records.length > 0) yield records;
  }
  const rest: CsvRecord[] = [];
  assembler.end(rest);
  if (rest.length > 0) yield rest;
}

interface TextLine {
  number: number;
  text: string;
}

/** Puts records together from lines, and takes them apart again when they turn out to be none. */
class Assembler {
  private width: number | undefined;
  private open: TextLine[] = [];
  private length = 0;

  add({ number, bytes, length }: Line, records: CsvRecord[]): void {
    if (bytes === null || !isUtf8(bytes)) {
      this.end(records);
      const problem = bytes === null ? `line of ${length} bytes is too long or breaks off` : "not UTF-8";
      records.push({ line: number, problem });
      return;
    }
    this.addText({ number, text: bytes.toString("utf8") }, records);
  }

  /** Whatever is still open has no closing quote. */
  end(records: CsvRecord[]): void {
    while (this.open.length > 0) this.giveUp("quote is not closed", records);
  }

  private addText(line: TextLine, records: CsvRecord[]): void {
    if (this.open.length === 0 && !line.text.includes('"')) {
      if (line.text !== "") this.push(line, line.text.split(","), records);
      return;
    }
    this.open.push(line);
    this.length += line.text.length;
    if (this.open.length > 1 && !line.text.includes('"') && this.fits()) return;
    const fields = fieldsOf(this.open.map(({ text }) => text).join("\n"));
    if (fields === "open" && this.fits()) return;
    if (typeof fields === "string") {
      this.giveUp(fields === "open" ? "quote is not closed" : fields, records);
    } else if (this.open.length > 1 && this.width !== undefined && fields.length !== this.width) {
      this.giveUp("quote is not closed", records);
    } else {
      const [first = line] = this.open;
      this.open = [];
      this.length = 0;
      this.push(first, fields, records);
    }
  }

  private fits(): boolean {
    return this.open.length < mostLines && this.length < longestRecord;
  }

  private push({ number }: TextLine, fields: string[], records: CsvRecord[]): void {
    this.width ??= fields.length;
    if (fields.length === this.width) records.push({ line: number, fields });
    else records.push({ line: number, problem: `${fields.length} fields, the header has ${this.width}` });
  }

  /** The first open line is no record; those after it may be. */
  private giveUp(problem: string, records: CsvRecord[]): void {
    const [first, ...others] = this.open;
    this.open = [];
    this.length = 0;
    if (first) records.push({ line: first.number, problem });
    for (const line of others) this.addText(line, records);
  }
}

/** The fields of a record; "open" if it ends inside a quoted one. */
function fieldsOf(text: string): string[] | "open" | "text after a closing quote" {
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (text.charCodeAt(at) !== 34) {
      const end = text.indexOf(",", at);
      fields.push(end === -1 ? text.slice(at) : text.slice(at, end));
      if (end === -1) return fields;
      at = end + 1;
      continue;
    }
    let close = text.indexOf('"', at + 1);
    while (close !== -1 && text.charCodeAt(close + 1) === 34) close = text.indexOf('"', close + 2);
    if (close === -1) return "open";
    const inside = text.slice(at + 1, close);
    fields.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside);
    if (close === text.length - 1) return fields;
    if (text.charCodeAt(close + 1) !== 44) return "text after a closing quote";
    at = close + 2;
  }
}
