import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { explainingReads } from "../../files/file-error.js";
import { defaultColumns, type EventColumns, eventPositions } from "./event-columns.js";
import type { EventTable } from "./event-table.js";
import { inOnePart, type PartsReader, placeIn, readCsvEvents } from "./read-csv-events.js";

const parquetMark = "PAR1";

/**
 * Reads events from a CSV file (RFC 4180, UTF-8, with a header) or a Parquet file. Times are Unix seconds or ISO 8601 with a time of
 * day, UTC where no zone is given; ids are text, whatever they look like. Rows with an empty actor or target are left out and
 * counted. The same rows in any order, in either format, give the same table.
 *
 * CSV is parsed as bytes, in time linear in the file and without a string for each row; memory is about 50 bytes an event while
 * reading, and the ids. Parquet goes through the same parser.
 *
 * @param columns Names of the columns; those of CooRTweet if not given.
 * @param readParts How the parts of a CSV file are read; in this thread if not given.
 * @throws UserError with file, line and column for a file that is missing, empty, malformed, lacks a column, or has a time that is
 *   none
 *
 * @example
 * const events = await readEvents("retweets.csv");
 * events.actor.length; // how many there are
 */
export async function readEvents(
  path: string,
  columns: EventColumns = defaultColumns,
  readParts: PartsReader = inOnePart,
): Promise<EventTable> {
  const found = await explainingReads(path, () => stat(path));
  if (!found.isFile() && !found.isDirectory()) return readPiped(path, columns, readParts);
  if (await isParquet(path)) return readParquetEvents(path, columns, readParts);
  return readCsvEvents(path, columns, readParts);
}

async function isParquet(path: string): Promise<boolean> {
  return explainingReads(path, async () => {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(parquetMark.length), 0, parquetMark.length, 0);
      return bytesRead === parquetMark.length && buffer.toString("latin1") === parquetMark;
    } finally {
      await file.close();
    }
  });
}

async function readParquetEvents(path: string, columns: EventColumns, readParts: PartsReader): Promise<EventTable> {
  const { parquetColumnsToCsv } = await import("../../corpus/parquet-columns.js");
  return inTemporaryFile(async (csv) => {
    await parquetColumnsToCsv(path, csv, (found) => {
      eventPositions(path, found, columns);
      return Object.entries(columns)
        .filter((entry): entry is [string, string] => entry[1] !== undefined)
        .map(([role, name]) => ({ name, kind: role === "time" ? "time" : "id" }));
    });
    return readCsvEvents(csv, columns, readParts, (line) => `${path}: row ${line - 1}`);
  });
}

/** A pipe cannot be read in parts, nor twice: it is kept in a file first. */
async function readPiped(path: string, columns: EventColumns, readParts: PartsReader): Promise<EventTable> {
  return inTemporaryFile(async (csv) => {
    await pipeline(createReadStream(path), createWriteStream(csv));
    return readCsvEvents(csv, columns, readParts, placeIn(path));
  });
}

async function inTemporaryFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "amplification-audit-events-"));
  try {
    return await work(join(folder, "events.csv"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
