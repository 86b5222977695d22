import type { Corpus } from "../corpus/corpus.js";
import { type TableName, tableNames, tableOf } from "../corpus/schema.js";
import { type FoundTrace, shortened } from "./scan.js";
import { type Allowed, findKnown, findTraces } from "./traces.js";

/** Enough to show that a corpus is not clean. */
const most = 200;
const suspicious = "[@\\x{FF20}]|https?://|\\d{7}|(twitter|facebook)\\.com|t\\.co/";

/**
 * Looks through the tables of a corpus: ids of anybody but the principals and their posts must be labels, and texts must not point to
 * anybody.
 */
export async function scanTables(corpus: Corpus, allowed: Allowed, known: ReadonlySet<string>): Promise<FoundTrace[]> {
  const principals = new Set([...allowed, ...(await principalsOf(corpus))]);
  const found: FoundTrace[] = [];
  for (const name of tableNames) {
    if (!(await isThere(corpus, name))) continue;
    for (const [column, { kind, enum: values }] of Object.entries(tableOf(name).fields)) {
      if (values || (kind !== "id" && kind !== "text")) continue;
      const rows = kind === "id" ? await idsOf(corpus, name, column) : await textsOf(corpus, name, column);
      const place = `${corpus.folder}/${name}.parquet:${column}`;
      for (const { value } of rows) {
        const traces = kind === "id" ? [{ kind: "id" as const, value }] : findTraces(value, principals);
        for (const trace of [...traces, ...findKnown(value, known)]) {
          found.push({ place, kind: trace.kind, shown: shortened(trace.value) });
        }
      }
    }
  }
  return found;
}

/** Their ids, handles and posts. */
async function principalsOf(corpus: Corpus): Promise<string[]> {
  const rows = await corpus.rows<{ value: string }>(
    "select unnest([account_id, lower(handle)]) as value from accounts semi join principals using (account_id) order by all",
  );
  return rows.map(({ value }) => value);
}

async function isThere(corpus: Corpus, table: TableName): Promise<boolean> {
  const rows = await corpus.rows("select 1 from duckdb_views() where view_name = $table", { table });
  return rows.length > 0;
}

/** Ids in clear that are neither a principal's nor that of a principal's post, which an amplification may point to. */
function idsOf(corpus: Corpus, table: TableName, column: string): Promise<{ value: string }[]> {
  const isPost = column === "post_id" || column === "target_post_id";
  const ofPrincipal = table === "amplifications" && isPost ? "or principal_id is not null" : "";
  const own = table === "posts" && column === "post_id" ? "or true" : "";
  return corpus.rows(
    `select distinct "${column}" as value from ${table}
     where regexp_full_match("${column}", '\\d{4,20}|@[A-Za-z0-9_]{1,15}') and not (
       "${column}" in (select account_id from principals) or "${column}" in (select post_id from posts) ${ofPrincipal} ${own})
     order by 1 limit ${most}`,
  );
}

function textsOf(corpus: Corpus, table: TableName, column: string): Promise<{ value: string }[]> {
  return corpus.rows(
    `select distinct "${column}" as value from ${table} where regexp_matches("${column}", '${suspicious}') order by 1 limit 5000`,
  );
}
