import type { DataFrame, Series } from "danfojs-node";
import type { Corpus } from "../../corpus/corpus.js";

/**
 * Tools of the second opinions: headline numbers recomputed from the raw tables by an independent path. danfojs-node
 * joins, filters and counts, and no query of the findings is used.
 */

/** Loaded only when asked for: it takes over a second. */
export async function danfo() {
  return (await import("danfojs-node")).default as unknown as typeof import("danfojs-node");
}

/**
 * Columns of a table as a data frame, rows in the table's order. Empty values become empty text, because danfojs counts
 * null as a value.
 */
export async function dataFrame(corpus: Corpus, table: string, columns: readonly string[]): Promise<DataFrame> {
  const { DataFrame } = await danfo();
  const names = columns.map((column) => `"${column}"`).join(", ");
  const rows = await corpus.rows(`select ${names} from ${table} order by all`);
  return new DataFrame(
    rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? ""]))),
    { columns: [...columns] },
  );
}

/** The principals with the columns of their accounts. */
export async function principalFrame(corpus: Corpus): Promise<DataFrame> {
  const { merge } = await danfo();
  const audited = "(from accounts semi join principals using (account_id))";
  const principals = await dataFrame(corpus, "principals", ["account_id", "group", "posted_in_window"]);
  const accounts = await dataFrame(corpus, audited, ["account_id", "platform", "created_at"]);
  return merge({ left: principals, right: accounts, on: ["account_id"], how: "inner" });
}

/** Whether each value of a column holds. */
export function test(frame: DataFrame, column: string, holds: (text: string) => boolean): Series {
  return frame.column(column).map(holds) as Series;
}

export function isDiplomatOnTwitter(frame: DataFrame): Series {
  const isDiplomat = test(frame, "group", (group) => group === "diplomat");
  return isDiplomat.and(test(frame, "platform", (platform) => platform === "twitter"));
}

/** Days as numbers, because danfojs compares only numbers by size; an empty day is later than any. */
export function dayNumbers(frame: DataFrame, column: string): Series {
  return frame
    .column(column)
    .map((text: string) => (text === "" ? Number.MAX_SAFE_INTEGER : dayNumber(text))) as Series;
}

export function dayNumber(instantOrDay: string): number {
  return Number(instantOrDay.slice(0, 10).replaceAll("-", ""));
}

export function trueIn(series: Series): number {
  return (series.values as boolean[]).filter(Boolean).length;
}
