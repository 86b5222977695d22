import { readSync } from "node:fs";
import type { CsvPart } from "./parse-events.js";

const pieceBytes = 1 << 20;
const newline = 0x0a;
const quote = 0x22;

/**
 * Cuts a CSV file into parts of about equal size, between records. A line end is one only outside quotes, which is where an even
 * number of quotes came before it. Where quotes are not well-formed the cut may be wrong, but then the part with the first wrong
 * quote is refused before any later one is looked at.
 */
export function splitCsv(whole: CsvPart, parts: number): CsvPart[] {
  const cuts = [whole.from];
  const search = new RecordEnds(whole);
  for (let part = 1; part < parts; part += 1) {
    cuts.push(search.after(whole.from + Math.floor(((whole.to - whole.from) * part) / parts)));
  }
  cuts.push(whole.to);
  return cuts.slice(1).map((to, part) => ({ ...whole, from: cuts[part] as number, to }));
}

class RecordEnds {
  private readonly bytes = Buffer.alloc(pieceBytes);
  private offset: number;
  private isInQuotes = false;

  constructor(private readonly whole: CsvPart) {
    this.offset = whole.from;
  }

  /** Where the first record begins that begins behind `least`; the end of the file if none does. */
  after(least: number): number {
    while (this.offset < least) {
      const got = this.read(least - this.offset);
      if (got === 0) return this.whole.to;
      if (countQuotes(this.bytes, got) % 2 === 1) this.isInQuotes = !this.isInQuotes;
      this.offset += got;
    }
    for (;;) {
      const got = this.read(pieceBytes);
      if (got === 0) return this.whole.to;
      for (let at = 0; at < got; at += 1) {
        if (this.bytes[at] === quote) this.isInQuotes = !this.isInQuotes;
        if (this.bytes[at] !== newline || this.isInQuotes) continue;
        this.offset += at + 1;
        return this.offset;
      }
      this.offset += got;
    }
  }

  private read(most: number): number {
    const { descriptor, to } = this.whole;
    return readSync(descriptor, this.bytes, 0, Math.min(pieceBytes, most, to - this.offset), this.offset);
  }
}

function countQuotes(bytes: Buffer, end: number): number {
  let quotes = 0;
  let at = bytes.indexOf(quote);
  if (at === -1) return 0;
  for (; at < end; at += 1) if (bytes[at] === quote) quotes += 1;
  return quotes;
}
