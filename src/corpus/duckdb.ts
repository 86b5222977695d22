import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId, type DuckDBValue } from "@duckdb/node-api";

/** A row as it comes out of a query: text, numbers, booleans and null; days and instants as ISO text in UTC. */
export type QueryRow = Record<string, string | number | boolean | null>;

export type QueryParameters = Record<string, string | number | boolean | null>;

/**
 * Opens an in-memory database. One thread, because sums of doubles depend on the order in which threads finish; queries
 * that only count or sort may ask for more.
 */
export async function openDatabase(threads = 1): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    preserve_insertion_order: "true",
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return connection;
}

/** Runs a query and returns its rows as plain objects. */
export async function queryRows(
  connection: DuckDBConnection,
  sql: string,
  parameters: QueryParameters = {},
): Promise<QueryRow[]> {
  const reader = await connection.runAndReadAll(sql, parameters);
  const names = reader.deduplicatedColumnNames();
  const types = reader.columnTypes().map((type) => type.typeId);
  return reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((name, at) => [name, plainValue(row[at] ?? null, types[at])])));
}

/** Runs a query and returns its rows in batches, so that there may be more than memory holds. */
export async function* streamRows(connection: DuckDBConnection, sql: string): AsyncGenerator<QueryRow[]> {
  const result = await connection.stream(sql);
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes().map((type) => type.typeId);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    yield chunk
      .getRows()
      .map((row) => Object.fromEntries(names.map((name, at) => [name, plainValue(row[at] ?? null, types[at])])));
  }
}

function plainValue(value: DuckDBValue, type: DuckDBTypeId | undefined): string | number | boolean | null {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (typeof value === "bigint") return safeNumber(value);
  if (type === DuckDBTypeId.DATE) return String(value);
  if (type === DuckDBTypeId.TIMESTAMP) return `${String(value).replace(" ", "T")}Z`;
  if (type === DuckDBTypeId.DECIMAL) return Number(String(value));
  throw new Error(`query returned a type that has no plain form: ${String(value)}; cast it in the query`);
}

function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`integer too large for a number: ${value}; cast it to varchar`);
  return number;
}

/** A path as a SQL string literal. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
