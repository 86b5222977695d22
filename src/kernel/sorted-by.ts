import { isProportion } from "./value-text.js";

/**
 * Rows in the order of a value: numbers by size, shares by their size, times by time, all else by code units, so that the order is the
 * same in every language. What is missing comes last either way; rows with equal values keep their order.
 *
 * @example
 * sortedBy([{ n: 2 }, { n: 10 }, { n: 1 }], ({ n }) => n, true); // [{ n: 10 }, { n: 2 }, { n: 1 }]
 */
export function sortedBy<Row>(rows: readonly Row[], value: (row: Row) => unknown, descending: boolean): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(value(row)) }));
  const present = keyed.filter(({ key }) => key !== undefined);
  const missing = keyed.filter(({ key }) => key === undefined);
  present.sort((a, b) => compare(a.key, b.key) * (descending ? -1 : 1));
  return [...present, ...missing].map(({ row }) => row);
}

function keyOf(value: unknown): number | string | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  if (isProportion(value)) return value.share ?? undefined;
  if (value instanceof Date) return value.getTime();
  return typeof value === "number" ? value : String(value);
}

function compare(a: number | string | undefined, b: number | string | undefined): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [first, second] = [String(a), String(b)];
  return first < second ? -1 : Number(first > second);
}
