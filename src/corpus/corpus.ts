import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { messageOf, UserError } from "../errors.js";
import { checkColumns } from "./columns.js";
import { openDatabase, type QueryParameters, type QueryRow, queryRows, sqlText, streamRows } from "./duckdb.js";
import { type CorpusInfo, infoFile } from "./info.js";
import { type TableName, tableNames, tableOf } from "./schema.js";

/**
 * A corpus: the tables of one data set, open for queries. The only way for findings to see data.
 *
 * @example
 * const corpus = await Corpus.open("data/corpora/twin");
 * const rows = await corpus.rows("select count(*) as accounts from accounts"); // [{ accounts: 449 }]
 */
export class Corpus {
  private constructor(
    readonly folder: string,
    readonly info: CorpusInfo,
    private readonly connection: DuckDBConnection,
  ) {}

  /**
   * Opens a corpus folder and checks that every table is there with the declared columns. Values are checked by
   * `validateCorpus`.
   *
   * @param only tables to open; a query over another one fails. All if left out.
   * @throws UserError when the folder is no corpus, or a table is missing, unreadable or has other columns.
   */
  static async open(folder: string, only: readonly TableName[] = tableNames): Promise<Corpus> {
    const info = await readInfo(folder);
    const connection = await openDatabase();
    try {
      for (const name of only) await openTable(connection, folder, name);
      if (labelTables.every((name) => only.includes(name))) await connection.run(labelsInRoundAsOf);
    } catch (error) {
      connection.closeSync();
      throw error;
    }
    return new Corpus(folder, info, connection);
  }

  get name(): string {
    return this.info.name;
  }

  /**
   * Runs a query over the tables. Named parameters are written `$day`. Days and instants come back as ISO text.
   *
   * A query that returns more than one row must say its order.
   */
  async rows<T = QueryRow>(sql: string, parameters: QueryParameters = {}): Promise<T[]> {
    return (await queryRows(this.connection, sql, parameters)) as T[];
  }

  /** Runs a query that returns many rows, batch by batch. Text, whole numbers, times and null come as from `rows`. */
  async *stream<T = QueryRow>(sql: string): AsyncGenerator<T[]> {
    for await (const rows of streamRows(this.connection, sql)) yield rows as T[];
  }

  /** Number of rows of a table. */
  async count(table: TableName): Promise<number> {
    const [row] = await this.rows<{ n: number }>(`select count(*) as n from ${table}`);
    return row?.n ?? 0;
  }

  close(): void {
    this.connection.closeSync();
  }
}

const labelTables: TableName[] = ["labels", "accounts", "principals"];

/**
 * The labels of the latest round on or before a day. An account absent from that round has no row: it is not carried
 * forward from an earlier one. Rounds belong to a platform and a group, which are scraped by themselves.
 */
const labelsInRoundAsOf = `
  create macro labels_in_round_as_of(day) as table
    with seen as (
      select l.*, a.platform, coalesce(p.group, 'unlisted') as audited_group
      from labels l join accounts a using (account_id) left join principals p using (account_id)
      where l.round <= day)
    select account_id, round, label, verified
    from seen
    qualify round = max(round) over (partition by platform, audited_group)`;

async function readInfo(folder: string): Promise<CorpusInfo> {
  const path = join(folder, infoFile);
  const remedy = "make the corpus with `reproduce` or `import`";
  const text = await readFile(path, "utf8").catch(() => {
    throw new UserError(`not a corpus: "${folder}" has no ${infoFile}; ${remedy}`);
  });
  let described: Partial<CorpusInfo> | null;
  try {
    described = JSON.parse(text) as Partial<CorpusInfo> | null;
  } catch (error) {
    throw new UserError(`${path}: not JSON: ${messageOf(error)}; ${remedy}`);
  }
  const { name = basename(folder), title = name, description = "", basis, sources = [] } = described ?? {};
  const { seed, varied, study } = described ?? {};
  const listName = described?.listName ?? "audited accounts";
  if (basis !== "synthetic twin" && basis !== "real data") {
    throw new UserError(
      `${path}: basis is neither "synthetic twin" nor "real data": ${JSON.stringify(basis)}; ${remedy}`,
    );
  }
  return {
    ...{ name, title, description, basis, listName },
    ...(seed !== undefined && { seed }),
    ...(varied !== undefined && { varied }),
    ...(study !== undefined && { study }),
    sources,
  };
}

async function openTable(connection: DuckDBConnection, folder: string, name: TableName): Promise<void> {
  const path = join(folder, `${name}.parquet`);
  const present = existsSync(path);
  if (!present && tableOf(name).optional) return;
  if (!present) throw new UserError(`table is missing: ${path}; make the corpus again`);
  try {
    await connection.run(`create view ${name} as from read_parquet(${sqlText(path)})`);
  } catch (error) {
    const reason = messageOf(error).split("\n")[0];
    throw new UserError(`table cannot be read: ${path} (${reason}); make the corpus again`);
  }
  checkColumns(path, name, await queryRows(connection, `select column_name, column_type from (describe ${name})`));
}
