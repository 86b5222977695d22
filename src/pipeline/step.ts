import { UsageError } from "../errors.js";

/** What a step is given to work with. */
export interface StepContext {
  /** Folder that the run writes to. What is being written is not there yet: use `path`. */
  root: string;
  /** Absolute path to write an output of this step to, or to read one of a step in `after` from. */
  path(output: string): string;
  /** Writes an output of this step. */
  write(output: string, data: string | Uint8Array): Promise<void>;
  /** Says how far the step is, for a person who waits: `cell 3 of 12`. */
  progress(text: string): void;
}

/** An input that is less than a file: the cells of a notebook without what they printed. */
export interface NamedInput {
  /** As `--why` names it: `notebooks/03-labelling-rates.ipynb`. */
  name: string;
  sha256: string;
}

/** One step of a run. Everything that can change its outputs is declared here, so that it runs again exactly when it must. */
export interface Step {
  /** Lower-case words joined by `-`, with `/` between levels: `figures/labelling-rates`. */
  name: string;
  /** What it does, for the progress line: `draw labelling-rates`. */
  title: string;
  /** Names of earlier steps whose outputs it reads. */
  after: readonly string[];
  /** Outputs of those steps that it reads; all of them if left out. Only these decide whether it runs again. */
  reads?: readonly string[];
  /** Modules whose code decides the result, relative to `src`, without extension. What they import statically is found. */
  modules: readonly string[];
  /** What it reads that no step makes: absolute paths of files, or named hashes. */
  inputs: readonly (string | NamedInput)[];
  /** Every other choice that decides the result. Plain JSON. */
  parameters: unknown;
  /** Every file it makes, relative to the run's root, with `/`. */
  outputs: readonly string[];
  run(context: StepContext): Promise<void>;
}

/**
 * Holds a list of steps to its rules: names are unique and well formed, steps come after those they read from, outputs stay inside
 * the root and belong to one step.
 *
 * @throws Error naming the first fault; it is a mistake in the list, not in anyone's input
 */
export function checkSteps(steps: readonly Step[]): void {
  const names = new Set<string>();
  const makers = new Map<string, string>();
  for (const step of steps) {
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(step.name)) throw new Error(`not a name for a step: "${step.name}"`);
    if (names.has(step.name)) throw new Error(`two steps have one name: ${step.name}`);
    const early = step.after.find((name) => !names.has(name));
    if (early !== undefined) throw new Error(`${step.name} must be listed after the step it reads from: ${early}`);
    names.add(step.name);
    for (const output of step.outputs) {
      if (!isInside(output)) throw new Error(`${step.name} would write outside the root: ${output}`);
      const other = makers.get(output);
      if (other !== undefined) throw new Error(`two steps make ${output}: ${other} and ${step.name}`);
      makers.set(output, step.name);
    }
  }
}

function isInside(output: string): boolean {
  return !/[\\:]/.test(output) && output.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/**
 * The steps named and all that they need, in the order of the list; every step if no name is given.
 *
 * @throws UsageError for a name that no step has
 */
export function selectSteps(steps: readonly Step[], only: readonly string[] = []): Step[] {
  if (only.length === 0) return [...steps];
  const wanted = new Set(only.map((name) => findStep(steps, name).name));
  for (const name of wanted) for (const needed of findStep(steps, name).after) wanted.add(needed);
  return steps.filter(({ name }) => wanted.has(name));
}

/** @throws UsageError for a name that no step has */
export function findStep(steps: readonly Step[], name: string): Step {
  const step = steps.find((candidate) => candidate.name === name);
  if (step) return step;
  throw new UsageError(`unknown step: "${name}"; known: ${steps.map((known) => known.name).join(", ")}`);
}
