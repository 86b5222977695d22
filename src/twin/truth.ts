import { required } from "../corpus/field.js";
import type { Table } from "../corpus/schema.js";
import { writeTableFile } from "../corpus/table-file.js";
import type { Twin } from "./make-twin.js";
import { idsOf } from "./write-twin.js";

/** The planted accounts. An account that is not in it is ordinary. It lies outside the corpus: only an evaluation reads it. */
export const truthTable: Table = {
  description: "What was planted: one row an account of the network or of a group that only looks like one.",
  primaryKey: ["account_id"],
  references: {},
  optional: false,
  fields: {
    account_id: required("id", "Account id as in the corpus"),
    group: required("text", "network, or the name of an innocent group"),
    traces: required("text", "Traces that were planted on the account, separated by commas; empty for none"),
  },
};

/** Writes the truth about a twin's accounts as a Parquet file. */
export async function writeTruth(path: string, twin: Twin): Promise<void> {
  const ids = idsOf(twin);
  const rows = [...twin.amplifiers.planted].map(([amplifier, { group, traces }]) => {
    return [ids[amplifier] as string, group, traces.join(",")];
  });
  await writeTableFile(path, truthTable, rows);
}
