import { type Bytes, type ByteTexts, larger, viewOn } from "../events/byte-texts.js";

const zero = 0x30;
const largestInt32 = 2 ** 31 - 1;
/** Most bytes of a number, and of what a cell may touch behind it. */
const spareBytes = 32;

/** Lines of a CSV file as bytes, filled from the front and emptied when written. */
export class LineBytes {
  target: Bytes = viewOn(new Uint8Array(1 << 20));
  length = 0;

  /** Makes room for that many lines of two cells and two numbers. Nothing else does. */
  reserve(lines: number, longestCell: number): void {
    const needed = this.length + lines * 2 * (longestCell + spareBytes);
    const { bytes } = this.target;
    if (needed > bytes.length) this.target = viewOn(larger(bytes, Math.max(needed, bytes.length * 2)));
  }

  /** The lines so far. */
  written(): Uint8Array {
    return this.target.bytes.subarray(0, this.length);
  }
}

/**
 * Copies a text to `at`, four bytes at a time; up to three bytes behind it become anything.
 *
 * @returns where it ends
 */
export function putText({ view }: Bytes, at: number, texts: ByteTexts, number: number): number {
  const { view: source, starts } = texts;
  const from = starts[number] as number;
  const length = (starts[number + 1] as number) - from;
  for (let done = 0; done < length; done += 4) view.setInt32(at + done, source.getInt32(from + done, true), true);
  return at + length;
}

/** Writes a number as the shortest text that reads back the same. @returns where it ends */
export function putNumber(target: Bytes, at: number, value: number): number {
  if (value >= 0 && value <= largestInt32 && Number.isInteger(value)) return putWhole(target.bytes, at, value);
  const text = String(value);
  for (let read = 0; read < text.length; read += 1) target.bytes[at + read] = text.charCodeAt(read);
  return at + text.length;
}

function putWhole(bytes: Uint8Array, at: number, value: number): number {
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits += 1;
  let rest = value | 0;
  for (let place = at + digits - 1; place >= at; place -= 1) {
    const shorter = (rest / 10) | 0;
    bytes[place] = zero + rest - shorter * 10;
    rest = shorter;
  }
  return at + digits;
}
