const firstBytes = 1 << 16;
const firstTexts = 1 << 12;
const mostBytes = 2 ** 32 - 1;

/** Texts kept as UTF-8 one after another, without a string for each. */
export class ByteTexts {
  bytes = new Uint8Array(firstBytes);
  /** Where each text begins in `bytes`; the entry after the last text's is where the next will begin. */
  starts = new Uint32Array(firstTexts);
  count = 0;

  /** Copies the bytes from `from` up to `to` as the next text. @throws RangeError beyond 4 GB of texts */
  append(source: Uint8Array, from: number, to: number): void {
    const start = this.starts[this.count] as number;
    const end = start + to - from;
    if (end > this.bytes.length) this.bytes = larger(this.bytes, roomFor(end, this.bytes.length));
    const { bytes } = this;
    for (let at = start, read = from; at < end; at += 1, read += 1) bytes[at] = source[read] as number;
    this.count += 1;
    if (this.count === this.starts.length) {
      const starts = new Uint32Array(this.count * 2);
      starts.set(this.starts);
      this.starts = starts;
    }
    this.starts[this.count] = end;
  }

  text(number: number): string {
    return utf8(this.bytes, this.starts[number] as number, this.starts[number + 1] as number);
  }

  /** Whether the text of that number is the bytes from `from` up to `to`. */
  is(number: number, other: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[number] as number;
    if ((this.starts[number + 1] as number) - start !== to - from) return false;
    const { bytes } = this;
    for (let at = start, read = from; read < to; at += 1, read += 1) if (bytes[at] !== other[read]) return false;
    return true;
  }
}

/** The bytes from `from` up to `to` as text. */
export function utf8(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("utf8");
}

/** A copy of the bytes with more room behind them. */
export function larger(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const room = new Uint8Array(length);
  room.set(bytes);
  return room;
}

function roomFor(end: number, length: number): number {
  if (end > mostBytes) throw new RangeError(`ids take more than 4 GB: ${end} bytes; split the events`);
  return Math.min(mostBytes, Math.max(end, length * 2));
}
