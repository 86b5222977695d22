import { isUtf8 } from "node:buffer";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { StagedRows } from "../../corpus/staged-rows.js";
import { UserError } from "../../errors.js";
import { csvRecords } from "../../files/csv-records.js";
import { jsonElements } from "../../files/json-elements.js";
import { type ByteSource, linesOf } from "../../files/lines.js";
import type { CsvCells, CsvFormat, JsonFormat, RowContext } from "../formats/format.js";
import { objectOf } from "../formats/json-value.js";
import { InexactId } from "./cells.js";
import { withLargeNumbersAsText } from "./exact-numbers.js";
import { type NormalName, normalNames, normalTables } from "./normal-form.js";
import type { PrincipalIndex } from "./principal-index.js";
import type { Names } from "./pseudonyms.js";
import { type Recognised, wholeText } from "./recognise.js";
import { Refusal } from "./refusal.js";
import { Sightings } from "./sightings.js";

/** A file, or a part of one, to be read in one go. */
export interface ReadOrder {
  /** For messages. */
  file: string;
  source: ByteSource;
  recognised: Recognised;
  from: number;
  to: number;
  context: RowContext;
}

/** What came of one: how many lines and rows there were. */
export interface ReadCounts {
  lines: number;
  rows: number;
  rejected: number;
}

/** What came of several that were read in one go: their counts, and the staged tables with rows of all of them. */
export interface ReadTogether {
  parts: ReadCounts[];
  staged: { name: NormalName; path: string; rows: number; severalLines: boolean }[];
}

/** After so many rows of which none is what it should be, the file is not what it was taken for. */
const patience = 1000;

/**
 * Reads files into the normal form, one staged table of each kind in `folder` for all of them.
 *
 * @param progress is told how far reading has come, in bytes of the file with that number
 * @throws UserError if no row of a file is of its format
 */
export async function readTogether(
  orders: readonly ReadOrder[],
  folder: string,
  principals: PrincipalIndex,
  names: Names,
  progress: (part: number, bytes: number) => void = () => undefined,
): Promise<ReadTogether> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const tables = Object.fromEntries(
    normalNames.map((name) => [name, new StagedRows(join(folder, `${name}.csv`), normalTables[name].fields)]),
  ) as Record<NormalName, StagedRows>;
  const parts: ReadCounts[] = [];
  try {
    for (const [part, order] of orders.entries()) {
      const { recognised, file } = order;
      const isTable = recognised.layout === "table";
      const platform = isTable ? recognised.format.platform(recognised.header, file) : recognised.format.platform;
      const sightings = new Sightings(platform, part, tables, principals, names);
      const reading = new Reading(order, sightings, (bytes) => progress(part, bytes));
      await reading.run();
      parts.push({ lines: reading.lines, rows: reading.rows, rejected: reading.rejected });
    }
  } finally {
    for (const name of normalNames) tables[name].close();
  }
  const staged = normalNames.filter((name) => tables[name].rows > 0).map((name) => stagedOf(name, tables[name]));
  return { parts, staged };
}

function stagedOf(name: NormalName, { path, rows, severalLines }: StagedRows): ReadTogether["staged"][number] {
  return { name, path, rows, severalLines };
}

class Reading {
  lines = 0;
  rows = 0;
  rejected = 0;
  /** Rows that were what they should be, taken or not. */
  private sound = 0;

  constructor(
    private readonly order: ReadOrder,
    private readonly sightings: Sightings,
    private readonly progress: (bytes: number) => void,
  ) {}

  async run(): Promise<void> {
    const { recognised } = this.order;
    if (recognised.layout === "table") await this.table(recognised.format, recognised.header);
    else if (recognised.layout === "lines") await this.jsonLines(recognised.format);
    else if (recognised.layout === "elements") await this.elements(recognised.format);
    else await this.document(recognised.format);
    if (this.rows > 0 && this.sound === 0) this.giveUp();
  }

  private async table(format: CsvFormat, header: string[]): Promise<void> {
    const read = format.reader(header);
    let isHeader = true;
    let bytes = 0;
    for await (const records of csvRecords(this.order.source)) {
      for (const { line, fields, problem } of records) {
        this.sightings.line = line;
        this.lines = line;
        if (isHeader) isHeader = false;
        else if (fields) this.row(() => read(cellsOf(header, fields), this.sightings, this.order.context));
        else this.refuse(problem, "restore the line; look for a quote or comma too many", false);
        bytes += fields ? fields.reduce((sum, field) => sum + field.length + 1, 0) : 0;
      }
      this.progress(bytes);
    }
  }

  private async jsonLines(format: JsonFormat): Promise<void> {
    const { source, from, to } = this.order;
    for await (const lines of linesOf(source, { from, to })) {
      for (const { number, bytes, length, offset } of lines) {
        this.sightings.line = number;
        this.lines = number;
        if (bytes === null) this.refuse(`line of ${length} bytes is too long or breaks off`, "restore the line", false);
        else if (!isUtf8(bytes)) this.refuse("not UTF-8", "save the file as UTF-8", false);
        else if (bytes.length > 0) this.record(format, bytes.toString("utf8"));
        this.at = offset + length;
      }
      this.progress(this.at - from);
    }
  }

  private at = 0;

  /** Places are byte offsets. */
  private async elements(format: JsonFormat): Promise<void> {
    for await (const elements of jsonElements(this.order.source, format.arrays)) {
      for (const { offset, text, problem } of elements) {
        this.sightings.line = offset;
        if (text === undefined) this.refuse(problem, "restore the document", false);
        else this.record(format, text);
        this.at = offset;
      }
      this.progress(this.at);
    }
  }

  private async document(format: JsonFormat): Promise<void> {
    this.sightings.line = 1;
    this.record(format, await wholeText(this.order.source));
  }

  private record(format: JsonFormat, text: string): void {
    if (text.trim() === "") return;
    let record: Record<string, unknown> | undefined;
    try {
      record = objectOf(JSON.parse(text));
    } catch {
      this.refuse("not JSON", "restore the record", false);
      return;
    }
    if (!record) {
      this.refuse("not an object", "restore the record", false);
      return;
    }
    let exact: unknown[] | undefined;
    format.rows(record).forEach((row, at) => {
      this.row(() => {
        try {
          format.read(row, this.sightings, this.order.context);
        } catch (thrown) {
          if (!(thrown instanceof InexactId)) throw thrown;
          exact ??= format.rows(JSON.parse(withLargeNumbersAsText(text)) as Record<string, unknown>);
          format.read(exact[at], this.sightings, this.order.context);
        }
      });
    });
  }

  private row(read: () => void): void {
    try {
      read();
      this.rows += 1;
      this.sound += 1;
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      this.refuse(thrown.reason, thrown.remedy, thrown.isSound);
    }
  }

  private refuse(reason: string, remedy: string, isSound: boolean): void {
    this.rows += 1;
    this.rejected += 1;
    if (isSound) this.sound += 1;
    this.sightings.reject(reason, remedy);
    if (this.sound === 0 && this.rows >= patience) this.giveUp();
  }

  private giveUp(): never {
    const { file, recognised } = this.order;
    const rows = this.rows === 1 ? "its only row" : `any of its first ${this.rows} rows`;
    throw new UserError(`cannot read ${file} as ${recognised.format.name}: not ${rows}; check what the file is`);
  }
}

function cellsOf(header: string[], fields: string[]): CsvCells {
  const cells: CsvCells = {};
  for (let at = 0; at < header.length; at += 1) cells[header[at] as string] = fields[at];
  return cells;
}
