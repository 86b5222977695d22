import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sha256File } from "../files/hash.js";
import { sqlText } from "./duckdb.js";
import type { Field, FieldKind } from "./field.js";
import type { Table } from "./schema.js";
import type { StagedRows } from "./staged-rows.js";

/** Staged rows once they are closed: a file, and what must be known to read it. */
export type StagedFile = Pick<StagedRows, "path" | "rows" | "severalLines">;

/** What writing one table came to. */
export interface WrittenFile {
  rows: number;
  bytes: number;
  sha256: string;
}

/**
 * Turns staged rows into a Parquet file, sorted by primary key. The same rows in any order give the same bytes.
 *
 * @param rows the rows, closed; none if left out
 */
export async function writeStaged(
  connection: DuckDBConnection,
  table: Table,
  rows: StagedRows | undefined,
  path: string,
): Promise<WrittenFile> {
  return writeSorted(connection, table, stagedSelect(table, rows), path);
}

/**
 * Writes what a query gives as a Parquet file, sorted by primary key: the one way in which tables of a corpus are written, so that
 * the same rows have the same bytes wherever they come from.
 *
 * @param query gives the columns of the table, by name, in the types that the table has
 */
export async function writeSorted(
  connection: DuckDBConnection,
  { fields, primaryKey }: Table,
  query: string,
  path: string,
): Promise<WrittenFile> {
  const columns = Object.keys(fields).map((column) => `"${column}"`);
  const order = primaryKey.map((column) => `"${column}"`).join(", ");
  const copied = await connection.runAndReadAll(
    `copy (select ${columns.join(", ")} from (${query}) order by ${order}) to ${sqlText(path)}
     (format parquet, compression zstd, row_group_size 122880)`,
  );
  const rows = Number(copied.getRows()[0]?.[0] ?? 0);
  return { rows, bytes: (await stat(path)).size, sha256: await sha256File(path) };
}

/** A query for staged rows, in the types that the table holds. */
export function stagedSelect({ fields }: Table, rows: StagedFile | undefined): string {
  const source = rows && rows.rows > 0 ? stagedRelation(rows, fields) : emptyRelation(fields);
  const columns = Object.entries(fields).map(
    ([column, { kind }]) => `${fromStage[kind](`"${column}"`)} as "${column}"`,
  );
  return `select ${columns.join(", ")} from ${source}`;
}

const stagedTypes: Record<FieldKind, string> = {
  id: "varchar",
  text: "varchar",
  integer: "bigint",
  boolean: "boolean",
  instant: "bigint",
  day: "integer",
};

/** From what is staged to what the table holds: instants wait as milliseconds, days as their number since 1970. */
const fromStage: Record<FieldKind, (column: string) => string> = {
  id: (column) => column,
  text: (column) => column,
  integer: (column) => column,
  boolean: (column) => column,
  instant: (column) => `make_timestamp(${column} * 1000)`,
  day: (column) => `date '1970-01-01' + ${column}`,
};

function stagedRelation({ path, severalLines }: StagedFile, fields: Record<string, Field>): string {
  const columns = Object.entries(fields).map(([column, { kind }]) => `${sqlText(column)}: '${stagedTypes[kind]}'`);
  return `read_csv(${sqlText(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', nullstr = '', allow_quoted_nulls = false, parallel = ${!severalLines}, columns = {${columns.join(", ")}})`;
}

function emptyRelation(fields: Record<string, Field>): string {
  const columns = Object.entries(fields).map(([column, { kind }]) => `null::${stagedTypes[kind]} as "${column}"`);
  return `(select ${columns.join(", ")} limit 0)`;
}
