import type { ByteTexts } from "./byte-texts.js";
import { upTo } from "./radix-sort.js";

const few = 12;
const firstBeyondAscii = 0x80;

/**
 * Numbers of the texts in ascending order of code units, which is how `<` compares strings. Texts in ASCII are sorted as bytes
 * without making strings (multikey quicksort: Bentley and Sedgewick 1997, Fast algorithms for sorting and searching strings).
 */
export function sortedTexts(texts: ByteTexts): Uint32Array {
  const order = upTo(texts.count);
  if (isAscii(texts)) sortFrom(texts, order, 0, order.length, 0);
  else {
    const strings = Array.from(order, (number) => texts.text(number));
    order.sort((a, b) => ((strings[a] as string) < (strings[b] as string) ? -1 : 1));
  }
  return order;
}

function isAscii({ bytes, starts, count }: ByteTexts): boolean {
  const end = starts[count] as number;
  for (let at = 0; at < end; at += 1) if ((bytes[at] as number) >= firstBeyondAscii) return false;
  return true;
}

/** Sorts `order` from `from` up to `to`, where all texts are alike in their first `depth` bytes. */
function sortFrom(texts: ByteTexts, order: Uint32Array, from: number, to: number, depth: number): void {
  let [low, high, shared] = [from, to, depth];
  while (high - low > few) {
    const middle = byteAt(texts, order[(low + high) >>> 1] as number, shared);
    const pivot = medianOf(
      byteAt(texts, order[low] as number, shared),
      middle,
      byteAt(texts, order[high - 1] as number, shared),
    );
    let [less, at, more] = [low, low, high];
    while (at < more) {
      const number = order[at] as number;
      const byte = byteAt(texts, number, shared);
      if (byte === pivot) at += 1;
      else if (byte < pivot) {
        order[at] = order[less] as number;
        order[less] = number;
        less += 1;
        at += 1;
      } else {
        more -= 1;
        order[at] = order[more] as number;
        order[more] = number;
      }
    }
    sortFrom(texts, order, low, less, shared);
    sortFrom(texts, order, more, high, shared);
    if (pivot === 0) return; // texts that end here are all the same
    [low, high, shared] = [less, more, shared + 1];
  }
  insertionSort(texts, order, low, high, shared);
}

/** 1 more than the byte; 0 behind the end. */
function byteAt({ bytes, starts }: ByteTexts, number: number, depth: number): number {
  const at = (starts[number] as number) + depth;
  return at < (starts[number + 1] as number) ? (bytes[at] as number) + 1 : 0;
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function insertionSort(texts: ByteTexts, order: Uint32Array, from: number, to: number, depth: number): void {
  for (let next = from + 1; next < to; next += 1) {
    const number = order[next] as number;
    let at = next;
    for (; at > from && isBefore(texts, number, order[at - 1] as number, depth); at -= 1)
      order[at] = order[at - 1] as number;
    order[at] = number;
  }
}

function isBefore(texts: ByteTexts, one: number, other: number, depth: number): boolean {
  for (let at = depth; ; at += 1) {
    const [byte, otherByte] = [byteAt(texts, one, at), byteAt(texts, other, at)];
    if (byte !== otherByte) return byte < otherByte;
    if (byte === 0) return false;
  }
}
