import type { Bytes } from "./byte-texts.js";

const comma = 0x2c;
const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
/** Bytes behind those to read that must be there to be read or written. */
export const spareBytes = 4;

/** What is wrong with a record. Its message has no place: `problem: value; remedy`. */
export class RecordProblem extends Error {
  constructor(
    message: string,
    /** Position of the field in its record, from 1. */
    readonly column: number,
  ) {
    super(message);
  }
}

/**
 * Finds the fields of CSV records (RFC 4180, either line end) in bytes, without making strings. Time is linear in the bytes.
 *
 * `spareBytes` must follow the bytes to read: a line end is put there, so that no search runs on.
 */
export class CsvRecords {
  /** Fields of the record last found. */
  fields = 0;
  /** Where each field of it begins and ends; a quoted field stands without its quotes, doubled ones made single in place. */
  begins = new Uint32Array(64);
  ends = new Uint32Array(64);
  /** Quoted fields of the record with doubled quotes. */
  private readonly doubled: number[] = [];

  /**
   * Finds the record that begins at `start`.
   *
   * @param end Where the bytes to read end.
   * @param isLast Whether nothing follows them, so that their end also ends a record.
   * @returns where the next record begins, or -1 if this one goes on beyond `end`
   * @throws RecordProblem for quotes that RFC 4180 does not allow
   */
  next(source: Bytes, start: number, end: number, isLast: boolean): number {
    const { bytes, view } = source;
    bytes[end] = newline;
    if (this.doubled.length > 0) this.doubled.length = 0;
    let at = start;
    for (let field = 0; ; field += 1, at += 1) {
      if (field === this.begins.length) this.makeRoom();
      const isQuoted = bytes[at] === quote && at < end;
      at = isQuoted ? this.quotedField(bytes, field, at, end, isLast) : this.plainField(bytes, view, field, at, end);
      if (at === -1 || (at >= end && !isLast)) return -1;
      if (bytes[at] === comma && at < end) continue;
      this.fields = field + 1;
      for (const one of this.doubled) this.unescape(bytes, one);
      return bytes[at] === carriageReturn ? at + 2 : at + 1;
    }
  }

  /** Returns where the comma or line end behind the field is. */
  private plainField(bytes: Uint8Array, view: DataView, field: number, start: number, end: number): number {
    const at = endOfPlain(bytes, view, start);
    const byte = bytes[at];
    if (byte === quote && at < end) {
      throw new RecordProblem(
        "quote inside a field that does not start with one; quote the whole field, and write a quote inside it twice",
        field + 1,
      );
    }
    this.begins[field] = start;
    this.ends[field] = byte === newline && at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
    return at;
  }

  /** The same for a field in quotes; -1 if its end, or what follows it, is not among the bytes. */
  private quotedField(bytes: Uint8Array, field: number, start: number, end: number, isLast: boolean): number {
    let at = start + 1;
    for (; at < end; at += 1) {
      if (bytes[at] !== quote) continue;
      if (bytes[at + 1] !== quote || at + 1 >= end) break;
      if (this.doubled.at(-1) !== field) this.doubled.push(field);
      at += 1;
    }
    if (!isLast && at + 2 >= end) return -1;
    if (at >= end)
      throw new RecordProblem("quote is not closed; close it, and write a quote inside it twice", field + 1);
    this.begins[field] = start + 1;
    this.ends[field] = at;
    const after = at + 1;
    const isReturn = bytes[after] === carriageReturn && bytes[after + 1] === newline;
    if (after >= end || bytes[after] === comma || bytes[after] === newline || isReturn) return after;
    throw new RecordProblem("text after a closing quote; write a quote inside a quoted field twice", field + 1);
  }

  private unescape(bytes: Uint8Array, field: number): void {
    let write = this.begins[field] as number;
    const end = this.ends[field] as number;
    for (let read = write; read < end; read += 1, write += 1) {
      bytes[write] = bytes[read] as number;
      if (bytes[read] === quote) read += 1;
    }
    bytes.fill(quote, write, end); // what is left over may be half a character
    this.ends[field] = write;
  }

  private makeRoom(): void {
    const [begins, ends] = [new Uint32Array(this.begins.length * 8), new Uint32Array(this.ends.length * 8)];
    begins.set(this.begins);
    ends.set(this.ends);
    this.begins = begins;
    this.ends = ends;
  }
}

/**
 * Where the next comma, line end or quote is, found four bytes at a time: a word is passed over if none of its bytes is as small as
 * those signs (Bit Twiddling Hacks, "Determine if a word has a byte less than n"; Anderson).
 */
function endOfPlain(bytes: Uint8Array, view: DataView, start: number): number {
  for (let at = start; ; ) {
    const word = view.getInt32(at, true);
    const small = (word - 0x2d2d2d2d) & ~word & 0x80808080;
    if (small === 0) {
      at += 4;
      continue;
    }
    at += (31 - Math.clz32(small & -small)) >> 3;
    const byte = bytes[at];
    if (byte === comma || byte === newline || byte === quote) return at;
    at += 1;
  }
}
