import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomically } from "../files/atomic.js";
import type { KeyParts } from "./cache-key.js";

/** What is remembered of a step's last run. */
export interface CacheRecord {
  parts: KeyParts;
  /** Outputs with the SHA-256 they had. */
  outputs: Record<string, string>;
}

/** Where the records of a run's root are kept, unless told otherwise: one JSON file a step. */
export function defaultCacheFolder(root: string): string {
  return join(root, ".cache", "steps");
}

/** The record of a step's last run; nothing if there is none, or none that can be read. */
export async function readRecord(cacheFolder: string, step: string): Promise<CacheRecord | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(recordPath(cacheFolder, step), "utf8"));
    return isRecord(found) ? found : undefined;
  } catch {
    return undefined; // the step runs again, which is always right
  }
}

export async function writeRecord(cacheFolder: string, step: string, record: CacheRecord): Promise<void> {
  await writeFileAtomically(recordPath(cacheFolder, step), `${JSON.stringify(record, null, 1)}\n`);
}

function recordPath(cacheFolder: string, step: string): string {
  return join(cacheFolder, `${step}.json`);
}

function isRecord(found: unknown): found is CacheRecord {
  if (!isObject(found) || !isObject(found.parts) || !isObject(found.outputs)) return false;
  const { code, packages, inputs, results, settings } = found.parts;
  return [code, packages, inputs, results, settings].every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
