import { ByteTexts, viewOn } from "../events/byte-texts.js";

const formulaSign = /^[=+\-@\t\r＝＋－＠]/;
const needsQuotes = /[",\r\n]/;

/**
 * A name as a CSV cell, quoted where it must be. It comes from outside: one that begins with a sign that spreadsheets take for a
 * formula gets an apostrophe in front, as in every CSV of the project.
 *
 * @example
 * csvCell("=1+1"); // "'=1+1"
 */
export function csvCell(name: string): string {
  const safe = formulaSign.test(name) ? `'${name}` : name;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Names as the bytes of CSV cells, each with the comma behind it, to be copied line by line. */
export function csvCells(names: readonly string[]): ByteTexts {
  const cells = new ByteTexts();
  for (const name of names) {
    const bytes = Buffer.from(`${csvCell(name)},`);
    cells.append(viewOn(bytes), 0, bytes.length);
  }
  return cells;
}
