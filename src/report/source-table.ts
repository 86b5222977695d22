import { parse } from "csv-parse/sync";
import type { ShownTable } from "./shown-table.js";

/** Rows shown of a figure's source data; the file beside it has them all. */
const most = 60;

/** A figure's source data as a table for a reader who does not see the figure: its first rows, numbers to four digits. */
export function sourceTable(csv: string): ShownTable {
  const [head = [], ...rows] = parse(csv) as string[][];
  const numeric = head.map((_, at) => rows.length > 0 && rows.every((row) => isNumber(row[at] ?? "")));
  const left = rows.length - most;
  return {
    caption: "",
    head,
    numeric,
    rows: rows.slice(0, most).map((row) => row.map((text, at) => (numeric[at] ? short(text) : text))),
    note: left > 0 ? `The first ${most} of ${rows.length} rows; the CSV file has all.` : "",
  };
}

function isNumber(text: string): boolean {
  return text === "" || Number.isFinite(Number(text));
}

function short(text: string): string {
  const value = Number(text);
  return text === "" || Number.isInteger(value) ? text : String(Number(value.toPrecision(4)));
}
