import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Corpus } from "../../../src/corpus/corpus.js";
import type { TableName } from "../../../src/corpus/schema.js";
import { type Validation, validateCorpus } from "../../../src/corpus/validate.js";
import { type ImportOptions, importRaw } from "../../../src/import/raw/import-raw.js";
import { findInputs } from "../../../src/import/raw/inputs.js";
import type { FileReconciliation } from "../../../src/import/raw/reconciliation.js";
import { parseStudyFile, type StudyFile } from "../../../src/study/study-file.js";
import { temporaryFolder } from "../../temporary-folder.js";

export type Rows = Record<string, string | number | boolean | null>[];

/** A corpus that was imported from a few raw files. */
export interface Imported {
  folder: string;
  reconciled: FileReconciliation[];
  rejects: { file: string; line: number | null; byte: number | null; reason: string; remedy: string }[];
  tables: Record<TableName, Rows>;
  validation: Validation;
}

export const design = {
  name: "small",
  title: "A small study",
  postingWindow: { from: "2020-06-09", to: "2021-02-23" },
  amplificationWindow: { from: "2020-06-09", to: "2021-01-31" },
  weekStart: "sunday",
  labelDay: "2021-03-01",
  statusDays: ["2021-03-01", "2021-05-05"],
  earlyBefore: "2019-01-01",
  growthDay: "2021-02-23",
  focusCountry: "GB",
  busiestRetweeterUntil: "2020-09-10",
};

/** A diplomat and a medium on Twitter, and an embassy on Facebook. */
export const principals = [
  { platform: "twitter", id: "100", handle: "Embassy_X", group: "diplomat", category: "embassy", country: "GB" },
  { platform: "twitter", id: "101", handle: "outlet_y", group: "state_media", category: "media", language: "en" },
  { platform: "facebook", id: "900", handle: "embassy.x", group: "diplomat", category: "embassy", country: "GB" },
];

export function smallStudy(changed: Record<string, unknown> = {}): StudyFile {
  return parseStudyFile(JSON.stringify({ ...design, principals, ...changed }), "study.json");
}

/** Writes raw files; a name that ends in .gz is packed. Objects and lists become lines of JSON. */
export async function rawFiles(files: Record<string, string | Buffer | unknown[]>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const text = Array.isArray(content) ? `${content.map((one) => JSON.stringify(one)).join("\n")}\n` : content;
    await writeFile(path, name.endsWith(".gz") ? gzipSync(text) : text);
  }
  return folder;
}

/** Imports raw files and reads the whole corpus. */
export async function imported(
  files: Record<string, string | Buffer | unknown[]>,
  options: Partial<ImportOptions> = {},
  inputs: string[] = [],
): Promise<Imported> {
  const raw = await rawFiles(files);
  const folder = join(await temporaryFolder(), "corpus");
  const named = inputs.map((input) => input.replace("RAW", raw));
  const found = await findInputs(named.length > 0 ? named : [raw], undefined, "");
  const reconciled = await importRaw(found, { study: smallStudy(), out: folder, ...options });
  return { folder, reconciled, ...(await contentOf(folder)) };
}

/** Everything in an imported corpus. */
export async function contentOf(folder: string): Promise<Pick<Imported, "rejects" | "tables" | "validation">> {
  const corpus = await Corpus.open(folder);
  try {
    const tables = {} as Record<TableName, Rows>;
    for (const name of ["accounts", "principals", "posts", "amplifications", "labels", "statuses"] as const) {
      tables[name] = await corpus.rows(`from ${name} order by all`);
    }
    tables.activity = await corpus.rows("from activity order by all").catch(() => []);
    const lines = (await readFile(join(folder, "rejects.jsonl"), "utf8")).split("\n").filter((line) => line !== "");
    return { tables, rejects: lines.map((line) => JSON.parse(line)), validation: await validateCorpus(corpus) };
  } finally {
    corpus.close();
  }
}

/** The counts of an import, over all files. */
export function counted(reconciled: readonly FileReconciliation[]) {
  const sum = (name: "rows" | "kept" | "merged" | "rejected") =>
    reconciled.reduce((total, one) => total + one[name], 0);
  return { rows: sum("rows"), kept: sum("kept"), merged: sum("merged"), rejected: sum("rejected") };
}
