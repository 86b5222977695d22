import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { UserError } from "../../errors.js";
import { explainingReads } from "../../files/file-error.js";
import { countNewlines, startOfText } from "../../files/utf8.js";
import { arrange } from "./arrange.js";
import { utf8, viewOn } from "./byte-texts.js";
import { CsvRecords, RecordProblem, spareBytes } from "./csv-records.js";
import { type EventColumns, eventPositions } from "./event-columns.js";
import type { EventTable } from "./event-table.js";
import { type CsvPart, type CsvProblem, parseEvents } from "./parse-events.js";
import type { RawEvents } from "./raw-events.js";

const mostHeaderBytes = 1 << 20;
const pieceBytes = 1 << 20;

/** Reads all parts of a CSV file, here or in other threads; gives them in order. */
export type PartsReader = (whole: CsvPart) => Promise<(RawEvents | CsvProblem)[]>;

/** Says where something stands: line and field, both from 1. */
export type Place = (line: number, column: number) => string;

/** Places in a file, as editors write them. */
export function placeIn(path: string): Place {
  return (line, column) => `${path}:${line}:${column}`;
}

/** Reads a file in this thread alone. */
export const inOnePart: PartsReader = async (whole) => [parseEvents(whole)];

/**
 * Reads the events of a CSV file. See `readEvents`.
 *
 * @param place What messages call a line and field; `FILE:LINE:COLUMN` if not given.
 */
export async function readCsvEvents(
  path: string,
  columns: EventColumns,
  readParts: PartsReader,
  place: Place = placeIn(path),
): Promise<EventTable> {
  const descriptor = await explainingReads(path, async () => openSync(path, "r"));
  try {
    const header = await explainingReads(path, async () => readHeader(path, descriptor));
    const positions = eventPositions(`${path}:${header.line}`, header.names, columns);
    const size = fstatSync(descriptor).size;
    const whole = { descriptor, from: header.end, to: size, fields: header.names.length, positions };
    const parts = await readParts(whole);
    const events: RawEvents[] = [];
    for (const part of parts) {
      if ("message" in part) throw problemAt(place, descriptor, part);
      events.push(part);
    }
    return arrange(events);
  } finally {
    closeSync(descriptor);
  }
}

interface Header {
  names: string[];
  line: number;
  /** Byte behind it. */
  end: number;
}

function readHeader(path: string, descriptor: number): Header {
  const bytes = Buffer.alloc(mostHeaderBytes + spareBytes);
  const end = readSync(descriptor, bytes, 0, mostHeaderBytes, 0);
  const source = viewOn(bytes);
  const records = new CsvRecords();
  let start = startOfText(bytes);
  try {
    while (start < end) {
      const next = records.next(source, start, end, end < mostHeaderBytes);
      if (next === -1) throw new UserError(`${path}: header is longer than a megabyte; is this a CSV file?`);
      const names = Array.from({ length: records.fields }, (_, field) =>
        utf8(bytes, records.begins[field] as number, records.ends[field] as number),
      );
      if (names.join("") !== "")
        return { names, line: 1 + countNewlines(bytes.subarray(0, start)), end: Math.min(next, end) };
      start = next;
    }
  } catch (thrown) {
    if (!(thrown instanceof RecordProblem)) throw thrown;
    throw problemAt(placeIn(path), descriptor, {
      message: thrown.message,
      column: thrown.column,
      offset: start,
    });
  }
  throw new UserError(`${path}: file is empty; give a CSV file with a header`);
}

function problemAt(place: Place, descriptor: number, { message, offset, column }: CsvProblem): UserError {
  const piece = Buffer.alloc(pieceBytes);
  let line = 1;
  for (let at = 0; at < offset; ) {
    const got = readSync(descriptor, piece, 0, Math.min(pieceBytes, offset - at), at);
    if (got === 0) break;
    line += countNewlines(piece.subarray(0, got));
    at += got;
  }
  return new UserError(`${place(line, column)}: ${message}`);
}
