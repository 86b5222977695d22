import type { ByteTexts } from "./byte-texts.js";
import { IdTable } from "./id-table.js";
import { sortedTexts } from "./sort-texts.js";

/** Names numbered in their order, and the number that each part's own number became. */
export interface MergedNames {
  /** Each name once, sorted by code unit. */
  names: string[];
  /** For each part, the number here of each of its numbers. */
  numbers: Uint32Array[];
}

/** Brings the names of several parts together. */
export function mergeNames(parts: readonly ByteTexts[]): MergedNames {
  const { texts, found } = united(parts);
  const order = sortedTexts(texts);
  const rank = new Uint32Array(order.length);
  order.forEach((number, at) => {
    rank[number] = at;
  });
  return {
    names: Array.from(order, (number) => texts.text(number)),
    numbers: found.map((numbers) => numbers.map((number) => rank[number] as number)),
  };
}

function united(parts: readonly ByteTexts[]): { texts: ByteTexts; found: Uint32Array[] } {
  const [only, ...others] = parts;
  if (only && others.length === 0) {
    return { texts: only, found: [Uint32Array.from({ length: only.count }, (_, number) => number)] };
  }
  const table = new IdTable();
  const found = parts.map(({ bytes, starts, count }) =>
    Uint32Array.from({ length: count }, (_, number) =>
      table.numberOf(bytes, starts[number] as number, starts[number + 1] as number),
    ),
  );
  return { texts: table.texts, found };
}
