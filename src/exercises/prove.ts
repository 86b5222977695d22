import { dirname } from "node:path";
import { UserError } from "../errors.js";
import type { Notebook } from "../kernel/notebook.js";
import { runNotebook } from "../kernel/run-notebook.js";
import { typeErrors } from "../kernel/type-check.js";
import type { ExerciseFile } from "./files.js";
import { isAsWritten } from "./files.js";
import { toNotebook } from "./to-notebook.js";

/**
 * Runs a notebook of an exercise on the kernel and says what keeps it from being one: a solution must be right in every part, and a notebook
 * with blanks must run to its end and say "not yet" to every part.
 *
 * @returns one text a fault, none if all is well
 */
export async function exerciseFaults(file: ExerciseFile): Promise<string[]> {
  const stale = (await isAsWritten(file)) ? [] : ["is not what its source gives; run `exercises write`"];
  const notebook = toNotebook(file.exercise, file.version);
  try {
    const executed = await runNotebook(notebook, { cwd: dirname(file.path), name: file.name });
    return [...stale, ...replyFaults(file, checkReplies(executed))];
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return [...stale, thrown.message];
  }
}

/** Type errors of an exercise's cells under `--strict`, which the kernel does not check. */
export function exerciseTypeErrors({ exercise, version, path }: ExerciseFile): Promise<string[]> {
  const { cells } = toNotebook(exercise, version);
  const sources = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
  return typeErrors(sources, path);
}

/** What the check in the last cell of an executed notebook answered, line by line. */
export function checkReplies(executed: Notebook): string[] {
  const [last] = executed.cells.filter((cell) => cell.cell_type === "code").slice(-1);
  const texts = (last?.outputs ?? []).map((output) => ("data" in output ? output.data["text/plain"] : ""));
  return texts.map(String).join("\n").split("\n");
}

/** Whether a check answered every part as it must: by `right` in a solution, by `not yet` where all is blank. */
export function replyFaults(
  { exercise, version }: Pick<ExerciseFile, "exercise" | "version">,
  replies: readonly string[],
): string[] {
  const wanted = version === "solution" ? "right" : "not yet";
  return exercise.parts.flatMap((part) => {
    const reply = replies.find((line) => line.includes(`: ${part} `));
    if (reply?.startsWith(`${wanted}: ${part} `)) return [];
    return [`the check must say "${wanted}: ${part} ...", and says ${JSON.stringify(reply ?? "nothing about it")}`];
  });
}
