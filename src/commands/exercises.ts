import type { Command } from "commander";
import { UserError } from "../errors.js";
import { exerciseFiles, writeExercises } from "../exercises/files.js";
import { exerciseTypeErrors, proveExercises } from "../exercises/prove.js";

export function addExercises(program: Command): void {
  const exercises = program
    .command("exercises")
    .description("the student exercises: write their notebooks, or check them");
  exercises
    .command("write")
    .description("write the notebooks with blanks and the solved ones from their one source in src/exercises")
    .action(writeCommand);
  exercises
    .command("check")
    .description("run all of them: blanks must say kindly what is missing, solutions must be right")
    .action(checkCommand);
}

async function writeCommand(): Promise<void> {
  const written = await writeExercises();
  for (const name of written) process.stdout.write(`wrote ${name}\n`);
  if (written.length === 0) process.stdout.write("up to date\n");
}

async function checkCommand(): Promise<void> {
  const files = exerciseFiles();
  const proofs = (
    await Promise.all(
      ["blank", "solution"].map((version) => proveExercises(files.filter((file) => file.version === version))),
    )
  ).flat();
  const types = await exerciseTypeErrors(proofs.map(({ file }) => file));
  const bad = proofs.flatMap(({ file, faults }, at) => {
    const all = [...faults, ...(types[at] ?? [])];
    process.stdout.write(`${all.length === 0 ? "ok " : "BAD"}  ${file.name}\n`);
    for (const fault of all) process.stdout.write(`${fault.replace(/^/gm, "     ")}\n`);
    return all.length === 0 ? [] : [file.name];
  });
  if (bad.length > 0)
    throw new UserError(`exercises are not as they must be: ${bad.join(", ")}; correct src/exercises`);
  process.stdout.write(`${files.length} notebooks are as they must be\n`);
}
