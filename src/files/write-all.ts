import { writeSync } from "node:fs";

/**
 * Writes all of the bytes to an open file, which may take them in several parts.
 *
 * @param position Where in the file; behind what was written last if not given.
 */
export function writeAll(descriptor: number, bytes: Uint8Array, position?: number): void {
  for (let at = 0; at < bytes.length; ) {
    const place = position === undefined ? null : position + at;
    at += writeSync(descriptor, bytes, at, bytes.length - at, place);
  }
}
