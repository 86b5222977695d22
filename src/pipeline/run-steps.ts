import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { moveFile } from "../files/atomic.js";
import { explainingWrites } from "../files/file-error.js";
import { sha256File } from "../files/hash.js";
import { closePartial, openPartial, removeAbandonedPartials } from "../files/partial.js";
import { type CacheRecord, writeRecord } from "./cache.js";
import { inspectStep, openWorkplace, outputsAvailableTo, type Workplace, type WorkplaceOptions } from "./inspect.js";
import type { Report } from "./progress.js";
import { runInOrder } from "./schedule.js";
import { checkSteps, type Step, selectSteps } from "./step.js";

export interface RunOptions extends WorkplaceOptions {
  /** Run every step, and neither read nor write the cache. */
  fresh?: boolean | undefined;
  /** Run only these steps and what they need. */
  only?: readonly string[] | undefined;
  /** How many steps may run at a time: 1 unless told otherwise. Results do not depend on it. */
  concurrency?: number | undefined;
  /** Is told of each step as it goes. */
  report?: Report | undefined;
}

export interface StepResult {
  name: string;
  outcome: "done" | "up to date";
  seconds: number;
}

interface Run extends Workplace {
  fresh: boolean;
  report: Report;
  /** Folder in which steps prepare their outputs. */
  workshop: string;
  /** Number of each step on the progress line. */
  numbers: Map<string, number>;
}

/**
 * Brings the outputs of steps up to date. A step runs if anything its result depends on has changed since its last run, or if its
 * outputs are not as it left them. Outputs are moved into place once all those of a step are complete.
 *
 * @returns one result a step, in the order of the list
 * @throws UsageError for an unknown name in `only`; UserError if an input is missing or the root cannot be written; the first error
 * of a step, after which the outputs of earlier steps stay as they are
 *
 * @example
 * const results = await runSteps(steps, { root: "out", only: ["figures/labelling-rates"] });
 */
export async function runSteps(steps: readonly Step[], options: RunOptions): Promise<StepResult[]> {
  checkSteps(steps);
  const selected = selectSteps(steps, options.only);
  const { root, fresh = false, report = () => undefined } = options;
  const workshop = await explainingWrites(root, () => openWorkshop(root));
  const numbers = new Map(selected.map(({ name }, index) => [name, index + 1]));
  const run: Run = { ...openWorkplace(steps, options), fresh, report, workshop, numbers };
  report({ type: "begin", steps: selected.length });
  try {
    return await runInOrder(selected, options.concurrency ?? 1, (step) => bringUpToDate(step, run));
  } finally {
    await closePartial(workshop);
    report({ type: "end" });
  }
}

async function openWorkshop(root: string): Promise<string> {
  const path = join(root, "steps");
  await removeAbandonedPartials(path);
  return openPartial(path);
}

async function bringUpToDate(step: Step, run: Run): Promise<StepResult> {
  const begun = performance.now();
  const finish = (outcome: StepResult["outcome"]): StepResult => {
    const seconds = (performance.now() - begun) / 1000;
    run.report({ type: "finished", name: step.name, outcome, seconds });
    return { name: step.name, outcome, seconds };
  };
  const inspection = run.fresh ? undefined : await inspectStep(step, run);
  if (inspection?.reasons.length === 0) return finish("up to date");

  run.report({ type: "started", name: step.name, title: step.title, number: run.numbers.get(step.name) ?? 0 });
  const stage = join(run.workshop, String(run.numbers.get(step.name)));
  await makeOutputs(step, stage, run);
  const outputs = await publish(step, stage, run);
  if (inspection) {
    await removeFormerOutputs(step, inspection.record, run);
    await writeRecord(run.cacheFolder, step.name, { parts: inspection.parts, outputs });
  }
  return finish("done");
}

async function makeOutputs(step: Step, stage: string, run: Run): Promise<void> {
  const own = new Set(step.outputs);
  const readable = new Set(outputsAvailableTo(step, run.steps));
  const path = (output: string): string => {
    if (own.has(output)) return join(stage, output);
    if (readable.has(output)) return join(run.root, output);
    throw new Error(`${step.name} makes no ${output}, nor does a step it comes after`);
  };
  for (const output of step.outputs) {
    await explainingWrites(run.root, () => mkdir(dirname(path(output)), { recursive: true }));
  }
  await step.run({
    root: run.root,
    path,
    progress: (text) => run.report({ type: "progress", name: step.name, text }),
    write: (output, data) => {
      if (!own.has(output)) throw new Error(`${step.name} does not list its output ${output}`);
      return explainingWrites(join(run.root, output), () => writeFile(path(output), data));
    },
  });
  for (const output of step.outputs) {
    const made = await stat(path(output)).catch(() => undefined);
    if (!made?.isFile()) throw new Error(`${step.name} did not make its output ${output}`);
  }
}

/** Moves a step's finished outputs into place, and gives their hashes. */
async function publish(step: Step, stage: string, run: Run): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const output of step.outputs) {
    const hash = await sha256File(join(stage, output));
    await moveFile(join(stage, output), join(run.root, output));
    run.hashes.set(output, hash);
    hashes[output] = hash;
  }
  return hashes;
}

/** Removes what the step made last time and no step makes any more. */
async function removeFormerOutputs(step: Step, record: CacheRecord | undefined, run: Run): Promise<void> {
  const current = new Set([...step.outputs, ...run.steps.flatMap(({ outputs }) => outputs)]);
  for (const output of Object.keys(record?.outputs ?? {})) {
    if (!current.has(output)) await rm(join(run.root, output), { force: true });
  }
}
