import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { findings } from "../pipeline/findings.js";
import { readRun } from "../pipeline/read-run.js";
import { samples } from "../pipeline/sample-steps.js";
import type { Provenance } from "../report/material.js";
import { archiveContents } from "./contents.js";
import { type ArchivedFigure, roCrate } from "./ro-crate.js";
import { writeZip } from "./write-zip.js";

/** What was archived. */
export interface Archived {
  files: number;
  figures: number;
}

/**
 * Packs a checkout and what its last run made into one zip, ready for a repository: code, derived data, figures, report, and metadata
 * that say which figure was made from what.
 *
 * @throws UserError if there is no complete run, if a file is not as the run left it, or if the archive cannot be written
 */
export async function archive(root: string, path: string): Promise<Archived> {
  const files = (await archiveContents(root)).filter((file) => file !== "ro-crate-metadata.json");
  const figures = await figuresAmong(root, files);
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as Record<string, string>;
  const { name = "", description = "", version = "", license = "" } = manifest;
  const { startedAt } = await readRun(join(root, "run.json"));
  const crate = roCrate({ name, description, version, license, day: startedAt.slice(0, 10) }, files, figures);
  await writeZip(path, root, files, [["ro-crate-metadata.json", `${JSON.stringify(crate, null, 2)}\n`]]);
  return { files: files.length + 1, figures: figures.length };
}

/** The figures that are there with their provenance. */
async function figuresAmong(root: string, files: string[]): Promise<ArchivedFigure[]> {
  const records = files.filter((file) => /^figures\/.*\.provenance\.json$/.test(file) && existsSync(join(root, file)));
  return Promise.all(
    records.map(async (file) => {
      const stem = basename(file, ".provenance.json");
      const provenance = JSON.parse(await readFile(join(root, file), "utf8")) as Provenance;
      return { stem, provenance, finding: findingOf(stem.replace(/-real-data$/, "")) };
    }),
  );
}

function findingOf(figure: string): string {
  const owner = [...findings, ...samples].find(({ figures }) => figures.some(({ name }) => name === figure));
  return owner?.name ?? figure;
}
