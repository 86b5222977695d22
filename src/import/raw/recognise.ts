import { isUtf8 } from "node:buffer";
import { stat } from "node:fs/promises";
import { UserError } from "../../errors.js";
import { csvRecords } from "../../files/csv-records.js";
import { explainingReads } from "../../files/file-error.js";
import { jsonElements } from "../../files/json-elements.js";
import { type ByteSource, linesOf } from "../../files/lines.js";
import type { CsvCells, CsvFormat, Format, JsonFormat } from "../formats/format.js";
import { formats } from "../formats/formats.js";
import { objectOf } from "../formats/json-value.js";

/** What a raw file is, and how it is laid out. */
export type Recognised =
  | { format: JsonFormat; layout: "lines" | "elements" | "document" }
  | { format: CsvFormat; layout: "table"; header: string[]; firstRow: CsvCells | undefined };

/** Larger documents are read element by element, or not at all. */
const largestDocument = 64 * 1024 * 1024;
const linesLooked = 50;

/**
 * Finds out by its content what a raw file is.
 *
 * @param named the format that the call says it is
 * @throws UserError if it is none that is known, is not the one named, or could be several
 */
export async function recognise(file: string, source: ByteSource, named?: Format): Promise<Recognised> {
  const start = await beginning(file, source);
  const isJson = /^[{[]/.test(start);
  if (named && named.shape !== (isJson ? "json" : "csv")) throw notThat(file, named);
  return isJson ? recogniseJson(file, source, named) : recogniseTable(file, source, named);
}

/** The first characters that are no space. */
async function beginning(file: string, source: ByteSource): Promise<string> {
  if (typeof source === "string") {
    const found = await explainingReads(file, () => stat(source));
    if (found.isDirectory()) throw new UserError(`cannot read: ${file} (it is a folder); name a file`);
  }
  for await (const lines of linesOf(source)) {
    for (const { bytes } of lines) {
      if (bytes === null) return "{"; // a line too long for a table; only a document can be read
      if (bytes.includes(0) || !isUtf8(bytes)) {
        throw new UserError(`not text in UTF-8: ${file}; unpack it, or save it as UTF-8`);
      }
      const text = bytes.toString("utf8").trim();
      if (text !== "") return text.slice(0, 100);
    }
  }
  throw new UserError(`file is empty: ${file}; leave it out`);
}

async function recogniseTable(file: string, source: ByteSource, named?: Format): Promise<Recognised> {
  const [first, second] = await firstRecords(source);
  const header = (first?.fields ?? []).map((name) => name.trim());
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) < at);
  if (twice !== undefined) throw new UserError(`column name given twice: "${shown(twice)}" in ${file}; rename one`);
  const isIt = (format: CsvFormat) =>
    format.recognises(header) || (format === named && format.accepts?.(header) === true);
  const format = only(file, candidates("csv", named).filter(isIt), named) as CsvFormat;
  const firstRow = second?.fields && Object.fromEntries(header.map((name, at) => [name, second.fields[at]]));
  return { format, layout: "table", header, firstRow };
}

async function firstRecords(source: ByteSource) {
  const found = [];
  for await (const records of csvRecords(source)) {
    found.push(...records);
    if (found.length >= 2) break;
  }
  return found;
}

async function recogniseJson(file: string, source: ByteSource, named?: Format): Promise<Recognised> {
  const known = candidates("json", named) as JsonFormat[];
  const records = await firstLines(source);
  const byLine = known.filter((format) => records.some((record) => format.recognises(record)));
  if (byLine.length > 0) return { format: only(file, byLine, named) as JsonFormat, layout: "lines" };
  const isSmall = typeof source === "string" && (await stat(source)).size <= largestDocument;
  if (records.length === 0 && isSmall) {
    const whole = parsed(await wholeText(source));
    const byDocument = whole ? known.filter((format) => format.recognises(whole)) : [];
    if (byDocument.length > 0) return { format: only(file, byDocument, named) as JsonFormat, layout: "document" };
  }
  const byElement: JsonFormat[] = [];
  for (const format of known) {
    if (await hasElements(source, format)) byElement.push(format);
  }
  return { format: only(file, byElement, named) as JsonFormat, layout: "elements" };
}

async function firstLines(source: ByteSource): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  let looked = 0;
  for await (const lines of linesOf(source)) {
    for (const { bytes } of lines) {
      const record = bytes && parsed(bytes.toString("utf8"));
      if (record) records.push(record);
      looked += 1;
      if (looked >= linesLooked) return records;
    }
  }
  return records;
}

async function hasElements(source: ByteSource, format: JsonFormat): Promise<boolean> {
  let looked = 0;
  for await (const elements of jsonElements(source, format.arrays)) {
    for (const { text } of elements) {
      const record = text === undefined ? undefined : parsed(text);
      if (record && format.recognises(record)) return true;
      looked += 1;
    }
    if (looked >= linesLooked) return false;
  }
  return false;
}

/** A document that is read whole; what of it is no text is left out, so that it will not parse. */
export async function wholeText(source: ByteSource): Promise<string> {
  const parts: string[] = [];
  for await (const lines of linesOf(source)) {
    for (const { bytes } of lines) parts.push(bytes === null || !isUtf8(bytes) ? "" : bytes.toString("utf8"));
  }
  return parts.join("\n");
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function candidates<Shape extends Format["shape"]>(shape: Shape, named?: Format) {
  const known = named ? [named] : formats;
  return known.filter((format): format is Extract<Format, { shape: Shape }> => format.shape === shape);
}

function only(file: string, found: Format[], named?: Format): Format {
  const [format, other] = found;
  if (format && !other) return format;
  if (named) throw notThat(file, named);
  const names = (of: readonly Format[]) => of.map(({ name }) => name).join(", ");
  if (format) throw new UserError(`format is not clear: ${file} could be ${names(found)}; name one`);
  throw new UserError(`format not recognised: ${file}; name one of ${names(formats)}, or leave the file out`);
}

function notThat(file: string, { name, title }: Format): UserError {
  return new UserError(`not ${name}: ${file} holds no ${title}; name another format, or leave the file out`);
}

function shown(name: string): string {
  return name.replace(/[^\p{L}\p{N} _.-]/gu, "?").slice(0, 40);
}
