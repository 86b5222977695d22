import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { explainingReads } from "../files/file-error.js";
import { sha256File } from "../files/hash.js";

/** Whether a file of the figures' folder is locked. The PDF and PNG follow from the SVG. */
export function isLocked(name: string): boolean {
  return name.endsWith(".svg") || name.endsWith("-source-data.csv");
}

/**
 * SHA-256 of each SVG and each source-data file in a folder, by file name in order.
 *
 * @throws UserError if the folder cannot be read
 */
export async function figuresLock(folder: string): Promise<Record<string, string>> {
  const names = await explainingReads(folder, () => readdir(folder));
  const locked = names.filter(isLocked).sort();
  const hashes: Record<string, string> = {};
  for (const name of locked) hashes[name] = await sha256File(join(folder, name));
  return hashes;
}

/** The text of `figures.lock.json`. */
export function serialiseLock(lock: Record<string, string>): string {
  const sorted = Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
