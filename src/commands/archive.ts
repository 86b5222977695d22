import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { archive } from "../archive/archive.js";
import { projectRoot } from "../files/project.js";

export function addArchive(program: Command): void {
  program
    .command("archive")
    .description("pack code, derived data, figures and report of the last run into one zip with RO-Crate metadata")
    .option("--out <file>", "file to write", "amplification-audit.zip")
    .action(async ({ out }: { out: string }) => {
      const path = resolve(out);
      const { files, figures } = await archive(projectRoot, path);
      const megabytes = (statSync(path).size / 1e6).toFixed(1);
      process.stdout.write(`${out}: ${files} files, ${figures} figures with their origin, ${megabytes} MB\n`);
    });
}
