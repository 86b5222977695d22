import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../errors.js";
import { writeFileAtomically } from "../files/atomic.js";
import { differencesOf } from "../kernel/compare-outputs.js";
import { hygieneFaults } from "../kernel/hygiene.js";
import { readNotebook, serialiseNotebook } from "../kernel/notebook.js";
import { findNotebooks, type NotebookFile } from "../kernel/notebook-files.js";
import { duration } from "../pipeline/progress.js";
import { type NotebookRun, runNotebooks } from "../pipeline/run-notebooks.js";
import { positive, wholeFrom } from "./numbers.js";

/** Timers of Node count milliseconds in 32 bits. */
const longestTimeout = 2_147_483;

interface Options {
  param: Record<string, string>;
  out?: string;
  jobs: string;
  timeout: string;
  run: boolean;
}

export function addNotebook(program: Command): void {
  const notebook = program.command("notebook").description("run the notebooks, or check that they give what they hold");
  const add = (name: string, description: string) =>
    notebook
      .command(name)
      .description(description)
      .argument("[names...]", "names as 03-labelling-rates, or .ipynb files; all of the project's by default")
      .option("--jobs <n>", "how many to run at a time", "2")
      .option("--timeout <seconds>", "most time for one cell", "600");
  add("run", "run notebooks from top to bottom on the kernel and keep their outputs")
    .option("--param <name=value>", "value for a parameter that the notebooks declare; may be repeated", parameter, {})
    .option("--out <file|dir>", "write to this .ipynb file, or into this folder, instead of over the notebook")
    .action(runCommand);
  add("check", "rerun notebooks, compare with the outputs they hold, and check that they are sound")
    .option("--no-run", "check only what needs no kernel")
    .action(checkCommand);
}

function parameter(text: string, given: Record<string, string>): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`not a parameter: "${text}"; write --param name=value`);
  return { ...given, [text.slice(0, at)]: text.slice(at + 1) };
}

async function runCommand(names: string[], { param, out, jobs, timeout }: Options): Promise<void> {
  if (Object.keys(param).length > 0 && out === undefined) {
    throw new UsageError("--param needs --out; name a file or folder, so that the notebook keeps its own outputs");
  }
  const files = await findNotebooks(names);
  const target = await targetOf(files, out);
  const runs = await runNotebooks(files, {
    ...limits(jobs, timeout),
    parameters: param,
    onCell: tellCell,
    async onNotebook({ file, executed }) {
      if (executed) await writeFileAtomically(target(file), serialiseNotebook(executed));
    },
  });
  finish(runs.map((run) => ({ run, faults: [] })));
}

async function checkCommand(names: string[], { jobs, timeout, run }: Options): Promise<void> {
  const files = await findNotebooks(names);
  const runs = run
    ? await runNotebooks(files, { ...limits(jobs, timeout), onCell: tellCell })
    : await Promise.all(files.map(async (file) => ({ file, notebook: await readNotebook(file.path), seconds: 0 })));
  finish(await Promise.all(runs.map(async (done) => ({ run: done, faults: await faultsOf(done) }))));
}

async function faultsOf({ file, notebook, executed }: NotebookRun): Promise<string[]> {
  return [...(await hygieneFaults(notebook, file.path)), ...(executed ? differencesOf(notebook, executed) : [])];
}

function limits(jobs: string, timeout: string) {
  const timeoutSeconds = positive("timeout", timeout);
  if (timeoutSeconds > longestTimeout) {
    throw new UsageError(`timeout must be at most ${longestTimeout} seconds: ${timeout}`);
  }
  return { concurrency: wholeFrom(1, "jobs", jobs), timeoutSeconds };
}

function tellCell(name: string, done: number, total: number): void {
  process.stderr.write(`${name}: cell ${done} of ${total}\n`);
}

/** Where the outputs of each notebook go. */
async function targetOf(
  files: readonly NotebookFile[],
  out: string | undefined,
): Promise<(file: NotebookFile) => string> {
  if (out === undefined) return ({ path }) => path;
  const isFolder = (await stat(out).catch(() => undefined))?.isDirectory() ?? false;
  if (!out.endsWith(".ipynb") || isFolder) {
    const twice = files.find(({ name }, index) => files.findIndex((other) => other.name === name) !== index);
    if (twice) throw new UsageError(`two notebooks of the name ${twice.name}: ${twice.path}; run them one by one`);
    return ({ name }) => join(resolve(out), `${name}.ipynb`);
  }
  if (files.length > 1) throw new UsageError(`${files.length} notebooks for one file: ${out}; name a folder`);
  return () => resolve(out);
}

/** Says what came of each notebook, and how this program ends. */
function finish(checked: readonly { run: NotebookRun; faults: readonly string[] }[]): void {
  for (const { run, faults } of checked) {
    const problems = [...(run.failure ? [run.failure.message] : []), ...faults];
    const time = run.seconds > 0 && run.skipped === undefined ? ` (${duration(run.seconds)})` : "";
    const skipped = run.skipped === undefined ? "" : `, not run: ${run.skipped}`;
    process.stdout.write(`${problems.length === 0 ? "ok " : "BAD"}  ${run.file.name}${time}${skipped}\n`);
    for (const problem of problems) process.stdout.write(`${problem.replace(/^/gm, "     ")}\n`);
    if (problems.length > 0) process.exitCode = 1;
  }
}
