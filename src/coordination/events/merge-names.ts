import type { ByteTexts } from "./byte-texts.js";
import { IdTable } from "./id-table.js";
import { upTo } from "./radix-sort.js";
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
    return { texts: only, found: [upTo(only.count)] };
  }
  const table = new IdTable();
  const found = parts.map((part) => {
    const numbers = new Uint32Array(part.count);
    for (let number = 0; number < part.count; number += 1) {
      numbers[number] = table.numberOf(part, part.starts[number] as number, part.starts[number + 1] as number);
    }
    return numbers;
  });
  return { texts: table.texts, found };
}
