import type { Command } from "commander";
import { exerciseFiles, writeExercises } from "../exercises/files.js";
import { exerciseFaults, exerciseTypeErrors } from "../exercises/prove.js";
import { duration } from "../pipeline/progress.js";
import { runInOrder } from "../pipeline/schedule.js";
import { wholeFrom } from "./numbers.js";

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
    .option("--jobs <n>", "how many to run at a time", "2")
    .action(checkCommand);
}

async function writeCommand(): Promise<void> {
  const written = await writeExercises();
  for (const name of written) process.stdout.write(`wrote ${name}\n`);
  if (written.length === 0) process.stdout.write("up to date\n");
}

async function checkCommand({ jobs }: { jobs: string }): Promise<void> {
  const concurrency = wholeFrom(1, "jobs", jobs);
  const tasks = exerciseFiles().map((file) => ({ name: file.name, after: [] as [], file }));
  const bad = (
    await runInOrder(tasks, concurrency, async ({ name, file }) => {
      const begun = performance.now();
      const faults = [...(await exerciseFaults(file)), ...(await exerciseTypeErrors(file))];
      tell(name, faults, (performance.now() - begun) / 1000);
      return faults.length > 0 ? [name] : [];
    })
  ).flat();
  if (bad.length > 0) process.exitCode = 1;
  process.stdout.write(
    bad.length > 0 ? `not as they must be: ${bad.join(", ")}\n` : `${tasks.length} notebooks are as they must be\n`,
  );
}

function tell(name: string, faults: readonly string[], seconds: number): void {
  process.stdout.write(`${faults.length === 0 ? "ok " : "BAD"}  ${name} (${duration(seconds)})\n`);
  for (const fault of faults) process.stdout.write(`${fault.replace(/^/gm, "     ")}\n`);
}
