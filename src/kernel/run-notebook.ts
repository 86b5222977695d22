import { CellOutput, type Displays } from "./cell-output.js";
import { Kernel } from "./kernel.js";
import { KernelFailure } from "./kernel-failure.js";
import type { CodeCell } from "./nbformat.js";
import { type Notebook, stripOutputs } from "./notebook.js";
import { NotebookError, type NotebookProblem } from "./notebook-error.js";
import { type ParameterValue, withParameters } from "./parameters.js";

export interface RunOptions {
  /** Working folder of the kernel: the notebooks' folder. Imports are looked up from it. */
  cwd: string;
  /** Name of the notebook, for messages. */
  name: string;
  /** Values for the cell tagged `parameters`. */
  parameters?: Record<string, ParameterValue>;
  /** Environment variables on top of this process's own. The time zone is UTC. */
  env?: Record<string, string>;
  /** Most time for one cell, in seconds; 600 by default. */
  timeoutSeconds?: number;
  /** Called after each code cell. */
  onCell?(done: number, total: number): void;
}

/**
 * Runs a notebook's code cells in order on a kernel of their own, over the Jupyter protocol.
 *
 * A run is good only if every cell was replied to with `ok`, all its output arrived, nothing was written to stderr and nothing came after
 * the cell was done. The kernel is always ended, also when this process is interrupted.
 *
 * @returns a copy of the notebook with outputs and execution counts 1 to n; the same bytes for the same notebook and environment
 * @throws NotebookError with the cell for a run that is not good
 * @throws UserError for parameters that the notebook does not declare
 *
 * @example
 * const executed = await runNotebook(notebook, { cwd: "notebooks", name: "03-labelling-rates" });
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<Notebook> {
  const executed = structuredClone(withParameters(stripOutputs(notebook), options.parameters ?? {}, options.name));
  const cells = executed.cells.filter((cell) => cell.cell_type === "code");
  const kernel = await startKernel(options);
  try {
    await finish(kernel, await runCells(kernel, cells, options), options.name);
  } finally {
    await kernel.close();
  }
  if (kernel.errorText !== "") {
    const problem = "kernel wrote to standard error outside a cell";
    throw new NotebookError({ notebook: options.name, problem, advice: stderrAdvice, stderr: kernel.errorText });
  }
  return executed;
}

const lateAdvice = "await all that the cell starts";
const stderrAdvice = "mend what it complains of; use console.log for what is not an error";

async function startKernel({ cwd, env, name }: RunOptions): Promise<Kernel> {
  try {
    return await Kernel.start({ cwd, ...(env ? { env } : {}) });
  } catch (thrown) {
    throw explained(thrown, { notebook: name });
  }
}

async function runCells(kernel: Kernel, cells: CodeCell[], options: RunOptions): Promise<CellRun[]> {
  const displays: Displays = new Map();
  const run: CellRun[] = [];
  for (const [index, cell] of cells.entries()) {
    const cellRun = { cell, number: index + 1, output: new CellOutput(displays) };
    run.push(cellRun);
    await runCell(kernel, cellRun, options);
    for (const earlier of run) refuseBadOutput(earlier, options.name);
    cell.execution_count = cellRun.number;
    cell.outputs = cellRun.output.outputs;
    options.onCell?.(cellRun.number, cells.length);
  }
  return run;
}

/** Work that no cell has awaited may still fail when the last cell is done. */
async function finish(kernel: Kernel, run: CellRun[], notebook: string): Promise<void> {
  const failure: unknown = await kernel.finish().catch((thrown: unknown) => thrown);
  for (const cell of run) refuseBadOutput(cell, notebook);
  if (failure !== undefined) throw explained(failure, { notebook });
}

interface CellRun {
  cell: CodeCell;
  number: number;
  output: CellOutput;
}

async function runCell(kernel: Kernel, { cell, number, output }: CellRun, options: RunOptions): Promise<void> {
  const where = { notebook: options.name, cell: { number, source: cell.source } };
  let status: string;
  try {
    status = await kernel.execute(cell.source, (message) => output.receive(message), options.timeoutSeconds ?? 600);
  } catch (thrown) {
    throw explained(thrown, { ...where, stderr: output.stderr });
  }
  if (status !== "ok") {
    throw new NotebookError({ ...where, problem: "failed", advice: "correct the cell", stderr: output.errorText });
  }
}

/** Output may still come when later cells run, so this looks at a cell more than once. */
function refuseBadOutput({ cell, number, output }: CellRun, notebook: string): void {
  const where = { notebook, cell: { number, source: cell.source }, stderr: output.errorText };
  if (output.failure) throw explained(output.failure, where);
  if (output.error) throw new NotebookError({ ...where, problem: "failed after it was done", advice: lateAdvice });
  if (output.stderr !== "") throw new NotebookError({ ...where, problem: "wrote to stderr", advice: stderrAdvice });
  if (output.isLate) {
    throw new NotebookError({ ...where, problem: "printed after it was done", advice: lateAdvice });
  }
}

/** A failure of the kernel, with its place; anything else is a fault of this program and stays as it is. */
function explained(thrown: unknown, { stderr = "", ...where }: Omit<NotebookProblem, "problem" | "advice">): unknown {
  if (!(thrown instanceof KernelFailure)) return thrown;
  const { message: problem, advice, details } = thrown;
  return new NotebookError({ ...where, problem, advice, stderr: stderr + details }, { cause: thrown });
}
