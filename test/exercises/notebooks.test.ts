import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { exerciseChecks } from "../../src/exercises/checks.js";
import type { Step } from "../../src/exercises/exercise.js";
import { exercises } from "../../src/exercises/exercises.js";
import { exerciseFiles, exerciseText, isAsWritten } from "../../src/exercises/files.js";
import { proveExercises } from "../../src/exercises/prove.js";
import { replyFaults } from "../../src/exercises/replies.js";
import { projectPath } from "../../src/files/project.js";
import { codeCell } from "../kernel/small-notebook.js";

const files = exerciseFiles();

/** What a student gets of a step. */
function given(step: Step): string {
  return "blank" in step ? step.blank : "code" in step ? step.code : "";
}

describe("the notebooks of the exercises", () => {
  it.each(files)("$name is what its source gives (`exercises write` writes it)", async (file) => {
    await expect(isAsWritten(file)).resolves.toBe(true);
  });

  it("are all that lie there", async () => {
    for (const folder of ["exercises", "exercises/solutions"]) {
      const there = (await readdir(projectPath("notebooks", folder))).filter((name) => name.endsWith(".ipynb"));
      expect(there.sort()).toEqual(
        files
          .filter(({ name }) => name.slice(0, name.lastIndexOf("/")) === folder)
          .map(({ path }) => path.split("/").at(-1)),
      );
    }
  });

  it("with blanks hold no solution", () => {
    for (const file of files.filter(({ version }) => version === "blank")) {
      const text = exerciseText(file);
      const solved = file.exercise.steps.flatMap((step) => ("solution" in step ? step.solution.split("\n") : []));
      const telling = solved.filter((line) => line.trim().length > 25 && !line.startsWith("import "));
      expect(telling.length).toBeGreaterThan(1);
      for (const line of telling.filter((one) => !file.exercise.steps.some((step) => given(step).includes(one)))) {
        expect(text).not.toContain(JSON.stringify(line.trim()).slice(1, -1));
      }
    }
  });

  it("ask for exactly what is checked, under the same names", () => {
    const asked = exercises.map(({ name, parts }) => [name, parts]);
    expect(asked).toEqual([...exerciseChecks].map(([name, parts]) => [name, Object.keys(parts)]));
    expect(exercises.map(({ number }) => number)).toEqual(exercises.map((_, at) => at + 1));
  });

  // Not `hygieneFaults` as a whole: exercises are committed unrun, without counts; `exercises check` checks their types, all at once.
  it("follow the rules of cells: no chance, no clock, no shorthand of variables from other cells", () => {
    for (const file of files) {
      expect(exerciseText(file)).not.toMatch(/Math\.random|Date\.now|new Date\(\)|await \(|for await|^export /m);
    }
  });
});

describe("the proof", () => {
  const [exercise] = exercises;
  const check = (text: string) => ({
    ...codeCell("check", ""),
    outputs: [{ output_type: "display_data" as const, data: { "text/plain": text }, metadata: {} }],
  });

  it("refuses a blank that passes, a solution that does not, and a check that says nothing", () => {
    if (exercise === undefined) throw new Error("there are no exercises");
    const mixed = check("right: windowDays is good\nnot yet: activeDays is empty");
    expect(replyFaults({ exercise, version: "blank" }, mixed)).toEqual([
      'the check must say "not yet: windowDays ...", and says "right: windowDays is good"',
    ]);
    expect(replyFaults({ exercise, version: "solution" }, mixed)).toEqual([
      'the check must say "right: activeDays ...", and says "not yet: activeDays is empty"',
    ]);
    expect(replyFaults({ exercise, version: "solution" }, undefined)).toHaveLength(2);
  });

  it("finds nothing wrong with an exercise and its solution on the kernel", async () => {
    const [blank, solution] = files;
    if (blank === undefined || solution === undefined) throw new Error("there are no exercises");
    const [blanks, solved] = await Promise.all([proveExercises([blank]), proveExercises([solution])]);
    expect([blanks, solved]).toEqual([[{ file: blank, faults: [] }], [{ file: solution, faults: [] }]]);
  }, 120_000);
});
