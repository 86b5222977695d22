import { copyFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError } from "../errors.js";
import { moveFile } from "../files/atomic.js";
import { explainingWrites } from "../files/file-error.js";
import { sha256File } from "../files/hash.js";
import { withPartial } from "../files/partial.js";
import { type DownloadProgress, download, type Fetch } from "./download.js";
import { externalFolder, locate, readSources, type Source, type SourceState, sourceOf, wrongHash } from "./sources.js";

/** What fetching one data set came to. */
export interface Fetched {
  source: Source;
  /** Where its file is, or would be. */
  path: string;
  /**
   * `present`: it was there and is right. `downloaded` and `copied`: it is there now, and right. `to convert`: it is public in another
   * format only, and `command` makes the file. `not in folder`: the folder given does not hold it.
   */
  outcome: "present" | "downloaded" | "copied" | "to convert" | "not in folder";
  /** The one command to run, for `to convert`. */
  command?: string;
}

export interface FetchOptions {
  /** Folder to take the files from instead of the network. */
  from?: string;
  /** Folder to put them in. */
  folder: string;
  /** Ids of the data sets wanted; all if left out. */
  only?: readonly string[];
  /** Registry to use instead of `data/external/sources.json`. */
  sources?: readonly Source[];
  /** Called as a download goes. */
  onProgress?: (source: Source, progress: DownloadProgress) => void;
  /** Called as each data set is done. */
  onFetched?: (fetched: Fetched) => void;
  /** Node's own if left out. */
  fetch?: Fetch;
}

/**
 * Puts the registered data sets into a folder, from the network or from another folder, and verifies each by its SHA-256. A file is
 * there whole and right, or not at all. What is already there is left alone.
 *
 * @throws UserError for an unknown id, a wrong hash, a folder that holds none of the files, or a failure of network or disk
 *
 * @example
 * await fetchSources({ folder: externalFolder(), onFetched: (fetched) => console.log(fetchedLine(fetched)) });
 */
export async function fetchSources(options: FetchOptions): Promise<Fetched[]> {
  const known = options.sources ?? readSources();
  const wanted = options.only ? options.only.map((id) => sourceOf(id, known)) : known;
  const from = options.from === undefined ? undefined : externalFolder(options.from);
  const all: Fetched[] = [];
  for (const source of wanted) {
    const fetched = from === undefined ? await fromNetwork(source, options) : await fromFolder(source, from, options);
    options.onFetched?.(fetched);
    all.push(fetched);
  }
  if (wanted.length > 0 && all.every(({ outcome }) => outcome === "not in folder")) {
    throw new UserError(
      `no data set in ${options.from}: expected ${wanted.map(({ id }) => id).join(", ")}; name its parent folder`,
    );
  }
  return all;
}

/** One line for a data set: `present: prc-diplomats/profiles_2022-04.csv`, and for one to convert the command. */
export function fetchedLine({ source, outcome, command }: Fetched): string {
  const line = `${outcome}: ${source.id}`;
  return command === undefined ? line : `${line}; it is public in another format only, run: ${command}`;
}

async function fromFolder(source: Source, from: string, { folder }: FetchOptions): Promise<Fetched> {
  const { path, state } = await locate(source, folder);
  if (state === "present") return { source, path, outcome: "present" };
  await refuseWrongFile(source, path, state);
  const found = await locate(source, from);
  if (found.state === "absent") return { source, path, outcome: "not in folder" };
  await refuseWrongFile(source, found.path, found.state);
  await explainingWrites(path, () =>
    withPartial(path, async (workshop) => {
      const copy = join(workshop, basename(path));
      await copyFile(found.path, copy);
      await refuseWrongHash(source, copy, "it changed while it was copied: try again");
      await moveFile(copy, path);
    }),
  );
  return { source, path, outcome: "copied" };
}

async function fromNetwork(source: Source, options: FetchOptions): Promise<Fetched> {
  const { path, state } = await locate(source, options.folder);
  if (state === "present") return { source, path, outcome: "present" };
  await refuseWrongFile(source, path, state);
  const { url, convert = "" } = source;
  if (url === undefined) {
    return { source, path, outcome: "to convert", command: convert.replace("{target}", () => shellQuoted(path)) };
  }
  // Named after the content, so that no attempt goes on from the start of another version.
  const partial = `${path}.${source.sha256.slice(0, 8)}.partial`;
  const onProgress = (progress: DownloadProgress) => options.onProgress?.(source, progress);
  await download({ url, partial, bytes: source.bytes, fetch: options.fetch ?? globalThis.fetch, onProgress });
  await refuseWrongHash(source, partial, `run \`data fetch\` again; if that does not help, ${url} has changed`);
  await moveFile(partial, path);
  return { source, path, outcome: "downloaded" };
}

/** A file that the user has is never replaced. */
async function refuseWrongFile(source: Source, path: string, state: SourceState): Promise<void> {
  if (state === "wrong hash") throw wrongHash(source, await sha256File(path), `remove ${path}, or restore it`);
}

/** Removes a file that we made if it is not the right one. */
async function refuseWrongHash(source: Source, path: string, remedy: string): Promise<void> {
  const found = await sha256File(path);
  if (found === source.sha256) return;
  await rm(path);
  throw wrongHash(source, found, remedy);
}

function shellQuoted(path: string): string {
  return /^[\w./:-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
