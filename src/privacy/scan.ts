import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import { UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import { filesIn } from "../files/tree.js";
import { scanTables } from "./scan-tables.js";
import { type Allowed, findKnown, findTraces, type Trace } from "./traces.js";

/** A trace, and where it stands. The value is cut, so that the report does not spread what it found. */
export interface FoundTrace {
  /** `FILE:LINE:COLUMN`, or `FILE:COLUMN` of a table. */
  place: string;
  kind: Trace["kind"];
  /** First characters of what was found, the rest as dots. */
  shown: string;
}

export interface ScanResult {
  found: FoundTrace[];
  /** Files that were read. */
  files: number;
  /** Pictures and the like, which are drawn from files that are read. */
  passedOver: number;
}

export interface ScanOptions {
  allowed?: Allowed;
  /** Handles and ids that must not occur in any form. */
  known?: ReadonlySet<string>;
}

const textFiles =
  /\.(?:ipynb|svg|csv|tsv|json|jsonl|ndjson|html?|md|txt|tex|xml|gexf|graphml|js|mjs|ts|yaml|yml|log|sha256)$/i;
/** Notebooks carry pictures as base64, in which chance makes anything. */
const pictures = /"image\/(?:png|jpeg)": ?"[A-Za-z0-9+/=\\n]*"/g;

/**
 * Looks through outputs for what could lead to a person: handles, ids, e-mail addresses and links, except those of principals.
 *
 * Reads text and the tables of corpora. Figures are read as SVG and source data; their PDF and PNG are drawn from the same.
 *
 * @throws UserError if a path cannot be read
 */
export async function scanPrivacy(
  paths: readonly string[],
  { allowed = new Set(), known = new Set() }: ScanOptions = {},
): Promise<ScanResult> {
  const result: ScanResult = { found: [], files: 0, passedOver: 0 };
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      if (file.endsWith(".parquet")) continue; // read with the corpus that they are part of
      if (!textFiles.test(file)) result.passedOver += 1;
      else {
        result.files += 1;
        const text = await explainingReads(file, () => readFile(file, "utf8"));
        result.found.push(...tracesIn(file, text, allowed, known));
      }
    }
    for (const folder of await corporaAt(path)) {
      const corpus = await Corpus.open(folder);
      try {
        result.found.push(...(await scanTables(corpus, allowed, known)));
        result.files += 1;
      } finally {
        corpus.close();
      }
    }
  }
  return result;
}

function* tracesIn(file: string, text: string, allowed: Allowed, known: ReadonlySet<string>): Generator<FoundTrace> {
  const read = text.replace(pictures, (picture) => " ".repeat(picture.length));
  for (const { kind, value, at } of [...findTraces(read, allowed), ...findKnown(read, known)]) {
    const before = read.slice(0, at);
    const line = before.split("\n").length;
    yield { place: `${file}:${line}:${at - before.lastIndexOf("\n")}`, kind, shown: shortened(value) };
  }
}

/** `so.......` of `something`. */
export function shortened(value: string): string {
  return `${value.slice(0, 2)}${".".repeat(Math.min(8, Math.max(0, value.length - 2)))}`;
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UserError(`cannot read: ${path} (no such file); name files or folders of outputs`);
  if (!found.isDirectory()) return [path];
  return (await filesIn(path)).filter((file) => !file.includes("node_modules/")).map((file) => join(path, file));
}

async function corporaAt(path: string): Promise<string[]> {
  const files = (await stat(path)).isDirectory() ? await filesIn(path) : [];
  const folders = files
    .filter((file) => file === infoFile || file.endsWith(`/${infoFile}`))
    .map((file) => join(path, file, ".."));
  return folders.filter((folder) => existsSync(join(folder, "accounts.parquet")));
}
