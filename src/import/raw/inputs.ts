import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { UserError } from "../../errors.js";
import { explainingReads } from "../../files/file-error.js";
import type { Format } from "../formats/format.js";
import { formatNamed, isFormatName } from "../formats/formats.js";
import { isServer } from "./postgres.js";

/** What a call names: a file, with the format if it says one, or a server. */
export type Input = { path: string; label: string; named: Format | undefined } | { server: string };

/**
 * The raw files of a call: files, every file below the folders, and servers; each once, in order of name. `FORMAT:PATH` says what one is.
 *
 * @param format what all are that say nothing else
 * @param study path of the study file, which is none of them
 */
export async function findInputs(
  given: readonly string[],
  format: Format | undefined,
  study: string,
): Promise<Input[]> {
  const servers = given.filter(isServer).map((server) => ({ server }));
  const studyPath = await realpath(study).catch(() => study);
  const found = new Map<string, Format | undefined>();
  for (const text of given.filter((one) => !isServer(one))) {
    const { path, named } = splitInput(text, format);
    for (const file of await filesAt(path, [])) if (file !== studyPath) found.set(file, found.get(file) ?? named);
  }
  if (found.size + servers.length === 0)
    throw new UserError(`nothing to import: ${given.join(", ")}; name files with raw data`);
  const paths = [...found.keys()].sort();
  const base = commonFolder(paths);
  const files = paths.map((path) => ({ path, label: labelOf(base, path), named: found.get(path) }));
  return [...files, ...servers];
}

function splitInput(text: string, format: Format | undefined): { path: string; named: Format | undefined } {
  const [name = "", ...rest] = text.split(":");
  if (rest.length === 0 || !isFormatName(name)) return { path: text, named: format };
  return { path: rest.join(":"), named: formatNamed(name) };
}

/** The file, or every file below the folder except hidden ones. A link back to a folder above leads nowhere new. */
async function filesAt(path: string, above: readonly string[]): Promise<string[]> {
  const real = await explainingReads(path, () => realpath(path));
  if (above.includes(real)) return [];
  const found = await stat(real);
  if (found.isFile()) return [real];
  if (!found.isDirectory()) throw new UserError(`neither a file nor a folder: ${path}; write its content to a file`);
  const names = await explainingReads(path, () => readdir(real));
  const shown = names.filter((name) => !name.startsWith("."));
  const below = await Promise.all(shown.map((name) => filesAt(join(real, name), [...above, real])));
  return below.flat();
}

function commonFolder(paths: readonly string[]): string {
  const [first = "", ...others] = paths.map(dirname);
  let folder = first;
  while (
    others.some((other) => other !== folder && !other.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`))
  ) {
    folder = dirname(folder);
  }
  return folder;
}

function labelOf(base: string, path: string): string {
  return relative(base, path).split(sep).join("/") || basename(path);
}
