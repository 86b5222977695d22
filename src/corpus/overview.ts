import type { Corpus } from "./corpus.js";
import { tableNames, tableOf } from "./schema.js";

/** A table of a corpus at a glance. */
export interface TableOverview {
  table: string;
  rows: number;
  holds: string;
}

/**
 * The tables of a corpus with their numbers of rows.
 *
 * @example
 * show(await corpusOverview(corpus));
 */
export async function corpusOverview(corpus: Corpus): Promise<TableOverview[]> {
  const overview: TableOverview[] = [];
  for (const table of tableNames.filter((name) => !tableOf(name).optional)) {
    overview.push({ table, rows: await corpus.count(table), holds: tableOf(table).description });
  }
  return overview;
}
