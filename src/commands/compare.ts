import type { Command } from "commander";
import { compareRuns, type RunComparison } from "../pipeline/compare-runs.js";
import { readRun } from "../pipeline/read-run.js";

const headings: Record<keyof RunComparison, string> = {
  environment: "environment",
  inputs: "inputs",
  figures: "figures",
  files: "other files",
  claims: "claims",
};

/** Lines printed of a part; the rest is counted. */
const most = 40;

export function addCompare(program: Command): void {
  program
    .command("compare")
    .description("say how two runs differ: environment, inputs, figures, claims; ends with code 1 if claims differ")
    .argument("<run-a>", "run.json of the first run")
    .argument("<run-b>", "run.json of the second run")
    .action(async (one: string, two: string) => {
      const comparison = compareRuns(await readRun(one), await readRun(two));
      for (const part of Object.keys(headings) as (keyof RunComparison)[]) print(headings[part], comparison[part]);
      if (comparison.claims.length > 0) process.exitCode = 1;
    });
}

function print(heading: string, sentences: string[]): void {
  const count = sentences.length === 1 ? "1 difference" : `${sentences.length} differences`;
  const lines = [`${heading}: ${sentences.length === 0 ? "the same" : count}`];
  lines.push(...sentences.slice(0, most).map((sentence) => `  ${sentence}`));
  if (sentences.length > most) lines.push(`  and ${sentences.length - most} more`);
  process.stdout.write(`${lines.join("\n")}\n`);
}
