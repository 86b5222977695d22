import { isUtf8 } from "node:buffer";
import { readSync } from "node:fs";
import { type Bytes, larger, utf8, viewOn } from "./byte-texts.js";
import { CsvRecords, RecordProblem, spareBytes } from "./csv-records.js";
import type { EventPositions } from "./event-columns.js";
import { eventTime } from "./event-time.js";
import { type RawEvents, RawEventsBuilder } from "./raw-events.js";

/** The part of an open CSV file that one thread reads. */
export interface CsvPart {
  descriptor: number;
  /** Bytes to read: from `from`, where a record begins, up to `to`, where one ends. */
  from: number;
  to: number;
  /** Fields that each record must have. */
  fields: number;
  positions: EventPositions;
}

/** A problem with the record that begins at a byte of the file. */
export interface CsvProblem {
  message: string;
  offset: number;
  /** Position of the field in its record, from 1. */
  column: number;
}

const pieceBytes = 1 << 20;
const newline = 0x0a;

/**
 * Reads events out of CSV, a piece of a megabyte at a time, so that memory is that of the events and not of the file. Never
 * throws for what the file holds: a problem comes back as what it is and where, because only the whole file knows its lines.
 */
export function parseEvents(part: CsvPart): RawEvents | CsvProblem {
  const builder = new RawEventsBuilder(part.to - part.from);
  const records = new CsvRecords();
  let source = viewOn(new Uint8Array(pieceBytes + spareBytes));
  let [waiting, offset] = [0, part.from];
  for (let isLast = false; !isLast; ) {
    const { bytes } = source;
    const wanted = Math.min(bytes.length - spareBytes - waiting, part.to - offset);
    const got = readSync(part.descriptor, bytes, waiting, wanted, offset);
    isLast = got === 0 || offset + got >= part.to;
    const end = waiting + got;
    const used = parsePiece(source, end, isLast, part, records, builder);
    if (typeof used !== "number") return { ...used, offset: offset - waiting + used.offset };
    offset += got;
    waiting = Math.max(0, end - used);
    if (used === 0 && !isLast) source = viewOn(larger(bytes, bytes.length * 2));
    else bytes.copyWithin(0, used, end);
  }
  return builder.finish();
}

/** Takes the complete records from the bytes before `end`; returns how many bytes they are, or the problem. */
function parsePiece(
  source: Bytes,
  end: number,
  isLast: boolean,
  { fields, positions }: CsvPart,
  records: CsvRecords,
  builder: RawEventsBuilder,
): number | CsvProblem {
  const { bytes } = source;
  let start = 0;
  try {
    while (start < end) {
      const next = records.next(source, start, end, isLast);
      if (next === -1) break;
      const isEmptyLine = records.fields === 1 && records.ends[0] === start;
      if (!isEmptyLine) takeRecord(source, records, fields, positions, builder);
      start = next;
    }
  } catch (thrown) {
    if (!(thrown instanceof RecordProblem)) throw thrown;
    return { message: thrown.message, column: thrown.column, offset: start };
  }
  const used = Math.min(start, end);
  return isUtf8(bytes.subarray(0, used)) ? used : notUtf8(bytes, used);
}

function takeRecord(
  source: Bytes,
  records: CsvRecords,
  fields: number,
  { actor, target, time, event }: EventPositions,
  builder: RawEventsBuilder,
): void {
  const { bytes } = source;
  const { begins, ends } = records;
  if (records.fields !== fields) throw wrongLength(records.fields, fields);
  const actorFrom = begins[actor] as number;
  const actorTo = ends[actor] as number;
  const targetFrom = begins[target] as number;
  const targetTo = ends[target] as number;
  if (!builder.isEvent(bytes, actorFrom, actorTo, targetFrom, targetTo)) return;
  const seconds = eventTime(bytes, begins[time] as number, ends[time] as number);
  if (Number.isNaN(seconds)) throw notATime(utf8(bytes, begins[time] as number, ends[time] as number), time + 1);
  builder.addActor(source, actorFrom, actorTo);
  builder.addTarget(source, targetFrom, targetTo);
  if (event >= 0) builder.addId(source, begins[event] as number, ends[event] as number);
  builder.addTime(seconds);
}

function wrongLength(found: number, expected: number): RecordProblem {
  const remedy = "look for a missing or unquoted comma, or for a quote that is not closed";
  const message = `wrong number of fields: ${found}, the header has ${expected}; ${remedy}`;
  return new RecordProblem(message, Math.min(found, expected) + 1);
}

/** The refusal of a time that is none. */
export function notATime(text: string, column: number): RecordProblem {
  const isMilliseconds = /^\d{13}$/.test(text);
  const remedy = isMilliseconds ? "give seconds, not milliseconds" : "write Unix seconds or 2021-03-01T12:00:00Z";
  return new RecordProblem(`not a time: "${text}"; ${remedy}`, column);
}

function notUtf8(bytes: Uint8Array, end: number): CsvProblem {
  let start = 0;
  let next = bytes.indexOf(newline) + 1;
  while (next > 0 && next < end && isUtf8(bytes.subarray(start, next))) {
    start = next;
    next = bytes.indexOf(newline, start) + 1;
  }
  return { message: "not UTF-8; save the file as UTF-8", offset: start, column: 1 };
}
