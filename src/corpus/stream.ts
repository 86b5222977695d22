import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closePartial, openPartial } from "../files/partial.js";
import { corpusPackage, type WrittenTable } from "./datapackage.js";
import { openDatabase, sqlText } from "./duckdb.js";
import { type CorpusInfo, infoFile } from "./info.js";
import { type TableName, tableFile, tableNames, tableOf } from "./schema.js";
import { type Cell, StagedRows } from "./staged-rows.js";
import { writeStaged } from "./write-staged.js";

/** Takes the rows of one table, in any order. */
export interface TableWriter {
  /**
   * Adds a row: one cell a column, in the order in which the schema declares them. Instants and days as text or as
   * milliseconds since 1970.
   *
   * @throws RangeError for too many or too few cells, or a number or time that is none
   */
  append(...cells: Cell[]): void;
  /** Rows so far. */
  readonly rows: number;
}

/** A corpus being written, of any size. */
export interface CorpusStream {
  /** The writer of that table; the same at every call. An optional table is written if it was asked for. */
  table(name: TableName): TableWriter;
  /** Sorts every table into its Parquet file and writes `corpus.json` and `datapackage.json`. Nothing can be appended after. */
  finish(): Promise<WrittenTable[]>;
  /** Removes what was staged, for work that failed. Does nothing after `finish`. */
  abandon(): Promise<void>;
}

/** Threads that sort and compress; the bytes do not depend on their number. */
const defaultThreads = 2;
/** What the database may hold before it spills to disk. */
export const memoryLimit = "400MB";

/**
 * Opens a corpus to be written row by row, out of core: rows wait in a hidden folder beside the tables, which is gone when
 * `finish` or `abandon` returns. The same rows in any order and with any number of threads give the same bytes.
 *
 * The folder is made if it is missing. Rows are not checked here; `validateCorpus` does that.
 *
 * @example
 * const stream = await openCorpusStream("out/corpus", info);
 * stream.table("statuses").append("12", Date.parse("2021-03-01"), "active");
 * await stream.finish();
 */
export async function openCorpusStream(
  folder: string,
  info: CorpusInfo,
  { threads = defaultThreads }: { threads?: number } = {},
): Promise<CorpusStream> {
  await mkdir(folder, { recursive: true });
  const stage = await openPartial(join(folder, "rows"));
  const staged = new Map<TableName, StagedRows>();
  const close = () => {
    for (const rows of staged.values()) rows.close();
    staged.clear();
  };
  return {
    table(name) {
      const rows = staged.get(name) ?? new StagedRows(join(stage, `${name}.csv`), tableOf(name).fields);
      staged.set(name, rows);
      return rows;
    },
    async finish() {
      const waiting = new Map(staged);
      close();
      try {
        const written = await writeTables(folder, stage, waiting, threads);
        await describeCorpus(folder, info, written);
        return written;
      } finally {
        await closePartial(stage);
      }
    },
    async abandon() {
      close();
      await closePartial(stage);
    },
  };
}

/** Writes what a corpus says of itself, and the data package of its tables. */
export async function describeCorpus(folder: string, info: CorpusInfo, written: WrittenTable[]): Promise<void> {
  await writeFile(join(folder, infoFile), `${JSON.stringify(info, null, 2)}\n`);
  await writeFile(join(folder, "datapackage.json"), `${JSON.stringify(corpusPackage(info, written), null, 2)}\n`);
}

async function writeTables(
  folder: string,
  stage: string,
  staged: ReadonlyMap<TableName, StagedRows>,
  threads: number,
): Promise<WrittenTable[]> {
  const connection = await openDatabase(threads);
  try {
    await connection.run(`set memory_limit = '${memoryLimit}'`);
    await connection.run(`set temp_directory = ${sqlText(join(stage, "spilled"))}`);
    const written: WrittenTable[] = [];
    for (const name of tableNames) {
      const rows = staged.get(name);
      if (tableOf(name).optional && !rows) continue;
      const file = await writeStaged(connection, tableOf(name), rows, join(folder, tableFile(name)));
      written.push({ name, ...file });
    }
    return written;
  } finally {
    connection.closeSync();
  }
}
