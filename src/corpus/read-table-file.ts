import { openDatabase, type QueryRow, queryRows, sqlText } from "./duckdb.js";
import type { Table } from "./schema.js";

/** The rows of a table that belongs to no corpus, as `writeTableFile` left it, in the order of its primary key. */
export async function readTableFile<T = QueryRow>(path: string, table: Table): Promise<T[]> {
  const connection = await openDatabase();
  try {
    const columns = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
    const query = `select ${columns(Object.keys(table.fields))} from read_parquet(${sqlText(path)})`;
    return (await queryRows(connection, `${query} order by ${columns(table.primaryKey)}`)) as T[];
  } finally {
    connection.closeSync();
  }
}
