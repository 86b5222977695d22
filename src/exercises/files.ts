import { readFile } from "node:fs/promises";
import { writeFileAtomically } from "../files/atomic.js";
import { projectPath } from "../files/project.js";
import { serialiseNotebook } from "../kernel/notebook.js";
import { type Exercise, fileName } from "./exercise.js";
import { exercises } from "./exercises.js";
import { toNotebook, type Version } from "./to-notebook.js";

/** One of the two notebooks of an exercise, on disk. */
export interface ExerciseFile {
  exercise: Exercise;
  version: Version;
  /** As messages name it: `exercises/01-counting-days`, or `exercises/solutions/01-counting-days`. */
  name: string;
  /** Absolute path. */
  path: string;
}

/** Both notebooks of every exercise. */
export function exerciseFiles(): ExerciseFile[] {
  return exercises.flatMap((exercise) =>
    (["blank", "solution"] as const).map((version) => {
      const folder = version === "blank" ? "exercises" : "exercises/solutions";
      const name = `${folder}/${fileName(exercise)}`;
      return { exercise, version, name, path: projectPath("notebooks", `${name}.ipynb`) };
    }),
  );
}

/** The text of a notebook, as its exercise gives it: always the same bytes. */
export function exerciseText({ exercise, version }: Pick<ExerciseFile, "exercise" | "version">): string {
  return serialiseNotebook(toNotebook(exercise, version));
}

/**
 * Writes the notebooks of all exercises that are not on disk as their exercise gives them.
 *
 * @returns names of those written
 * @throws UserError if one cannot be written
 */
export async function writeExercises(): Promise<string[]> {
  const written: string[] = [];
  for (const file of exerciseFiles()) {
    if (await isAsWritten(file)) continue;
    await writeFileAtomically(file.path, exerciseText(file));
    written.push(file.name);
  }
  return written;
}

/** Whether the notebook on disk is the one that its exercise gives. */
export async function isAsWritten(file: ExerciseFile): Promise<boolean> {
  return (await readFile(file.path, "utf8").catch(() => "")) === exerciseText(file);
}
