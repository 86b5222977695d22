import type { Field } from "./field.js";
import type { CorpusInfo } from "./info.js";
import { type TableName, tableOf } from "./schema.js";

const frictionlessTypes = {
  id: "string",
  text: "string",
  integer: "integer",
  boolean: "boolean",
  instant: "datetime",
  day: "date",
} as const;

/** The facts about one written table that go into the data package. */
export interface WrittenTable {
  name: TableName;
  rows: number;
  bytes: number;
  sha256: string;
}

/** A Frictionless field descriptor. */
export interface FieldDescriptor {
  name: string;
  type: (typeof frictionlessTypes)[keyof typeof frictionlessTypes];
  description: string;
  constraints: { required: boolean; enum?: readonly string[]; minimum?: number | string; pattern?: string };
}

/** A Frictionless Table Schema (specs.frictionlessdata.io/table-schema). */
export interface TableSchema {
  fields: FieldDescriptor[];
  primaryKey: readonly string[];
  foreignKeys: { fields: string[]; reference: { resource: string; fields: string[] } }[];
}

/**
 * The Frictionless Table Schema of a table.
 *
 * @example
 * tableSchema("labels").primaryKey; // ["account_id", "round"]
 */
export function tableSchema(name: TableName): TableSchema {
  const table = tableOf(name);
  return {
    fields: Object.entries(table.fields).map(([column, field]) => fieldDescriptor(column, field)),
    primaryKey: table.primaryKey,
    foreignKeys: Object.entries(table.references).map(([column, resource]) => ({
      fields: [column],
      reference: { resource, fields: ["account_id"] },
    })),
  };
}

function fieldDescriptor(name: string, field: Field): FieldDescriptor {
  const { kind, description, optional, ...constraints } = field;
  return { name, type: frictionlessTypes[kind], description, constraints: { required: !optional, ...constraints } };
}

/** A resource of a data package: where a table lies and what it holds. */
export function tableResource(name: TableName, path: string, written?: WrittenTable) {
  return {
    name,
    path,
    description: tableOf(name).description,
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    ...(written && { bytes: written.bytes, hash: `sha256:${written.sha256}`, rows: written.rows }),
    schema: tableSchema(name),
  };
}

/** The `datapackage.json` of a corpus folder: what the corpus is, and every table with its hash, rows and schema. */
export function corpusPackage(info: CorpusInfo, written: WrittenTable[]) {
  return {
    profile: "data-package",
    ...info,
    resources: written.map((table) => tableResource(table.name, `${table.name}.parquet`, table)),
  };
}

export type CorpusPackage = ReturnType<typeof corpusPackage>;
