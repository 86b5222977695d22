import { dirname } from "node:path";
import { UserError } from "../errors.js";
import type { CodeCell } from "../kernel/nbformat.js";
import type { Notebook } from "../kernel/notebook.js";
import { runNotebook } from "../kernel/run-notebook.js";
import { typeErrorsOfEach } from "../kernel/type-check.js";
import { type ExerciseFile, isAsWritten } from "./files.js";
import { replyFaults } from "./replies.js";
import { toNotebook } from "./to-notebook.js";

/** A notebook, and what keeps it from being an exercise or a solution. */
export interface Proof {
  file: ExerciseFile;
  faults: string[];
}

/**
 * Runs notebooks of exercises and says what is wrong with each: a solution must be right in every part, and a notebook with blanks must run
 * to its end and say "not yet" to every part. They run one after the other on one kernel, which takes a quarter of the time of a kernel each;
 * only if that fails, each on its own, to know which it was. That none leans on another's declarations is held by `exerciseTypeErrors`.
 *
 * @param files in one folder
 */
export async function proveExercises(files: readonly ExerciseFile[]): Promise<Proof[]> {
  const together = await runTogether(files);
  if (Array.isArray(together)) return together;
  const [only] = files;
  if (only && files.length === 1) return [{ file: only, faults: [together.message] }];
  const proofs: Proof[] = [];
  for (const file of files) proofs.push(...(await proveExercises([file])));
  return proofs;
}

/** Type errors of each notebook under `--strict`, which the kernel does not check. */
export function exerciseTypeErrors(files: readonly ExerciseFile[]): Promise<string[][]> {
  return typeErrorsOfEach(
    files.map((file) => ({ sources: codeCells(notebookOf(file)).map(({ source }) => source), path: file.path })),
  );
}

async function runTogether(files: readonly ExerciseFile[]): Promise<Proof[] | UserError> {
  const notebooks = files.map(notebookOf);
  const [first] = files;
  if (first === undefined) return [];
  const name = files.length === 1 ? first.name : "exercises";
  try {
    const executed = codeCells(await runNotebook(joined(notebooks), { cwd: dirname(first.path), name }));
    const proofs: Proof[] = [];
    for (const [at, file] of files.entries()) {
      const own = executed.splice(0, codeCells(notebooks[at]).length);
      const stale = (await isAsWritten(file)) ? [] : ["is not what its source gives; run `exercises write`"];
      proofs.push({ file, faults: [...stale, ...replyFaults(file, own.at(-1))] });
    }
    return proofs;
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return thrown;
  }
}

function notebookOf({ exercise, version }: ExerciseFile): Notebook {
  return toNotebook(exercise, version);
}

function joined(notebooks: readonly Notebook[]): Notebook {
  return { cells: notebooks.flatMap(({ cells }) => cells), metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

function codeCells(notebook: Notebook | undefined): CodeCell[] {
  return (notebook?.cells ?? []).filter((cell) => cell.cell_type === "code");
}
