import { readFileSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { messageOf, UserError } from "../errors.js";
import { sha256File } from "../files/hash.js";
import { projectPath } from "../files/project.js";

/** A public data set that the project reads and does not hold: an entry of `data/external/sources.json`. */
export interface Source {
  /** Its path inside the folder of external data, with `/`. */
  id: string;
  title: string;
  description: string;
  /** Address of the repository it is public in. */
  repository: string;
  /** Commit of that repository, 40 hexadecimal digits. */
  commit: string;
  /** Its path inside that repository. */
  path: string;
  /** Where the very file can be downloaded. Missing for a set that is public in another format only. */
  url?: string;
  /** The one command that writes the file from the format it is public in; `{target}` stands for its path. */
  convert?: string;
  sha256: string;
  bytes: number;
  licence: string;
  citation: string;
  /** What it holds about people, and what the project takes of that. */
  personalData: string;
}

/** Whether a source's file is there, with the registered content. */
export type SourceState = "present" | "absent" | "wrong hash";

/** The environment variable that names a folder of external data to use instead of `data/external`. */
export const externalVariable = "AMPLIFICATION_AUDIT_EXTERNAL";

/**
 * The registered public data sets, sorted by id.
 *
 * @throws UserError if the registry is damaged, with the entry and the field
 *
 * @example
 * readSources().map(({ id }) => id)[1]; // "prc-diplomats/accounts_2021-07-05.csv"
 */
export function readSources(registry: string = projectPath("data", "external", "sources.json")): Source[] {
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(registry, "utf8"));
  } catch (error) {
    throw new UserError(`cannot read: ${registry} (${messageOf(error)}); restore it`);
  }
  if (!Array.isArray(entries)) throw new UserError(`${registry}: not a list of data sets; restore it`);
  const sources = entries.map((entry: unknown, index) => checkedSource(registry, entry, index));
  const twice = sources.find(({ id }, index) => sources.findIndex((other) => other.id === id) < index);
  if (twice) throw new UserError(`${registry}: duplicate id: "${twice.id}"; keep one entry`);
  return sources.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The registered source of that id. @throws UserError for an unknown id, naming those there are */
export function sourceOf(id: string, sources: readonly Source[] = readSources()): Source {
  const found = sources.find((source) => source.id === id);
  if (found) return found;
  throw new UserError(`unknown data set: "${id}"; known: ${sources.map((source) => source.id).join(", ")}`);
}

/**
 * The folder of external data: the one given, else the one that AMPLIFICATION_AUDIT_EXTERNAL names, else `data/external`.
 *
 * @throws UserError if the folder given or named is not there
 */
export function externalFolder(from?: string): string {
  const named = from ?? (process.env[externalVariable] || undefined);
  if (named === undefined) return projectPath("data", "external");
  if (statSync(named, { throwIfNoEntry: false })?.isDirectory()) return resolve(named);
  const origin = from === undefined ? externalVariable : "--from";
  throw new UserError(`not a folder: ${named}; give ${origin} a folder that holds the data sets`);
}

/**
 * Where a source's file is expected in a folder of external data, and whether it is there with the registered content.
 *
 * @throws UserError if a file is there but cannot be read
 */
export async function locate(source: Source, folder: string): Promise<{ path: string; state: SourceState }> {
  const path = join(folder, source.id);
  const found = await stat(path).catch(() => undefined);
  if (!found) return { path, state: "absent" };
  const isRight = found.size === source.bytes && (await sha256File(path)) === source.sha256;
  return { path, state: isRight ? "present" : "wrong hash" };
}

/** The refusal of a file whose content is not the registered one. */
export function wrongHash({ id, sha256 }: Source, found: string, remedy: string): UserError {
  return new UserError(`wrong hash: ${id} is ${found}, expected ${sha256}; ${remedy}`);
}

const fieldPatterns: Record<Exclude<keyof Source, "bytes" | "url" | "convert">, RegExp> = {
  id: /^[a-z0-9-]+(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/,
  title: /\S/,
  description: /\S/,
  repository: /^https:\/\//,
  commit: /^[0-9a-f]{40}$/,
  path: /\S/,
  sha256: /^[0-9a-f]{64}$/,
  licence: /\S/,
  citation: /\S/,
  personalData: /\S/,
};

function checkedSource(registry: string, entry: unknown, index: number): Source {
  const source = (entry ?? {}) as Record<string, unknown>;
  const refuse = (field: string, value: unknown, remedy = "restore the registry") => {
    const name = typeof source.id === "string" ? source.id : `entry ${index + 1}`;
    throw new UserError(`${registry}: ${name}: bad ${field}: ${JSON.stringify(value)}; ${remedy}`);
  };
  for (const [field, pattern] of Object.entries(fieldPatterns)) {
    const value = source[field];
    if (typeof value !== "string" || !pattern.test(value)) refuse(field, value);
  }
  if (!Number.isSafeInteger(source.bytes)) refuse("bytes", source.bytes);
  const { url, convert } = source;
  const isDirect = typeof url === "string" && url.startsWith("https://") && convert === undefined;
  const isConverted = typeof convert === "string" && convert.includes("{target}") && url === undefined;
  if (!isDirect && !isConverted) refuse("url", url, "give either url or convert");
  return source as unknown as Source;
}
