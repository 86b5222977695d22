import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Work in progress. Whatever the project writes is first made in a folder `.partial/NAME.PROCESS-COUNT` beside its destination, on
 * the same disk, and then moved into place by a rename, so nobody ever reads half of it. The process id in the name tells the work of
 * a running process from what a killed one left behind.
 */
const folderName = ".partial";

const open = new Set<string>();
let opened = 0;

/** Makes an empty folder to prepare `path` in. The caller closes it. */
export async function openPartial(path: string): Promise<string> {
  opened += 1;
  const folder = join(dirname(path), folderName, `${basename(path)}.${process.pid}-${opened}`);
  open.add(folder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Removes a folder of work in progress with what is still in it, and `.partial` itself once nothing else is there. */
export async function closePartial(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  open.delete(folder);
  await rmdir(dirname(folder)).catch(() => undefined); // not empty: another process is at work
}

/** Runs `work` with a folder to prepare `path` in, and closes that folder however it ends. */
export async function withPartial<T>(path: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await openPartial(path);
  try {
    return await work(folder);
  } finally {
    await closePartial(folder);
  }
}

/** The folders in which processes that no longer run were preparing `path`, in order of name. */
export async function abandonedPartials(path: string): Promise<string[]> {
  const parent = join(dirname(path), folderName);
  const names = await readdir(parent).catch(() => []);
  const prefix = `${basename(path)}.`;
  return names
    .filter((name) => name.startsWith(prefix) && isAbandoned(join(parent, name), name.slice(prefix.length)))
    .sort()
    .map((name) => join(parent, name));
}

/** Removes what killed processes left of `path`. */
export async function removeAbandonedPartials(path: string): Promise<void> {
  for (const folder of await abandonedPartials(path)) await closePartial(folder);
}

function isAbandoned(folder: string, owner: string): boolean {
  const processId = /^(\d+)-\d+$/.exec(owner)?.[1];
  if (processId === undefined) return false;
  // In containers process ids repeat: a folder with our own id that we did not open is an earlier container's.
  return Number(processId) === process.pid ? !open.has(folder) : !isRunning(Number(processId));
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM"; // someone else's process
  }
}
