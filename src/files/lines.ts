import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { UserError } from "../errors.js";
import { errorCode, explainingReads } from "./file-error.js";
import { newline } from "./utf8.js";

/** One line of a file, without the bytes that end it. */
export interface Line {
  /** Number of the line from 1, counted from where reading began. */
  number: number;
  /** Offset of its first byte in the file; in what is unpacked, for a packed file. */
  offset: number;
  /** Its bytes; null where the line is longer than the limit or the file breaks off in the middle of its packing. */
  bytes: Buffer | null;
  /** Its length in bytes. */
  length: number;
}

export interface LinesOptions {
  /** First byte to read; lines that began before it are left out. 0 if left out. */
  from?: number;
  /** Lines that begin at this byte or later are left out. */
  to?: number;
  /** Longest line that is kept in memory. */
  limit?: number;
}

/** Longer lines are no record of any platform: a page of 500 tweets takes 3 MB. */
export const longestLine = 32 * 1024 * 1024;

/** Whether a file is packed with gzip, by its first two bytes. */
export async function isGzip(path: string): Promise<boolean> {
  const file = await explainingReads(path, () => open(path, "r"));
  try {
    const { buffer, bytesRead } = await explainingReads(path, () => file.read(Buffer.alloc(2), 0, 2, 0));
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** Where lines come from: the path of a file, or a name for messages and a stream. */
export type ByteSource = string | { name: string; open: () => Promise<Readable> };

/** The bytes of a file, unpacked where it is packed with gzip. */
export async function openBytes(source: ByteSource, from = 0): Promise<Readable> {
  if (typeof source !== "string") return source.open();
  const path = source;
  if (!(await isGzip(path))) return createReadStream(path, { start: from, highWaterMark: 1 << 20 });
  const packed = createReadStream(path, { highWaterMark: 1 << 18 });
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  packed.on("error", (error) => unpacked.destroy(error));
  unpacked.on("close", () => packed.destroy());
  return packed.pipe(unpacked);
}

/**
 * The lines of a file, plain or packed with gzip, in batches. Holds no more of it in memory than a chunk and a line.
 *
 * A byte-order mark is left out. A packed file that breaks off yields what could be unpacked, and a last line without bytes.
 *
 * @throws UserError if the file cannot be read
 */
export async function* linesOf(source: ByteSource, options: LinesOptions = {}): AsyncGenerator<Line[]> {
  const { from = 0, to = Number.POSITIVE_INFINITY, limit = longestLine } = options;
  const start = Math.max(0, from - 1);
  const splitter = new LineSplitter(start, limit);
  let inside = from > 0;
  try {
    for await (const chunk of await openBytes(source, start)) {
      let lines = splitter.add(chunk as Buffer);
      if (inside && lines.length > 0) {
        lines = lines.slice(1); // the end of a line that belongs to whoever reads the part before
        splitter.renumber(lines);
        inside = false;
      }
      const wanted = to === Number.POSITIVE_INFINITY ? lines : lines.filter(({ offset }) => offset < to);
      if (wanted.length > 0) yield wanted;
      if (splitter.offset >= to) return;
    }
  } catch (thrown) {
    yield [splitter.brokenOff(typeof source === "string" ? source : source.name, thrown)];
    return;
  }
  const last = splitter.end();
  if (last && !inside) yield [last];
}

const packingProblems = ["Z_BUF_ERROR", "Z_DATA_ERROR"];

/** Cuts chunks into lines, and only copies where a line goes over the end of a chunk. */
class LineSplitter {
  /** Where the line that is being read began. */
  offset: number;
  private number = 0;
  private waiting: Buffer[] = [];
  private held = 0;
  private length = 0;

  constructor(
    start: number,
    private readonly limit: number,
  ) {
    this.offset = start;
  }

  add(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let begin = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, begin)) {
      this.hold(chunk.subarray(begin, end));
      lines.push(this.take(1));
      begin = end + 1;
    }
    this.hold(chunk.subarray(begin));
    return lines;
  }

  end(): Line | undefined {
    return this.length > 0 ? this.take(0) : undefined;
  }

  renumber(lines: Line[]): void {
    lines.forEach((line, at) => {
      line.number = at + 1;
    });
    this.number = lines.length;
  }

  brokenOff(path: string, thrown: unknown): Line {
    if (!packingProblems.includes(errorCode(thrown) ?? "")) throw readError(path, thrown);
    this.number += 1;
    return { number: this.number, offset: this.offset, bytes: null, length: this.length };
  }

  private hold(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.limit) {
      this.waiting = [];
      this.held = 0;
    } else if (part.length > 0) {
      this.waiting.push(part);
      this.held += part.length;
    }
  }

  private take(lineEnd: number): Line {
    const { offset, length } = this;
    const whole = length === this.held;
    this.number += 1;
    const [only = Buffer.alloc(0)] = this.waiting;
    const joined = this.waiting.length > 1 ? Buffer.concat(this.waiting) : only;
    this.offset += length + lineEnd;
    this.waiting = [];
    this.held = 0;
    this.length = 0;
    return { number: this.number, offset, length, bytes: whole ? trimmed(joined, offset) : null };
  }
}

/** Without the carriage return of other systems, and without a byte-order mark. */
function trimmed(bytes: Buffer, offset: number): Buffer {
  const end = bytes[bytes.length - 1] === 0x0d ? bytes.length - 1 : bytes.length;
  const marked = offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.subarray(marked ? 3 : 0, end);
}

function readError(path: string, thrown: unknown): unknown {
  const reasons: Record<string, string> = {
    ENOENT: "no such file",
    EISDIR: "it is a folder",
    EACCES: "permission denied",
  };
  const reason = reasons[errorCode(thrown) ?? ""];
  return reason ? new UserError(`cannot read: ${path} (${reason}); check the path`, { cause: thrown }) : thrown;
}
