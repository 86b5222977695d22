import { readFile } from "node:fs/promises";
import { UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import { projectFiles } from "./project-files.js";

/** What `environment.md` says in its tables. */
export interface Environment {
  /** Node.js, npm and the machine. */
  parts: { part: string; needed: string; used: string }[];
  packages: { name: string; version: string; why: string }[];
  overrides: { name: string; replacement: string; why: string }[];
  variables: { name: string; meaning: string }[];
}

/**
 * Reads the tables of `environment.md`.
 *
 * @throws UserError if the file or one of its tables is missing, or a row has too few or too many cells
 *
 * @example
 * const { packages } = await readEnvironment();
 * packages.find(({ name }) => name === "vega")?.version; // "6.4.0"
 */
export async function readEnvironment(file: string = projectFiles().environment): Promise<Environment> {
  const text = await explainingReads(file, () => readFile(file, "utf8"));
  const rows = (...header: string[]) => tableRows(file, text, header);
  return {
    parts: rows("part", "needed", "used").map(([part = "", needed = "", used = ""]) => ({ part, needed, used })),
    packages: rows("package", "version", "why it is here").map(([name = "", version = "", why = ""]) => {
      return { name, version, why };
    }),
    overrides: rows("override", "replaced by", "why").map(([name = "", replacement = "", why = ""]) => {
      return { name, replacement, why };
    }),
    variables: rows("variable", "meaning").map(([name = "", meaning = ""]) => ({ name, meaning })),
  };
}

/** The rows of every table with that header. */
function tableRows(file: string, text: string, header: string[]): string[][] {
  const lines = text.split(/\r?\n/);
  const found: string[][] = [];
  let isThere = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (cellsOf(lines[at])?.join("|") !== header.join("|")) continue;
    isThere = true;
    for (at += 2; at < lines.length; at += 1) {
      const cells = cellsOf(lines[at]);
      if (!cells) break;
      if (cells.length !== header.length) {
        throw new UserError(`${file}:${at + 1}: wrong number of cells: ${cells.length}; write ${header.length}`);
      }
      found.push(cells);
    }
  }
  if (!isThere) throw new UserError(`${file}: no table with the columns ${header.join(", ")}; put it back`);
  return found;
}

/** The cells of a table's line, without the backticks around a whole cell; nothing for a line outside tables. */
function cellsOf(line: string | undefined): string[] | undefined {
  const inside = /^\|(.*)\|\s*$/.exec(line ?? "")?.[1];
  return inside?.split("|").map((cell) => cell.trim().replace(/^`([^`]*)`$/, "$1"));
}
