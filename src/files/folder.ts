import { mkdir, readdir, readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { UserError } from "../errors.js";
import { explainingWrites } from "./file-error.js";
import { abandonedPartials, closePartial, openPartial, removeAbandonedPartials } from "./partial.js";
import { linkTree, pruneTree } from "./tree.js";

/** The file that says which command wrote a folder, and so may replace it. */
export const markerName = ".amplification-audit.json";

export interface FolderOptions {
  /**
   * Start from what an earlier run of the command wrote there, or from what a killed run of it had already made, instead of from an
   * empty folder. The files are hard links where the disk allows: replace them by renaming, never change them in place.
   */
  seed?: boolean;
  /** With `seed`: whether a file (its path inside the folder, with `/`) still belongs. The others are dropped at the end. */
  belongs?: (file: string) => boolean;
}

/**
 * Builds a folder beside its destination and then puts it there in place of what the same command wrote before, so that readers never
 * see it half written. If `build` fails, the destination keeps what it had.
 *
 * @param command the command line's name for what writes the folder: `reproduce`
 * @param build fills the folder it is given
 * @throws UserError if the destination is a file, or a folder with something in it that `command` did not write, or is not writable
 *
 * @example
 * await replaceFolder("out", "import", async (stage) => writeFile(join(stage, "posts.csv"), csv));
 */
export async function replaceFolder<T>(
  folder: string,
  command: string,
  build: (stage: string) => Promise<T>,
  options: FolderOptions = {},
): Promise<T> {
  const destination = await realpath(folder).catch(() => resolve(folder));
  await putBack(destination);
  await refuseForeignFolder(folder, destination, command);
  const workshop = await explainingWrites(folder, () => openPartial(destination));
  try {
    const stage = join(workshop, "new");
    if (options.seed) await seedStage(stage, destination, command);
    await removeAbandonedPartials(destination);
    await mkdir(stage, { recursive: true });
    await writeMarker(stage, command);
    const result = await build(stage);
    const { belongs } = options;
    if (options.seed && belongs) await pruneTree(stage, (file) => file === markerName || belongs(file));
    await explainingWrites(folder, () => swap(stage, destination, workshop));
    return result;
  } finally {
    await closePartial(workshop);
  }
}

/** A run that was killed between the two renames of a swap left no folder: put the old one back. */
async function putBack(destination: string): Promise<void> {
  if (await exists(destination)) return;
  for (const workshop of await abandonedPartials(destination)) {
    const old = join(workshop, "old");
    if (await exists(old)) return rename(old, destination);
  }
}

async function refuseForeignFolder(folder: string, destination: string, command: string): Promise<void> {
  const found = await stat(destination).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory()) throw new UserError(`not a folder: ${folder}; choose a folder`);
  const isEmpty = (await readdir(destination)).length === 0;
  if (!isEmpty && (await commandThatWrote(destination)) !== command) {
    throw new UserError(
      `not an empty folder: ${folder}; choose an empty folder, or one that an earlier \`${command}\` wrote`,
    );
  }
  if (!relative(destination, process.cwd()).startsWith("..")) {
    throw new UserError(
      `cannot replace the folder you are in: ${folder}; go to the folder above it, or choose another`,
    );
  }
}

/** Takes over what a killed run of the command had made, or else a copy of what is there. */
async function seedStage(stage: string, destination: string, command: string): Promise<void> {
  for (const workshop of await abandonedPartials(destination)) {
    const left = join(workshop, "new");
    if ((await commandThatWrote(left)) === command) {
      await rename(left, stage);
      return;
    }
  }
  if (await exists(destination)) await linkTree(destination, stage);
}

async function swap(stage: string, destination: string, workshop: string): Promise<void> {
  const old = join(workshop, "old");
  if (await exists(destination)) await rename(destination, old);
  try {
    await rename(stage, destination);
  } catch (thrown) {
    if (await exists(old)) await rename(old, destination);
    throw thrown;
  }
}

/** The command in a folder's marker; nothing if it has none that can be read. */
export async function commandThatWrote(folder: string): Promise<string | undefined> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, markerName), "utf8"));
    const isMarker = typeof marker === "object" && marker !== null && "command" in marker;
    return isMarker && typeof marker.command === "string" ? marker.command : undefined;
  } catch {
    return undefined;
  }
}

async function writeMarker(stage: string, command: string): Promise<void> {
  const prepared = `${stage}-marker.json`;
  await writeFile(prepared, `${JSON.stringify({ command })}\n`);
  await rename(prepared, join(stage, markerName));
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
