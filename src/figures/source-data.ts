import { stringify } from "csv-stringify/sync";
import { UserError } from "../errors.js";

/** The rows that a figure was drawn from, so that a reader can redraw it. */
export interface SourceData {
  columns: SourceColumn[];
  rows: Record<string, string | number | boolean | null>[];
}

export interface SourceColumn {
  name: string;
  description: string;
  unit?: string;
}

/**
 * Source data as CSV: a header, LF line ends, numbers as the shortest text that reads back the same, null as nothing.
 *
 * @throws UserError if a row's columns are not the declared ones, or a number is not finite
 *
 * @example
 * const columns = [{ name: "accounts", description: "Accounts so far" }];
 * sourceDataCsv({ columns, rows: [{ accounts: 3 }] }); // "accounts\n3\n"
 */
export function sourceDataCsv({ columns, rows }: SourceData): string {
  const names = columns.map(({ name }) => name);
  const sorted = [...names].sort().join(", ");
  for (const row of rows) {
    const found = Object.keys(row).sort().join(", ");
    if (found !== sorted)
      throw new UserError(`source data has other columns than declared: ${found}; declare ${sorted}`);
    for (const [name, value] of Object.entries(row)) {
      if (typeof value === "number" && !Number.isFinite(value)) {
        throw new UserError(`source data has a number that is not finite: ${name} is ${value}; use null`);
      }
    }
  }
  return stringify(rows, { header: true, columns: names, record_delimiter: "\n", cast: { boolean: String } });
}
