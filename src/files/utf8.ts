import { UserError } from "../errors.js";

/** The byte that ends a line, alone or after a carriage return. */
export const newline = 0x0a;

/** @throws UserError `FILE:LINE: not UTF-8: byte 0xe9 at offset 5; save the file as UTF-8` */
export function refuseOtherEncodings(file: string, bytes: Buffer): void {
  const copy = Buffer.from(bytes.toString("utf8"), "utf8");
  if (bytes.equals(copy)) return;
  const offset = bytes.findIndex((byte, index) => byte !== copy[index]);
  const line = 1 + countNewlines(bytes.subarray(0, offset));
  const value = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, "0")}`;
  throw new UserError(`${file}:${line}: not UTF-8: byte ${value} at offset ${offset}; save the file as UTF-8`);
}

/** Offset of the first byte of text: 3 after a byte-order mark, else 0. */
export function startOfText(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Number of line ends among the bytes. */
export function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}
