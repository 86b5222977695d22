import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UsageError } from "../errors.js";
import { writeFileAtomically } from "../files/atomic.js";
import { replaceFolder } from "../files/folder.js";
import { projectPath, projectRoot } from "../files/project.js";
import { requirePublicData } from "../import/public-corpus.js";
import { type ClaimsFile, claimsFile } from "./finding-steps.js";
import { cacheOf, type Plan } from "./plan.js";
import type { Report } from "./progress.js";
import { lockFile } from "./record-steps.js";
import { reproduceSteps } from "./reproduce-steps.js";
import { runPanel, runPanelFile, runRecord } from "./run-record.js";
import { runSteps, type StepResult } from "./run-steps.js";
import type { Step } from "./step.js";

export interface ReproduceOptions {
  plan: Plan;
  /** Folder of the raw real data. */
  externalFolder: string;
  /** Folder to write to instead of the checkout. */
  out?: string | undefined;
  /** Findings, notebooks or steps: only those, and what they need. */
  only?: readonly string[] | undefined;
  fresh?: boolean | undefined;
  report?: Report | undefined;
}

/** What a run came to. */
export interface Reproduced {
  results: StepResult[];
  /** Null when `only` left the claims out. */
  claims: ClaimsFile | null;
  /** Figure files that are in the committed lock, and those of them that came out the same. */
  figures: { locked: number; equal: number };
}

/**
 * Reruns everything on a corpus: from raw data to findings, claims, figures and executed notebooks.
 *
 * Writes to the checkout, except that a corpus of one's own goes to `results/NAME`, so that it never overwrites the
 * committed figures. A folder outside the checkout is replaced as a whole once the run is through.
 *
 * @throws UserError for bad input or an unwritable folder, UsageError for an unknown name in `only`
 */
export async function reproduce(options: ReproduceOptions): Promise<Reproduced> {
  const { plan, fresh = false } = options;
  if (plan.folder === null && plan.corpus === "public") await requirePublicData(options.externalFolder);
  const out = options.out ?? (plan.folder === null ? undefined : projectPath("results", plan.corpus));
  if (out === undefined || resolve(out) === projectRoot) return runIn(projectRoot, options);
  const made = new Set((await reproduceSteps(plan, out, options.externalFolder)).flatMap(({ outputs }) => outputs));
  const belongs = (file: string) =>
    made.has(file) || file === "run.json" || file === runPanelFile(plan) || file.startsWith(".cache/");
  return replaceFolder(out, "reproduce", (stage) => runIn(stage, options), { seed: !fresh, belongs });
}

async function runIn(
  root: string,
  { plan, externalFolder, only, fresh, report }: ReproduceOptions,
): Promise<Reproduced> {
  const started = new Date();
  const before = await lockedFigures();
  const steps = await reproduceSteps(plan, root, externalFolder);
  const selected = only?.flatMap((name) => stepsNamed(steps, name));
  const cacheFolder = cacheOf(plan, root);
  const results = await runSteps(steps, { root, cacheFolder, fresh, only: selected, concurrency: 2, report });
  const ran = new Set(results.map(({ name }) => name));
  const claims = ran.has("claims")
    ? (JSON.parse(await readFile(join(root, claimsFile(plan)), "utf8")) as ClaimsFile)
    : null;
  if (claims && results.some(({ outcome }) => outcome === "done")) {
    const record = await runRecord(plan, root, steps, results, claims, started);
    await writeFileAtomically(join(root, "run.json"), `${JSON.stringify(record, null, 2)}\n`);
    if (ran.has("report")) await writeFileAtomically(join(root, runPanelFile(plan)), runPanel(record));
  }
  return {
    results,
    claims,
    figures: await compareFigures(
      root,
      before,
      steps.filter(({ name }) => ran.has(name)),
    ),
  };
}

/** The steps that a name given by a person means: a finding's own, or the step or notebook of that name. */
export function stepsNamed(steps: readonly Step[], name: string): string[] {
  const found = steps.filter((step) => {
    const last = step.name.slice(step.name.indexOf("/") + 1);
    return step.name === name || `${last.replace(/^\d\d-/, "")}-`.startsWith(`${name}-`) || last === name;
  });
  if (found.length > 0) return found.map((step) => step.name);
  const known = [...new Set(steps.map((step) => step.name.slice(step.name.indexOf("/") + 1)))].sort();
  throw new UsageError(`unknown name: "${name}"; known: ${known.join(", ")}`);
}

async function lockedFigures(): Promise<Record<string, string>> {
  return readLock(projectRoot);
}

async function readLock(root: string): Promise<Record<string, string>> {
  const text = await readFile(join(root, lockFile), "utf8").catch(() => "{}");
  return JSON.parse(text) as Record<string, string>;
}

async function compareFigures(
  root: string,
  before: Record<string, string>,
  ran: Step[],
): Promise<Reproduced["figures"]> {
  if (!ran.some(({ name }) => name === "figures-lock")) return { locked: 0, equal: 0 };
  const made = new Set(ran.flatMap(({ outputs }) => outputs));
  const after = await readLock(root);
  const locked = Object.keys(before).filter((file) => made.has(`figures/${file}`));
  return { locked: locked.length, equal: locked.filter((file) => before[file] === after[file]).length };
}
