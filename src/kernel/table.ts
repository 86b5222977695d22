import { sortedBy } from "./sorted-by.js";
import { isProportion, type NumberFormat, valueText } from "./value-text.js";

/** How rows are shown as a table. */
export interface TableOptions {
  /** Sentence above the table. */
  caption?: string;
  /** Field to sort the rows by, ascending and with what is missing last; by default they stay in their order. */
  sortBy?: string;
  /** Whether the largest come first instead. */
  descending?: boolean;
  /** Most rows to show, the rest is counted; 50 by default, `Infinity` for all. */
  limit?: number;
  /** What to change about single columns, by the name of their field. */
  columns?: Record<string, ColumnOptions>;
}

export interface ColumnOptions {
  /** Text instead of the field's name in words. */
  header?: string;
  /** Unit, shown after the header: "accounts", "%", "days". */
  unit?: string;
  /** Digits after the decimal point; by default 0 where all numbers are whole, else 3. */
  digits?: number;
}

/** A table laid out: texts only, the same in every form it is written in. */
export interface Table {
  caption: string;
  columns: Column[];
  /** Texts of the cells, row by row. */
  rows: string[][];
  /** Rows beyond the limit. */
  more: number;
}

interface Column {
  header: string;
  isNumeric: boolean;
}

/**
 * Lays rows out as a table: a column for every field, in the order in which they first appear.
 *
 * @throws RangeError for a limit that is no count and for options of a column that is not there, or sorting by one
 *
 * @example
 * layTable([{ group: "diplomats", labelled: proportion(27, 189) }], { caption: "Labelled accounts" });
 */
export function layTable(given: readonly object[], options: TableOptions = {}): Table {
  const { caption = "", limit = 50, columns = {}, sortBy, descending = false } = options;
  if (!(limit === Infinity || (Number.isInteger(limit) && limit >= 0))) {
    throw new RangeError(`limit must be a whole number of at least 0, or Infinity: ${limit}`);
  }
  const fields = [...new Set(given.flatMap((row) => Object.keys(row)))];
  const named = [...Object.keys(columns), ...(sortBy === undefined ? [] : [sortBy])];
  const unknown = named.find((name) => given.length > 0 && !fields.includes(name));
  if (unknown !== undefined) throw new RangeError(`unknown column: ${unknown}; the rows have ${fields.join(", ")}`);
  const rows = sortBy === undefined ? given : sortedBy(given, (row) => valueIn(row, sortBy), descending);
  const laid = fields.map((field) =>
    layColumn(
      field,
      rows.map((row) => valueIn(row, field)),
      limit,
      columns[field] ?? {},
    ),
  );
  return {
    caption,
    columns: laid.map(({ header, isNumeric }) => ({ header, isNumeric })),
    rows: rows.slice(0, limit).map((_, index) => laid.map(({ texts }) => texts[index] ?? "")),
    more: Math.max(0, rows.length - limit),
  };
}

function valueIn(row: object, field: string): unknown {
  return Object.entries(row).find(([name]) => name === field)?.[1];
}

function layColumn(field: string, values: unknown[], limit: number, options: ColumnOptions) {
  const present = values.filter((value) => value !== null && value !== undefined);
  const format = numberFormat(field, present, options);
  const header = options.header ?? wordsOf(field);
  return {
    header: options.unit === undefined ? header : `${header} (${options.unit})`,
    isNumeric: present.length > 0 && present.every((value) => typeof value === "number" || isProportion(value)),
    texts: values.slice(0, limit).map((value) => valueText(value, format)),
  };
}

function numberFormat(field: string, values: unknown[], { digits }: ColumnOptions): NumberFormat {
  const isWhole = values.every((value) => typeof value !== "number" || Number.isInteger(value));
  return { digits: digits ?? (isWhole ? 0 : 3), thousands: !/(^|_)year$|Year$/.test(field) };
}

/** `accountId` and `account_id` read "account id". */
function wordsOf(field: string): string {
  return field
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .replaceAll("_", " ")
    .toLowerCase();
}

/** What stands below a table: how much of it is not shown. */
export function remainder({ rows, more }: Table): string {
  if (more > 0) return `${valueText(more, { digits: 0, thousands: true })} more ${more === 1 ? "row" : "rows"}`;
  return rows.length === 0 ? "no rows" : "";
}
