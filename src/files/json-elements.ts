import { isUtf8 } from "node:buffer";
import { type ByteSource, longestLine, openBytes } from "./lines.js";

/** An object inside an array of a JSON document, still as text, or why there is none. */
export type JsonElement =
  | { array: string; offset: number; text: string; problem?: undefined }
  | { array: string; offset: number; text?: undefined; problem: string };

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
/** Deeper than any document of a platform; below it only brackets are counted. */
const deepest = 64;

/**
 * The elements of the arrays of a JSON document of any size, without the document being held in memory. Several documents may follow
 * each other in the file.
 *
 * @param arrays the arrays to read, by the keys that lead to them: `data`, `includes.users`; the empty text is an array that is the
 * document itself
 */
export async function* jsonElements(source: ByteSource, arrays: readonly string[]): AsyncGenerator<JsonElement[]> {
  const scanner = new Scanner(new Set(arrays));
  for await (const chunk of await openBytes(source)) {
    scanner.add(chunk as Buffer);
    if (scanner.found.length > 0) yield scanner.take();
    if (scanner.failed) return;
  }
  scanner.end();
  if (scanner.found.length > 0) yield scanner.take();
}

interface Level {
  isArray: boolean;
  /** Keys that lead to it. */
  path: string;
  isWanted: boolean;
}

class Scanner {
  found: JsonElement[] = [];
  failed = false;
  private readonly levels: Level[] = [];
  private offset = 0;
  private inString = false;
  private escaped = false;
  private keyPosition = false;
  private key: Buffer[] = [];
  private lastKey = "";
  /** Brackets open inside the element that is being taken; 0 outside of one. */
  private depth = 0;
  private begin = 0;
  private parts: Buffer[] = [];
  private size = 0;
  private inScalar = false;

  constructor(private readonly wanted: ReadonlySet<string>) {}

  take(): JsonElement[] {
    const taken = this.found;
    this.found = [];
    return taken;
  }

  add(chunk: Buffer): void {
    let from = 0;
    for (let at = 0; at < chunk.length && !this.failed; at += 1) {
      const byte = chunk[at] as number;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (byte === backslash) this.escaped = true;
        else if (byte === quote) this.closeString(chunk, from, at);
        continue;
      }
      if (byte === quote) {
        this.inString = true;
        if (this.depth === 0) {
          this.scalar(at);
          from = at + 1;
        }
      } else if (this.depth > 0) {
        if (byte === openBrace || byte === openBracket) this.depth += 1;
        else if (byte === closeBrace || byte === closeBracket) this.closeInside(chunk, from, at);
      } else if (byte === openBrace || byte === openBracket) {
        if (this.open(byte === openBracket, at)) from = at;
      } else this.outside(byte, at);
    }
    if (this.depth > 0) this.hold(chunk.subarray(Math.min(from, chunk.length)));
    else if (this.inString && this.keyPosition) this.key.push(chunk.subarray(from));
    this.offset += chunk.length;
  }

  end(): void {
    if (this.depth > 0 || this.levels.length > 0 || this.inString) this.fail("document breaks off", this.offset);
  }

  private fail(problem: string, offset: number): void {
    this.found.push({ array: this.levels.at(-1)?.path ?? "", offset, problem });
    this.failed = true;
  }

  private hold(part: Buffer): void {
    this.size += part.length;
    if (this.size > longestLine) this.parts = [];
    else this.parts.push(part);
  }

  private closeString(chunk: Buffer, from: number, at: number): void {
    this.inString = false;
    if (this.depth > 0 || !this.keyPosition) return;
    this.key.push(chunk.subarray(from, at));
    this.lastKey = Buffer.concat(this.key).toString("utf8").slice(0, 100);
    this.key = [];
  }

  /** Takes note of a bracket; true if an element begins with it. */
  private open(isArray: boolean, at: number): boolean {
    const parent = this.levels.at(-1);
    if (parent?.isWanted) {
      this.depth = 1;
      this.begin = this.offset + at;
      this.size = 0;
      this.parts = [];
      return true;
    }
    if (this.levels.length >= deepest) {
      this.fail("nested too deeply", this.offset + at);
      return false;
    }
    const path = parent === undefined || parent.isArray ? (parent?.path ?? "") : joined(parent.path, this.lastKey);
    this.levels.push({ isArray, path, isWanted: isArray && this.wanted.has(path) });
    this.keyPosition = !isArray;
    return false;
  }

  private closeInside(chunk: Buffer, from: number, at: number): void {
    this.depth -= 1;
    if (this.depth > 0) return;
    this.hold(chunk.subarray(from, at + 1));
    const array = this.levels.at(-1)?.path ?? "";
    const offset = this.begin;
    const bytes = Buffer.concat(this.parts);
    this.parts = [];
    if (this.size > longestLine)
      this.found.push({ array, offset, problem: `element of ${this.size} bytes is too long` });
    else if (!isUtf8(bytes)) this.found.push({ array, offset, problem: "not UTF-8" });
    else this.found.push({ array, offset, text: bytes.toString("utf8") });
  }

  private outside(byte: number, at: number): void {
    if (byte === closeBrace || byte === closeBracket) {
      const closed = this.levels.pop();
      if (closed?.isArray !== (byte === closeBracket)) this.fail("brackets do not match", this.offset + at);
      this.keyPosition = false;
      this.inScalar = false;
    } else if (byte === comma) {
      this.keyPosition = this.levels.at(-1)?.isArray === false;
      this.inScalar = false;
    } else if (byte === colon) this.keyPosition = false;
    else if (byte > 0x20) this.scalar(at);
  }

  /** Text and numbers are no elements where objects are wanted. */
  private scalar(at: number): void {
    const level = this.levels.at(-1);
    if (!level?.isWanted || this.inScalar) return;
    this.inScalar = true;
    this.found.push({ array: level.path, offset: this.offset + at, problem: "not an object" });
  }
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
