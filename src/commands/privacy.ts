import { existsSync } from "node:fs";
import type { Command } from "commander";
import { Corpus } from "../corpus/corpus.js";
import { UserError } from "../errors.js";
import { projectPath } from "../files/project.js";
import { corpusIn } from "../pipeline/open-corpus.js";
import { scanPrivacy } from "../privacy/scan.js";
import { readStudyFile } from "../study/study-file.js";

/** Where `reproduce` puts what others will read. */
const outputs = ["figures", "notebooks", "report", "results", "data/recorded"];
const shownAtMost = 50;

export function addPrivacy(program: Command): void {
  program
    .command("privacy")
    .description("look for people in outputs")
    .command("scan")
    .argument("[path...]", `files or folders; ${outputs.join(", ")} if none is named`)
    .description("find handles, ids, e-mail addresses and links of anybody but the principals; fails if one is there")
    .option("--study <file>", "study file whose principals may be named")
    .option("--against <dir>", "a corpus with ids in clear, none of whose amplifiers may occur in any form")
    .action(run);
}

async function run(paths: string[], { study, against }: { study?: string; against?: string }): Promise<void> {
  const listed = study === undefined ? [] : (await readStudyFile(study)).principals;
  const accounts = against === undefined ? { principals: [], others: [] } : await accountsOf(against);
  const own = listed.flatMap(({ id, handle }) => [handle.toLowerCase(), ...(id === null ? [] : [id])]);
  const { found, files, passedOver } = await scanPrivacy(
    paths.length > 0 ? paths : outputs.map((path) => projectPath(path)).filter((path) => existsSync(path)),
    { allowed: new Set([...own, ...accounts.principals]), known: new Set(accounts.others) },
  );
  for (const { place, kind, shown } of found.slice(0, shownAtMost))
    process.stdout.write(`${place}: ${kind}: ${shown}\n`);
  if (found.length > 0) {
    throw new UserError(
      `outputs may point to people: ${found.length} places in ${files} files; remove them before you share anything`,
    );
  }
  process.stdout.write(`nothing found in ${files} files (${passedOver} pictures and other files were not read)\n`);
}

async function accountsOf(folder: string): Promise<{ principals: string[]; others: string[] }> {
  const corpus = await Corpus.open(corpusIn(folder), ["accounts", "principals"]);
  try {
    const names = (join: string) =>
      corpus.rows<{ value: string }>(
        `select value from (select unnest([account_id, lower(handle)]) as value from accounts ${join} join principals using (account_id))
         where length(value) >= 4 order by 1`,
      );
    const [principals, others] = [await names("semi"), await names("anti")];
    return { principals: principals.map(({ value }) => value), others: others.map(({ value }) => value) };
  } finally {
    corpus.close();
  }
}
