import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { WrittenTable } from "./datapackage.js";
import { openDatabase, type QueryParameters, type QueryRow, queryRows, sqlText } from "./duckdb.js";
import type { CorpusInfo } from "./info.js";
import { type Table, type TableName, tableFile, tableOf } from "./schema.js";
import { type Cell, StagedRows } from "./staged-rows.js";
import { describeCorpus, memoryLimit } from "./stream.js";
import { type StagedFile, stagedSelect, writeSorted } from "./write-staged.js";

/** A condition that is true for the rows of one part, by the value of a column. */
export type PartOf = (column: string) => string;

/** The conditions that divide rows into so many parts. */
export function partsOf(parts: number): PartOf[] {
  return Array.from(
    { length: parts },
    (_, at) => (column: string) => (parts === 1 ? "true" : `hash(${column}) % ${parts} = ${at}`),
  );
}

/**
 * Where tables of another form than the corpus's are put together into one: queries out of core, over rows that wait in files. What
 * does not fit into memory spills into the folder.
 */
export class Workshop {
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly folder: string,
  ) {}

  /** @param folder for what spills; whoever opens the workshop removes it */
  static async open(folder: string, threads = 2): Promise<Workshop> {
    const connection = await openDatabase(threads);
    await connection.run(`set memory_limit = '${memoryLimit}'`);
    await connection.run(`set temp_directory = ${sqlText(join(folder, "spilled"))}`);
    return new Workshop(connection, folder);
  }

  /** Packs staged rows, which may be many, into a file that waits. The order of the rows stays. */
  async pack(table: Table, rows: StagedFile, path: string): Promise<void> {
    await this.connection.run(
      `copy (${stagedSelect(table, rows)}) to ${sqlText(path)} (format parquet, compression snappy)`,
    );
  }

  /** Makes a table of a few rows: one cell a column, in the order in which the table declares them. */
  async load(name: string, table: Table, rows: Iterable<Cell[]>): Promise<void> {
    const staged = new StagedRows(join(this.folder, `${name}.csv`), table.fields);
    for (const row of rows) staged.append(...row);
    staged.close();
    await this.run(`create or replace table ${name} as ${stagedSelect(table, staged)}`);
  }

  /** Makes a view of waiting files, all with the columns of the table, and one more: `filename`. Without files it is empty. */
  async view(name: string, table: Table, paths: readonly string[]): Promise<void> {
    const rows =
      paths.length === 0
        ? `select *, null::varchar as filename from (${stagedSelect(table, undefined)})`
        : `select * from read_parquet([${paths.map(sqlText).join(", ")}], filename = true)`;
    await this.run(`create or replace view ${name} as ${rows}`);
  }

  /** Whether rows must come out in the order in which they went in, which queries that sort or group do not need. */
  async keepOrder(keep: boolean): Promise<void> {
    await this.run(`set preserve_insertion_order = ${keep}`);
  }

  async run(sql: string, parameters: QueryParameters = {}): Promise<void> {
    await this.connection.run(sql, parameters);
  }

  /**
   * Makes a table in several goes, of which each needs memory for its own part of the rows only.
   *
   * @param query gives the rows of a part: those for which `part` of a column is true; rows that belong together must have the same
   * value in that column
   */
  async makeInParts(table: string, parts: number, query: (part: PartOf) => string): Promise<void> {
    for (const [at, part] of partsOf(parts).entries()) {
      await this.run(
        at === 0 ? `create or replace table ${table} as ${query(part)}` : `insert into ${table} ${query(part)}`,
      );
    }
  }

  /** Runs a query that returns few rows. */
  async rows<T = QueryRow>(sql: string, parameters: QueryParameters = {}): Promise<T[]> {
    return (await queryRows(this.connection, sql, parameters)) as T[];
  }

  /** Writes what a query gives as lines of JSON, in the order of the query. */
  async writeJsonLines(query: string, path: string): Promise<void> {
    await this.run(`copy (${query}) to ${sqlText(path)} (format json)`);
  }

  /** Writes a corpus: each table, in the order of the schema, from a query that gives its columns. */
  async writeCorpus(
    folder: string,
    info: CorpusInfo,
    queries: ReadonlyMap<TableName, string>,
  ): Promise<WrittenTable[]> {
    const written: WrittenTable[] = [];
    await this.keepOrder(true);
    for (const [name, query] of queries) {
      written.push({
        name,
        ...(await writeSorted(this.connection, tableOf(name), query, join(folder, tableFile(name)))),
      });
    }
    await describeCorpus(folder, info, written);
    return written;
  }

  close(): void {
    this.connection.closeSync();
  }
}
