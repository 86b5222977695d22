/** Bytes with a view on them, through which four are read or written at once. */
export interface Bytes {
  bytes: Uint8Array;
  view: DataView;
}

const firstBytes = 1 << 16;
const firstTexts = 1 << 12;
const mostBytes = 2 ** 32 - 1;
/** Bytes behind a text that its last word may touch. */
const spare = 4;

/** A view on bytes. */
export function viewOn(bytes: Uint8Array): Bytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

/** Texts kept as UTF-8 one after another, without a string for each. */
export class ByteTexts implements Bytes {
  bytes: Uint8Array;
  view: DataView;
  /** Where each text begins in `bytes`; the entry after the last text's is where the next will begin. */
  starts: Uint32Array;
  count = 0;

  /** Room is made for that many texts and bytes to begin with; there may be more. */
  constructor(texts = 0, bytes = 0) {
    this.bytes = new Uint8Array(Math.min(mostBytes, Math.max(firstBytes, bytes)));
    this.view = new DataView(this.bytes.buffer);
    this.starts = new Uint32Array(Math.max(firstTexts, texts));
  }

  /** Texts that another thread has taken in. */
  static from({ bytes, starts, count }: Pick<ByteTexts, "bytes" | "starts" | "count">): ByteTexts {
    return Object.assign(new ByteTexts(), { ...viewOn(bytes), starts, count });
  }

  /** Copies the bytes from `from` up to `to` as the next text. @throws RangeError beyond 4 GB of texts */
  append(source: Bytes, from: number, to: number): void {
    const start = this.starts[this.count] as number;
    const end = start + to - from;
    if (end + spare > this.bytes.length) this.makeRoom(end + spare);
    const { bytes, view } = this;
    let at = start;
    let read = from;
    for (; read + 4 <= to; at += 4, read += 4) view.setInt32(at, source.view.getInt32(read, true), true);
    for (; read < to; at += 1, read += 1) bytes[at] = source.bytes[read] as number;
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
  is(number: number, other: Bytes, from: number, to: number): boolean {
    let at = this.starts[number] as number;
    if ((this.starts[number + 1] as number) - at !== to - from) return false;
    const { bytes, view } = this;
    let read = from;
    for (; read + 4 <= to; at += 4, read += 4) {
      if (view.getInt32(at, true) !== other.view.getInt32(read, true)) return false;
    }
    for (; read < to; at += 1, read += 1) if (bytes[at] !== other.bytes[read]) return false;
    return true;
  }

  private makeRoom(end: number): void {
    if (end > mostBytes) throw new RangeError(`ids take more than 4 GB: ${end} bytes; split the events`);
    const { bytes, view } = viewOn(larger(this.bytes, Math.min(mostBytes, Math.max(end, this.bytes.length * 2))));
    this.bytes = bytes;
    this.view = view;
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
