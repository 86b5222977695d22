import { stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sha256File } from "../files/hash.js";
import { sqlText } from "./duckdb.js";
import type { Field, FieldKind } from "./field.js";
import type { Table } from "./schema.js";
import type { StagedRows } from "./staged-rows.js";

/**
 * Turns staged rows into a Parquet file, sorted by primary key. The same rows in any order give the same bytes.
 *
 * @param rows the rows, closed; none if left out
 */
export async function writeStaged(
  connection: DuckDBConnection,
  { fields, primaryKey }: Table,
  rows: StagedRows | undefined,
  path: string,
): Promise<{ rows: number; bytes: number; sha256: string }> {
  const source = rows && rows.rows > 0 ? stagedRelation(rows, fields) : emptyRelation(fields);
  const columns = Object.entries(fields).map(
    ([column, { kind }]) => `${fromStage[kind](`"${column}"`)} as "${column}"`,
  );
  const order = primaryKey.map((column) => `"${column}"`).join(", ");
  await connection.run(
    `copy (select ${columns.join(", ")} from ${source} order by ${order}) to ${sqlText(path)}
     (format parquet, compression zstd, row_group_size 122880)`,
  );
  return { rows: rows?.rows ?? 0, bytes: (await stat(path)).size, sha256: await sha256File(path) };
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

function stagedRelation({ path, severalLines }: StagedRows, fields: Record<string, Field>): string {
  const columns = Object.entries(fields).map(([column, { kind }]) => `${sqlText(column)}: '${stagedTypes[kind]}'`);
  return `read_csv(${sqlText(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', nullstr = '', allow_quoted_nulls = false, parallel = ${!severalLines}, columns = {${columns.join(", ")}})`;
}

function emptyRelation(fields: Record<string, Field>): string {
  const columns = Object.entries(fields).map(([column, { kind }]) => `null::${stagedTypes[kind]} as "${column}"`);
  return `(select ${columns.join(", ")} limit 0)`;
}
