import { type Bytes, ByteTexts } from "./byte-texts.js";

const firstSlots = 1 << 12;

/**
 * Numbers ids in the order in which they first appear: the same bytes, the same number. An id is text whatever it looks like, so
 * that none is too long for a number. A hash table with open addressing over bytes: constant time an id, no string made.
 */
export class IdTable {
  readonly texts = new ByteTexts();
  /** In pairs: the hash of an id, and its number plus 1; 0 where the slot is free. */
  private slots = new Int32Array(firstSlots * 2);

  /** The number of the id that is the bytes from `from` up to `to`. */
  numberOf(bytes: Bytes, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const { slots, texts } = this;
    const last = slots.length - 2;
    let slot = (hash << 1) & last;
    for (let taken = slots[slot + 1] as number; taken !== 0; taken = slots[slot + 1] as number) {
      if (slots[slot] === hash && texts.is(taken - 1, bytes, from, to)) return taken - 1;
      slot = (slot + 2) & last;
    }
    texts.append(bytes, from, to);
    slots[slot] = hash;
    slots[slot + 1] = texts.count;
    if (texts.count * 4 > slots.length) this.grow();
    return texts.count - 1;
  }

  private grow(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const last = slots.length - 2;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let slot = ((old[at] as number) << 1) & last;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & last;
      slots[slot] = old[at] as number;
      slots[slot + 1] = old[at + 1] as number;
    }
    this.slots = slots;
  }
}

/** A 32-bit hash, four bytes at a step; each step and the finish are bijective, as in the finalisers of MurmurHash3. */
export function hashOf({ bytes, view }: Bytes, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] as number), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return hash ^ (hash >>> 15);
}
