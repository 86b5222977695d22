import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CsvTable, readCsv } from "../../src/files/csv.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A CSV file of a few lines, on disk. */
export async function fileOf(lines: string | readonly string[], name = "table.csv"): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, typeof lines === "string" ? lines : `${lines.join("\n")}\n`);
  return path;
}

/** The same, read. */
export async function tableOf(lines: readonly string[], columns: readonly string[], name?: string): Promise<CsvTable> {
  return readCsv(await fileOf(lines, name), { columns });
}

/** The message of what `work` throws, with the folder of the file left out. */
export async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "UserError") return thrown.message.replaceAll(/\/\S*\//g, "");
    throw thrown;
  }
  throw new Error("nothing was refused");
}
