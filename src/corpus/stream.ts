import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sha256File } from "../files/hash.js";
import { closePartial, openPartial } from "../files/partial.js";
import { corpusPackage, type WrittenTable } from "./datapackage.js";
import { openDatabase, sqlText } from "./duckdb.js";
import type { Field, FieldKind } from "./field.js";
import { type CorpusInfo, infoFile } from "./info.js";
import { type TableName, tableNames, tableOf } from "./schema.js";
import { type Cell, StagedRows } from "./staged-rows.js";

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
const memoryLimit = "400MB";

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
        await writeFile(join(folder, infoFile), `${JSON.stringify(info, null, 2)}\n`);
        await writeFile(join(folder, "datapackage.json"), `${JSON.stringify(corpusPackage(info, written), null, 2)}\n`);
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
      written.push(await writeTable(connection, name, rows, join(folder, `${name}.parquet`)));
    }
    return written;
  } finally {
    connection.closeSync();
  }
}

async function writeTable(
  connection: DuckDBConnection,
  name: TableName,
  rows: StagedRows | undefined,
  path: string,
): Promise<WrittenTable> {
  const { fields, primaryKey } = tableOf(name);
  const source = rows && rows.rows > 0 ? stagedRelation(rows, fields) : emptyRelation(fields);
  const columns = Object.entries(fields).map(
    ([column, { kind }]) => `${fromStage[kind](`"${column}"`)} as "${column}"`,
  );
  const order = primaryKey.map((column) => `"${column}"`).join(", ");
  await connection.run(
    `copy (select ${columns.join(", ")} from ${source} order by ${order}) to ${sqlText(path)}
     (format parquet, compression zstd, row_group_size 122880)`,
  );
  return { name, rows: rows?.rows ?? 0, bytes: (await stat(path)).size, sha256: await sha256File(path) };
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
