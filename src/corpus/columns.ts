import { UserError } from "../errors.js";
import type { QueryRow } from "./duckdb.js";
import type { FieldKind } from "./field.js";
import { type TableName, tableOf } from "./schema.js";

const accepted: Record<FieldKind, readonly string[]> = {
  id: ["VARCHAR"],
  text: ["VARCHAR"],
  integer: ["BIGINT", "INTEGER", "SMALLINT", "TINYINT", "UINTEGER"],
  boolean: ["BOOLEAN"],
  instant: ["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS"],
  day: ["DATE"],
};

/**
 * Checks a table's columns and their types against the declaration. Further columns are allowed and ignored.
 *
 * @throws UserError for a missing column or one of another type.
 */
export function checkColumns(path: string, name: TableName, described: QueryRow[]): void {
  const types = new Map(described.map((column) => [String(column.column_name), String(column.column_type)]));
  for (const [column, field] of Object.entries(tableOf(name).fields)) {
    const type = types.get(column);
    if (type === undefined) {
      throw new UserError(`${path}: column is missing: "${column}"; found ${[...types.keys()].join(", ")}`);
    }
    if (!accepted[field.kind].includes(type)) {
      throw new UserError(`${path}: column "${column}" has type ${type}; it must be ${accepted[field.kind][0]}`);
    }
  }
}
