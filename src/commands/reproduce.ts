import type { Command } from "commander";
import { UsageError } from "../errors.js";
import { projectRoot } from "../files/project.js";
import { externalFolder } from "../import/sources.js";
import { cacheOf } from "../pipeline/plan.js";
import { progressReport } from "../pipeline/progress.js";
import { type Reproduced, reproduce, stepsNamed } from "../pipeline/reproduce.js";
import { reproduceSteps } from "../pipeline/reproduce-steps.js";
import { planFor } from "../pipeline/resolve-plan.js";
import { why } from "../pipeline/why.js";
import { headlineLines, verdictCounts } from "./claims-text.js";
import { positive } from "./numbers.js";

interface Options {
  corpus: string;
  out?: string;
  only?: string[];
  scale: string;
  fresh?: boolean;
  why?: string;
  from?: string;
}

export function addReproduce(program: Command): void {
  program
    .command("reproduce")
    .description("regenerate every finding, figure, claim and notebook from a corpus")
    .option(
      "--corpus <name|dir>",
      "twin (synthetic, the default), public (real data), or a folder made by `import`",
      "twin",
    )
    .option("--out <dir>", "write to this folder instead of the checkout")
    .option("--only <name...>", "only these findings, notebooks or steps, and what they need")
    .option("--scale <s>", "size of the twin, above 0; another than 1, the published size, needs --out", "1")
    .option("--fresh", "run every step; neither read nor write the cache")
    .option("--why <step>", "say why a step would run, and stop")
    .option("--from <dir>", "folder with the real data (else AMPLIFICATION_AUDIT_EXTERNAL, else data/external)")
    .action(async (options: Options) => {
      const scale = positive("scale", options.scale);
      if (scale !== 1 && options.out === undefined) {
        throw new UsageError(`scale ${options.scale} needs --out; name a folder, so that the committed figures stay`);
      }
      const plan = planFor(options.corpus, scale);
      const external = externalFolder(options.from);
      if (options.why !== undefined) return explain(options.why, options.out ?? projectRoot, plan, external);
      const { out, only, fresh } = options;
      const report = progressReport(process.stderr);
      print(await reproduce({ plan, externalFolder: external, out, only, fresh, report }));
    });
}

async function explain(name: string, root: string, plan: ReturnType<typeof planFor>, external: string): Promise<void> {
  const steps = await reproduceSteps(plan, root, external);
  for (const step of stepsNamed(steps, name)) {
    for (const sentence of await why(steps, step, { root, cacheFolder: cacheOf(plan, root) }))
      process.stdout.write(`${step}: ${sentence}\n`);
  }
}

function print({ results, claims, figures }: Reproduced): void {
  if (!claims) return;
  const lines = [...headlineLines(claims), ...verdictCounts(claims)];
  if (figures.locked > 0) lines.push(`figures as committed: ${figures.equal} of ${figures.locked} files`);
  if (results.every(({ outcome }) => outcome === "up to date")) lines.push("up to date");
  process.stdout.write(`${lines.join("\n")}\n`);
}
