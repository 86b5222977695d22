import type { WrittenTable } from "./datapackage.js";
import type { CorpusInfo } from "./info.js";
import { type Row, type TableName, tableNames, tableOf } from "./schema.js";
import type { Cell } from "./staged-rows.js";
import { type CorpusStream, openCorpusStream } from "./stream.js";

/** The rows of a corpus, table by table. Tables left out are written empty, except the optional ones. */
export type CorpusRows = { [Name in TableName]?: Iterable<Row<Name>> };

/**
 * Writes a corpus: one Parquet file a table, rows sorted by primary key, `corpus.json` and `datapackage.json`. The same
 * rows in any order give the same bytes.
 *
 * The folder is made if it is missing. Rows are not checked here; `validateCorpus` does that.
 */
export async function writeCorpus(folder: string, info: CorpusInfo, rows: CorpusRows): Promise<WrittenTable[]> {
  const stream = await openCorpusStream(folder, info);
  try {
    for (const name of tableNames) appendAll(stream, name, rows[name]);
    return await stream.finish();
  } finally {
    await stream.abandon();
  }
}

function appendAll(stream: CorpusStream, name: TableName, rows: Iterable<Record<string, Cell>> | undefined): void {
  if (!rows) return;
  const table = stream.table(name);
  const columns = Object.keys(tableOf(name).fields);
  for (const row of rows) table.append(...columns.map((column) => row[column] ?? null));
}
