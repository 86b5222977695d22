import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { type CrosswalkRecord, crosswalkRecord } from "../claims/crosswalk.js";
import { sha256File } from "../files/hash.js";
import { projectPath } from "../files/project.js";
import type { ClaimsFile } from "./finding-steps.js";
import { type Plan, reportPath } from "./plan.js";
import type { StepResult } from "./run-steps.js";
import type { Step } from "./step.js";

/** The record of a run: where and how long it ran, on what, and what it made. The only output with a clock in it. */
export interface RunRecord {
  corpus: string;
  study: string;
  startedAt: string;
  seconds: number;
  environment: { node: string; platform: string; release: string; processors: number; memoryGiB: number };
  steps: StepResult[];
  /** SHA-256 of what the run read that was not made by it. */
  inputs: Record<string, string>;
  /** SHA-256 of what the run made, as it lies there now. */
  outputs: Record<string, string>;
  claims: CrosswalkRecord[];
}

/** What the report's first page shows of the run. Like the record it differs from run to run, and no checksum covers it. */
export function runPanelFile(plan: Plan): string {
  return reportPath(plan, "run.js");
}

/** The record as a script, because a page that is opened from disk may load a script and may not read a file. */
export function runPanel({ corpus, study, startedAt, seconds, environment, steps }: RunRecord): string {
  return `globalThis.auditRun = ${JSON.stringify({ corpus, study, startedAt, seconds, environment, steps })};\n`;
}

/** Puts a run on record. */
export async function runRecord(
  plan: Plan,
  root: string,
  steps: Step[],
  results: StepResult[],
  claims: ClaimsFile,
  started: Date,
): Promise<RunRecord> {
  const ran = steps.filter(({ name }) => results.some((result) => result.name === name));
  const outputs = ran.flatMap((step) => step.outputs).sort();
  const published = ["claims.csv", "facts.csv", "parts.csv"].map((file) => `data/published/${file}`);
  return {
    corpus: plan.corpus,
    study: plan.study.name,
    startedAt: started.toISOString(),
    seconds: Math.round(Date.now() - started.getTime()) / 1000,
    environment: {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      release: release(),
      processors: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    steps: results,
    inputs: {
      ...Object.fromEntries(claims.corpus.sources.map(({ path, sha256 }) => [path, sha256])),
      ...(await hashes(published, (file) => projectPath(file))),
    },
    outputs: await hashes(outputs, (file) => join(root, file)),
    claims: claims.rows.map(crosswalkRecord),
  };
}

async function hashes(files: string[], pathOf: (file: string) => string): Promise<Record<string, string>> {
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await sha256File(pathOf(file))])));
}
