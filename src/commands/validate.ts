import type { Command } from "commander";
import { validateCorpus, violationText } from "../corpus/validate.js";
import { UserError } from "../errors.js";
import { openCorpus } from "../pipeline/open-corpus.js";
import { wholeFrom } from "./numbers.js";

export function addValidate(program: Command): void {
  program
    .command("validate")
    .argument("<corpus>", "twin, public, or a folder made by `import`")
    .description("check every value of a corpus against the schema")
    .option("--limit <n>", "how many violations to list", "20")
    .action(async (name: string, { limit }: { limit: string }) => {
      const most = wholeFrom(1, "limit", limit);
      const corpus = await openCorpus(name);
      const { violations, total } = await validateCorpus(corpus, most);
      corpus.close();
      for (const violation of violations) process.stdout.write(`${violationText(violation)}\n`);
      if (total > 0)
        throw new UserError(`corpus breaks the schema: ${total} violations; correct them and import again`);
      process.stdout.write(`${corpus.name}: every value keeps the schema\n`);
    });
}
