import { join } from "node:path";
import { withPartial } from "../files/partial.js";
import { openDatabase } from "./duckdb.js";
import type { Table } from "./schema.js";
import { type Cell, StagedRows } from "./staged-rows.js";
import { writeStaged } from "./write-staged.js";

/**
 * Writes one table that belongs to no corpus as a Parquet file, sorted by its primary key.
 *
 * @param rows one cell a column, in the order in which the table declares them
 */
export async function writeTableFile(path: string, table: Table, rows: Iterable<Cell[]>): Promise<void> {
  await withPartial(path, async (workshop) => {
    const staged = new StagedRows(join(workshop, "rows.csv"), table.fields);
    for (const row of rows) staged.append(...row);
    staged.close();
    const connection = await openDatabase();
    try {
      await writeStaged(connection, table, staged, path);
    } finally {
      connection.closeSync();
    }
  });
}
