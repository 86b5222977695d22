import { basename } from "node:path";
import type { Corpus } from "./corpus.js";
import { sqlText } from "./duckdb.js";
import type { Field } from "./field.js";
import { type TableName, tableNames, tableOf } from "./schema.js";

/** A value that breaks a rule of the schema. */
export interface Violation {
  file: string;
  /** Row in the file, from 1. */
  row: number;
  column: string;
  value: string;
  rule: string;
}

/** What validation found: the first violations, and how many there are in all. */
export interface Validation {
  violations: Violation[];
  total: number;
}

/** A condition under which a row breaks a rule, in SQL over the columns of the table. */
interface Rule {
  column: string;
  rule: string;
  broken: string;
}

/**
 * Checks every value of a corpus against the schema: required values, allowed values, minima, patterns, calendar order,
 * unique primary keys and references between tables.
 *
 * Costs one scan of each table for each rule.
 *
 * @example
 * const { violations, total } = await validateCorpus(corpus, 20);
 */
export async function validateCorpus(corpus: Corpus, limit = 20): Promise<Validation> {
  const found: Validation = { violations: [], total: 0 };
  for (const table of tableNames) {
    if (!(await isPresent(corpus, table))) continue;
    for (const rule of rulesOf(table)) await applyRule(corpus, table, rule, limit, found);
  }
  return found;
}

/** One line for a violation: `labels.parquet:17:round: value is missing: NULL`. */
export function violationText({ file, row, column, rule, value }: Violation): string {
  return `${file}:${row}:${column}: ${rule}: ${value}`;
}

async function isPresent(corpus: Corpus, table: TableName): Promise<boolean> {
  const rows = await corpus.rows("select 1 from duckdb_views() where view_name = $table", { table });
  return rows.length > 0;
}

async function applyRule(
  corpus: Corpus,
  table: TableName,
  { column, rule, broken }: Rule,
  limit: number,
  found: Validation,
): Promise<void> {
  const file = `${table}.parquet`;
  const rows = await corpus.rows<{ row: number; value: string; total: number }>(
    `select file_row_number + 1 as row, coalesce('"' || "${column}"::varchar || '"', 'empty') as value,
            count(*) over () as total
     from read_parquet(${sqlText(`${corpus.folder}/${file}`)}, file_row_number = true) t
     where ${broken} order by row limit ${limit}`,
  );
  found.total += rows[0]?.total ?? 0;
  for (const { row, value } of rows.slice(0, limit - found.violations.length)) {
    found.violations.push({ file: `${basename(corpus.folder)}/${file}`, row, column, value, rule });
  }
}

function rulesOf(name: TableName): Rule[] {
  const { fields, primaryKey, references } = tableOf(name);
  const rules = Object.entries(fields).flatMap(([column, field]) => fieldRules(column, field));
  const key = primaryKey.map((column) => `"${column}"`).join(", ");
  const first = primaryKey[0] ?? "";
  rules.push({
    column: first,
    rule: `duplicate ${primaryKey.join(" and ")}`,
    broken: `(${key}) in (select (${key}) from ${name} group by all having count(*) > 1)`,
  });
  for (const [column, target] of Object.entries(references)) {
    const rule = `not in ${target}`;
    rules.push({ column, rule, broken: `"${column}" not in (select account_id from ${target})` });
  }
  return rules;
}

function fieldRules(column: string, field: Field): Rule[] {
  const rules: Rule[] = [];
  const quoted = `"${column}"`;
  if (!field.optional) rules.push({ column, rule: "value is missing", broken: `${quoted} is null` });
  if (field.kind === "id") rules.push({ column, rule: "id is empty", broken: `trim(${quoted}) = ''` });
  if (field.enum) {
    const allowed = field.enum.map(sqlText).join(", ");
    rules.push({ column, rule: `not one of ${field.enum.join(", ")}`, broken: `${quoted} not in (${allowed})` });
  }
  if (field.minimum !== undefined) {
    const minimum = typeof field.minimum === "number" ? String(field.minimum) : instantOrDay(field);
    rules.push({ column, rule: `before or below ${field.minimum}`, broken: `${quoted} < ${minimum}` });
  }
  if (field.pattern) {
    const broken = `not regexp_full_match(${quoted}, ${sqlText(field.pattern)})`;
    rules.push({ column, rule: `does not match ${field.pattern}`, broken });
  }
  return rules;
}

function instantOrDay(field: Field): string {
  const text = String(field.minimum).replace("T", " ").replace("Z", "");
  return `${field.kind === "day" ? "date" : "timestamp"} ${sqlText(text)}`;
}
