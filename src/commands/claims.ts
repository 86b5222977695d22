import type { Command } from "commander";
import { crosswalkRecord } from "../claims/crosswalk.js";
import { externalFolder } from "../import/sources.js";
import { claimsOf } from "../pipeline/claims-of.js";
import { planFor } from "../pipeline/resolve-plan.js";
import { claimParagraph, headlineLines, verdictCounts } from "./claims-text.js";

interface Options {
  corpus: string;
  json?: boolean;
  from?: string;
}

export function addClaims(program: Command): void {
  program
    .command("claims")
    .description("every published claim: published, recomputed, verdict, basis, and the line that computes it")
    .option(
      "--corpus <name|dir>",
      "twin (synthetic, the default), public (real data), or a folder made by `import`",
      "twin",
    )
    .option("--json", "print an array of objects instead of text")
    .option("--from <dir>", "folder with the real data (else AMPLIFICATION_AUDIT_EXTERNAL, else data/external)")
    .action(async ({ corpus, json, from }: Options) => {
      const { claims, recorded } = await claimsOf(planFor(corpus), externalFolder(from));
      if (recorded) {
        const files = claims.corpus.sources.length;
        process.stderr.write(
          `recorded results, computed from ${files} files that are not here; bring them with \`data fetch\` to recompute\n`,
        );
      }
      if (json) return void process.stdout.write(`${JSON.stringify(claims.rows.map(crosswalkRecord), null, 2)}\n`);
      const paragraphs = claims.rows.map(claimParagraph).join("\n\n");
      process.stdout.write(`${paragraphs}\n\n${[...verdictCounts(claims), ...headlineLines(claims)].join("\n")}\n`);
    });
}
