import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue, DuckDBTimestampValue } from "@duckdb/node-api";
import { sha256File } from "../files/hash.js";
import { corpusPackage, type WrittenTable } from "./datapackage.js";
import { openDatabase, sqlText } from "./duckdb.js";
import type { FieldKind } from "./field.js";
import { type CorpusInfo, infoFile } from "./info.js";
import { type Row, type TableName, tableNames, tableOf } from "./schema.js";

/** The rows of a corpus, table by table. Tables left out are written empty, except the optional ones. */
export type CorpusRows = { [Name in TableName]?: Iterable<Row<Name>> };

const columnTypes: Record<FieldKind, string> = {
  id: "varchar",
  text: "varchar",
  integer: "bigint",
  boolean: "boolean",
  instant: "timestamp",
  day: "date",
};

/**
 * Writes a corpus: one Parquet file a table, rows sorted by primary key, `corpus.json` and
 * `datapackage.json`. The same rows in any
 * order give the same bytes.
 *
 * The folder is made if it is missing. Rows are not checked here; `validateCorpus` does that.
 */
export async function writeCorpus(folder: string, info: CorpusInfo, rows: CorpusRows): Promise<WrittenTable[]> {
  await mkdir(folder, { recursive: true });
  const connection = await openDatabase();
  try {
    const written: WrittenTable[] = [];
    for (const name of tableNames) {
      if (tableOf(name).optional && !rows[name]) continue;
      written.push(await writeTable(connection, name, rows[name] ?? [], join(folder, `${name}.parquet`)));
    }
    await writeFile(join(folder, infoFile), `${JSON.stringify(info, null, 2)}\n`);
    await writeFile(join(folder, "datapackage.json"), `${JSON.stringify(corpusPackage(info, written), null, 2)}\n`);
    return written;
  } finally {
    connection.closeSync();
  }
}

async function writeTable(
  connection: DuckDBConnection,
  name: TableName,
  rows: Iterable<Record<string, unknown>>,
  path: string,
): Promise<WrittenTable> {
  const { fields, primaryKey } = tableOf(name);
  const columns = Object.entries(fields).map(([column, field]) => `"${column}" ${columnTypes[field.kind]}`);
  await connection.run(`create or replace table ${name} (${columns.join(", ")})`);
  const count = await append(connection, name, rows);
  const order = primaryKey.map((column) => `"${column}"`).join(", ");
  await connection.run(
    `copy (from ${name} order by ${order}) to ${sqlText(path)} (format parquet, compression zstd, row_group_size 122880)`,
  );
  await connection.run(`drop table ${name}`);
  return { name, rows: count, bytes: (await stat(path)).size, sha256: await sha256File(path) };
}

async function append(
  connection: DuckDBConnection,
  name: TableName,
  rows: Iterable<Record<string, unknown>>,
): Promise<number> {
  const appender = await connection.createAppender(name);
  const fields = Object.entries(tableOf(name).fields);
  let count = 0;
  for (const row of rows) {
    for (const [column, field] of fields) appendValue(appender, field.kind, row[column] ?? null);
    appender.endRow();
    count += 1;
  }
  appender.closeSync();
  return count;
}

function appendValue(appender: DuckDBAppender, kind: FieldKind, value: unknown): void {
  if (value === null) appender.appendNull();
  else if (kind === "integer") appender.appendBigInt(BigInt(value as number));
  else if (kind === "boolean") appender.appendBoolean(value as boolean);
  else if (kind === "day") appender.appendDate(new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / 86_400_000));
  else if (kind === "instant") appender.appendTimestamp(new DuckDBTimestampValue(microseconds(value as string)));
  else appender.appendVarchar(value as string);
}

function microseconds(instant: string): bigint {
  return BigInt(Date.parse(instant)) * 1000n;
}
