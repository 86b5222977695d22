import { type ByteTexts, larger } from "../events/byte-texts.js";

const zero = 0x30;
const mostNumberBytes = 32;

/** Lines of a CSV file as bytes, filled from the front and emptied when written. */
export class LineBytes {
  bytes = new Uint8Array(1 << 20);
  length = 0;

  /** Makes room for that many more bytes. Nothing else does. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed > this.bytes.length) this.bytes = larger(this.bytes, Math.max(needed, this.bytes.length * 2));
  }

  cell({ bytes, starts }: ByteTexts, number: number): void {
    const [own, from, to] = [this.bytes, starts[number] as number, starts[number + 1] as number];
    let at = this.length;
    for (let read = from; read < to; read += 1, at += 1) own[at] = bytes[read] as number;
    this.length = at;
  }

  byte(value: number): void {
    this.bytes[this.length] = value;
    this.length += 1;
  }

  /** The number as the shortest text that reads back the same. */
  number(value: number): void {
    if (value < 1e15 && Number.isInteger(value) && value >= 0) this.whole(value);
    else this.text(String(value));
  }

  text(ascii: string): void {
    for (let at = 0; at < ascii.length; at += 1) this.byte(ascii.charCodeAt(at));
  }

  private whole(value: number): void {
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits += 1;
    this.length += digits;
    let rest = value;
    for (let at = this.length - 1; digits > 0; digits -= 1, at -= 1) {
      const shorter = Math.floor(rest / 10);
      this.bytes[at] = zero + rest - shorter * 10;
      rest = shorter;
    }
  }
}

/** Most bytes of a line of two cells that long and two numbers. */
export function lineBytes(cell: number, otherCell: number): number {
  return cell + otherCell + 2 * mostNumberBytes + 4;
}
