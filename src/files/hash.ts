import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { explainingReads } from "./file-error.js";

/**
 * SHA-256 of a text (as UTF-8) or of bytes, in lower-case hexadecimal.
 *
 * @example
 * sha256("abc"); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/**
 * SHA-256 of a file, read as a stream so that its size does not matter.
 *
 * @throws UserError if the file is missing or cannot be read
 */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash("sha256");
  await explainingReads(path, () => pipeline(createReadStream(path), hash));
  return hash.digest("hex");
}
