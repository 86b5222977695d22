import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { figuresLock, isLocked, serialiseLock } from "../figures/lock.js";
import { sha256File } from "../files/hash.js";
import { type ClaimsFile, claimsFile, readFinding } from "./finding-steps.js";
import { type Plan, reportPath } from "./plan.js";
import type { Step, StepContext } from "./step.js";

export const lockFile = "figures/figures.lock.json";
export const recordFile = "data/recorded/public.json";

/**
 * The step that writes the SHA-256 of every figure and its source data. Figures of other corpora that lie in the same
 * folder keep their place in it.
 */
export async function lockStep(root: string, figures: Step[]): Promise<Step> {
  const made = figures.flatMap(({ outputs }) => outputs).filter((path) => isLocked(path));
  const folder = join(root, "figures");
  const there = existsSync(folder) ? Object.entries(await figuresLock(folder)) : [];
  const others = there.filter(([file]) => !made.includes(`figures/${file}`));
  return {
    name: "figures-lock",
    title: "lock the figures",
    after: figures.map(({ name }) => name),
    modules: ["pipeline/record-steps"],
    inputs: others.map(([file, hash]) => ({ name: `figures/${file}`, sha256: hash })),
    parameters: {},
    outputs: [lockFile],
    async run(context) {
      const own = await Promise.all(made.map(async (path) => [basename(path), await sha256File(context.path(path))]));
      await context.write(lockFile, serialiseLock(Object.fromEntries([...others, ...own])));
    },
  };
}

/** What is kept of a run on the real data, to be shown where the data is not: its results and the hashes of its input. */
export interface RecordedRun {
  /** Files the results were computed from, with their SHA-256. */
  computedFrom: { path: string; sha256: string }[];
  claims: ClaimsFile;
  /** Results of the data sets beside the corpus, by name; null for one that was not there. */
  samples: Record<string, unknown>;
}

/**
 * The step that records the run on the real data.
 *
 * @param samples names of the samples, those computed in this run and those whose data was not there
 */
export function recordStep(plan: Plan, { computed, absent }: { computed: string[]; absent: string[] }): Step {
  return {
    name: "record",
    title: "record the results of the real data",
    after: ["claims", ...computed.map((name) => `finding/${name}`)],
    modules: ["pipeline/record-steps"],
    inputs: [],
    parameters: { absent },
    outputs: [recordFile],
    async run(context) {
      const claims = JSON.parse(await readFile(context.path(claimsFile(plan)), "utf8")) as ClaimsFile;
      const files = await Promise.all(computed.map((name) => readFinding(plan, context, { name })));
      const sources = [...claims.corpus.sources, ...files.flatMap(({ corpus }) => corpus.sources)];
      const record: RecordedRun = {
        computedFrom: sources.sort((a, b) => (a.path < b.path ? -1 : 1)),
        claims,
        samples: Object.fromEntries([
          ...computed.map((name, at) => [name, files[at]?.results]),
          ...absent.map((name) => [name, null]),
        ]),
      };
      await context.write(recordFile, `${JSON.stringify(record, null, 2)}\n`);
    },
  };
}

export function checksumsFile(plan: Plan): string {
  return reportPath(plan, "checksums.sha256");
}

/** The step that lists every output of the run with its SHA-256, in the form that `sha256sum --check` reads. */
export function checksumsStep(plan: Plan, steps: Step[]): Step {
  const outputs = steps.flatMap((step) => step.outputs).sort();
  return {
    name: "checksums",
    title: "list the checksums",
    after: steps.map(({ name }) => name),
    modules: ["pipeline/record-steps"],
    inputs: [],
    parameters: {},
    outputs: [checksumsFile(plan)],
    async run(context) {
      const lines = await Promise.all(outputs.map((output) => checksumLine(context, output)));
      await context.write(checksumsFile(plan), lines.join(""));
    },
  };
}

async function checksumLine(context: StepContext, output: string): Promise<string> {
  return `${await sha256File(context.path(output))}  ${output}\n`;
}
