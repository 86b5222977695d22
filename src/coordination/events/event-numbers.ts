import type { EventIds } from "./event-table.js";
import { IdTable } from "./id-table.js";
import { upTo } from "./radix-sort.js";
import type { RawEvents } from "./raw-events.js";

const bucketsPerRow = 16;

/**
 * The number of each row's event id: that of the first row which has it, in the order of reading; an empty id is like no other.
 *
 * Ids are nearly all different, so a bit for each bucket of hashes tells first which rows could repeat another; only those, one in
 * ten or so, are compared. Time linear in the rows, memory four bytes a row.
 */
export function eventNumbers(parts: readonly RawEvents[], rows: number): Uint32Array {
  const numbers = upTo(rows);
  const shared = sharedBuckets(parts, rows);
  const table = new IdTable();
  const firstRows: number[] = [];
  let before = 0;
  for (const { rows: own, idHash, ids } of parts) {
    for (let row = 0; row < Math.min(own, ids.count); row += 1) {
      if (!shared.has(idHash[row] as number)) continue;
      const from = ids.starts[row] as number;
      const to = ids.starts[row + 1] as number;
      if (from === to) continue;
      const found = table.numberOf(ids, from, to);
      if (found === firstRows.length) firstRows.push(before + row);
      else numbers[before + row] = firstRows[found] as number;
    }
    before += own;
  }
  return numbers;
}

/** Buckets of hashes in which more than one row falls: two bits for each, which count to 2 and stay there. */
function sharedBuckets(parts: readonly RawEvents[], rows: number): { has(hash: number): boolean } {
  const bits = Math.max(4, Math.min(31, Math.ceil(Math.log2(rows * bucketsPerRow + 1))));
  const shift = 32 - bits;
  const counts = new Int32Array(2 ** (bits - 4));
  for (const { rows: own, idHash, ids } of parts) {
    for (let row = 0; row < Math.min(own, ids.count); row += 1) {
      const bucket = (idHash[row] as number) >>> shift;
      const word = counts[bucket >>> 4] as number;
      const place = (bucket & 15) << 1;
      if (((word >>> place) & 2) === 0) counts[bucket >>> 4] = word + (1 << place);
    }
  }
  return {
    has(hash) {
      const bucket = hash >>> shift;
      return (((counts[bucket >>> 4] as number) >>> ((bucket & 15) << 1)) & 2) !== 0;
    },
  };
}

/** The texts of event ids that are numbered by row. */
export function idsOfRows(parts: readonly RawEvents[], rows: number): EventIds {
  return {
    count: rows,
    text(number) {
      let row = number;
      for (const { rows: own, ids } of parts) {
        if (row < own) return row < ids.count ? ids.text(row) : "";
        row -= own;
      }
      throw new RangeError(`no event id ${number}: there are ${rows}`);
    },
  };
}
