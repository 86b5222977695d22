import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { buildFileAtomically } from "../files/atomic.js";

/** A time for every file, written without a time zone: the first that the format knows. */
const epoch = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/**
 * Packs files into a zip. The same files give the same bytes, whenever and wherever they were written.
 *
 * @param files relative to the root, in the order in which they are packed
 * @param extra texts that are packed before them, by name
 * @throws UserError if the archive cannot be written; nothing is left of it then
 */
export async function writeZip(path: string, root: string, files: string[], extra: [string, string][]): Promise<void> {
  await buildFileAtomically(path, async (prepared) => {
    const zip = new ZipFile();
    const failure = new Promise<never>((_, reject) => {
      zip.on("error", reject);
    });
    const written = pipeline(zip.outputStream, createWriteStream(prepared, { flush: true }));
    for (const [name, text] of extra) zip.addBuffer(Buffer.from(text, "utf8"), name, epoch);
    for (const file of files) zip.addFile(join(root, file), file, epoch);
    zip.end();
    await Promise.race([written, failure]);
  });
}
