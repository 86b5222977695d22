import { dirname } from "node:path";
import { UserError } from "../errors.js";
import { publicDataIsHere } from "../import/public-corpus.js";
import { externalFolder } from "../import/sources.js";
import { type Notebook, readNotebook } from "../kernel/notebook.js";
import type { NotebookFile } from "../kernel/notebook-files.js";
import { declaredParameters, injectedParameters, type ParameterValue, typedParameters } from "../kernel/parameters.js";
import { runNotebook } from "../kernel/run-notebook.js";
import { isNamedCorpus } from "./corpus-names.js";
import { makeCorpus } from "./make-corpus.js";
import { runInOrder } from "./schedule.js";

export interface RunNotebooksOptions {
  /** Values for parameters, as text; each notebook must declare them all. By default those that it was last run with. */
  parameters?: Record<string, string> | undefined;
  /** How many notebooks run at a time; 2 by default. The outputs do not depend on it. */
  concurrency?: number | undefined;
  /** Most time for one cell, in seconds. */
  timeoutSeconds?: number | undefined;
  /** Is told of each cell that is done. */
  onCell?: (name: string, done: number, total: number) => void;
  /** Is told of each notebook that is done. */
  onNotebook?: (run: NotebookRun) => void | Promise<void>;
}

/** A notebook, and what came of it. */
export interface NotebookRun {
  file: NotebookFile;
  /** As it was read. */
  notebook: Notebook;
  /** With its outputs; undefined if it failed or was left out. */
  executed?: Notebook;
  /** Why it failed. */
  failure?: UserError;
  /** Why it can't run on this machine: the data it reads is not here. */
  skipped?: string;
  seconds: number;
}

interface Task {
  name: string;
  after: [];
  file: NotebookFile;
  notebook: Notebook;
  values: Record<string, ParameterValue>;
}

/**
 * Runs notebooks, each on a kernel of its own in its own folder. The corpora they read are made first, so that no two of them make one at
 * the same time. A notebook that fails does not keep the others from running.
 *
 * @returns one run a notebook, in their order
 * @throws UserError for a file that is no notebook and parameters that do not fit, before anything runs
 *
 * @example
 * const runs = await runNotebooks(await findNotebooks(["03-labelling-rates"]), { parameters: { corpusName: "public" } });
 */
export async function runNotebooks(
  files: readonly NotebookFile[],
  options: RunNotebooksOptions = {},
): Promise<NotebookRun[]> {
  const tasks = await Promise.all(files.map((file) => taskOf(file, options.parameters)));
  const absent = await makeCorpora(new Set(tasks.map(corpusOf)));
  return runInOrder(tasks, options.concurrency ?? 2, async (task) => {
    const { file, notebook } = task;
    const begun = performance.now();
    const skipped = absent.get(corpusOf(task));
    const outcome = skipped === undefined ? await outcomeOf(task, options) : { skipped };
    const run = { file, notebook, ...outcome, seconds: (performance.now() - begun) / 1000 };
    await options.onNotebook?.(run);
    return run;
  });
}

async function taskOf(file: NotebookFile, parameters: Record<string, string> | undefined): Promise<Task> {
  const notebook = await readNotebook(file.path);
  const values = parameters
    ? typedParameters(notebook, parameters, file.name)
    : injectedParameters(notebook, file.name);
  return { name: file.path, after: [], file, notebook, values };
}

/** The corpus that a notebook reads; empty if it names none. */
function corpusOf({ notebook, values, file }: Task): string {
  return String(values.corpusName ?? declaredParameters(notebook, file.name).get("corpusName") ?? "");
}

/** Makes the corpora of the project that are needed. Gives those that can't be made here, with the reason. */
async function makeCorpora(names: ReadonlySet<string>): Promise<Map<string, string>> {
  const absent = new Map<string, string>();
  for (const name of names) {
    if (!isNamedCorpus(name)) continue;
    if (name === "public" && !(await publicDataIsHere(externalFolder()))) {
      absent.set(name, "the real data is not here; `npm run -s audit -- data fetch` brings it");
    } else await makeCorpus(name);
  }
  return absent;
}

async function outcomeOf(
  { file, notebook, values }: Task,
  { timeoutSeconds, onCell }: RunNotebooksOptions,
): Promise<Pick<NotebookRun, "executed" | "failure">> {
  try {
    const executed = await runNotebook(notebook, {
      cwd: dirname(file.path),
      name: file.name,
      parameters: values,
      ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      onCell: (done, total) => onCell?.(file.name, done, total),
    });
    return { executed };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { failure: thrown };
  }
}
