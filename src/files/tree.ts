import { copyFile, link, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Every file below a folder, as paths inside it with `/`, in order of code units. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Makes `to` a copy of the folder `from`, by hard links where the disk allows. */
export async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const file of await filesIn(from)) {
    const target = join(to, file);
    await mkdir(dirname(target), { recursive: true });
    await link(join(from, file), target).catch(() => copyFile(join(from, file), target));
  }
}

/** Removes the files of a folder that do not belong, and the folders that this leaves empty. */
export async function pruneTree(folder: string, belongs: (file: string) => boolean): Promise<void> {
  for (const file of await filesIn(folder)) if (!belongs(file)) await rm(join(folder, file));
  await removeEmptyFolders(folder);
}

async function removeEmptyFolders(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true });
  let left = entries.length;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && (await removeEmptyFolders(path))) {
      await rm(path, { recursive: true });
      left -= 1;
    }
  }
  return left === 0;
}
