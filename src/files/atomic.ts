import { createReadStream, createWriteStream } from "node:fs";
import { chmod, copyFile, mkdir, rename, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { errorCode, explainingWrites } from "./file-error.js";
import { removeAbandonedPartials, withPartial } from "./partial.js";

/**
 * Writes a file so that its readers see the old content or the new, never a part. Makes the folders above it.
 *
 * @throws UserError if the path cannot be written, with the reason
 *
 * @example
 * await writeFileAtomically("out/claims.json", "[]\n");
 */
export async function writeFileAtomically(path: string, data: string | Uint8Array): Promise<void> {
  await explainingWrites(path, async () => {
    if (await isDevice(path)) return writeFile(path, data);
    await mkdir(dirname(path), { recursive: true });
    await removeAbandonedPartials(path);
    await withPartial(path, async (folder) => {
      const prepared = join(folder, basename(path));
      await writeFile(prepared, data, { flush: true });
      await keepMode(path, prepared);
      await rename(prepared, path);
    });
  });
}

/**
 * Has a file built beside its destination and moves it there when it is whole, over whatever file was there; for content too large
 * to hold. Makes the folders above it. If `build` fails, the destination keeps what it had.
 *
 * @param build writes the file at the path it is given
 * @throws UserError if the path cannot be written, with the reason
 *
 * @example
 * await buildFileAtomically("out/edges.csv", async (prepared) => writeEdges(prepared, edges));
 */
export async function buildFileAtomically<T>(path: string, build: (prepared: string) => Promise<T>): Promise<T> {
  return explainingWrites(path, async () => {
    const toDevice = await isDevice(path);
    if (!toDevice) {
      await mkdir(dirname(path), { recursive: true });
      await removeAbandonedPartials(path);
    }
    return withPartial(toDevice ? join(tmpdir(), basename(path)) : path, async (folder) => {
      const prepared = join(folder, basename(path));
      const result = await build(prepared);
      if (toDevice) await pipeline(createReadStream(prepared), createWriteStream(path));
      else {
        await keepMode(path, prepared);
        await rename(prepared, path);
      }
      return result;
    });
  });
}

/**
 * Moves a finished file into place in one go, over whatever file was there. Makes the folders above it; works across disks.
 *
 * @throws UserError if the destination cannot be written, with the reason
 */
export async function moveFile(from: string, to: string): Promise<void> {
  await explainingWrites(to, async () => {
    await mkdir(dirname(to), { recursive: true });
    try {
      await rename(from, to);
    } catch (thrown) {
      if (errorCode(thrown) !== "EXDEV") throw thrown;
      await withPartial(to, async (folder) => {
        const prepared = join(folder, basename(to));
        await copyFile(from, prepared);
        await rename(prepared, to);
      });
    }
  });
}

/** Who may read, write and run a file does not change with its content. */
async function keepMode(path: string, prepared: string): Promise<void> {
  const old = await stat(path).catch(() => undefined);
  if (old?.isFile()) await chmod(prepared, old.mode);
}

/** `/dev/stdout` and the like: written to, never replaced by a file. */
async function isDevice(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
