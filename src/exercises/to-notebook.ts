import type { Cell } from "../kernel/nbformat.js";
import { type Notebook, stripOutputs } from "../kernel/notebook.js";
import { type Exercise, fileName, type Step } from "./exercise.js";

/** Which of the two notebooks of an exercise. */
export type Version = "blank" | "solution";

/**
 * The notebook of an exercise, with blanks or solved, without outputs.
 *
 * @example
 * serialiseNotebook(toNotebook(countingDays, "blank")); // the text of notebooks/exercises/01-counting-days.ipynb
 */
export function toNotebook(exercise: Exercise, version: Version): Notebook {
  const root = version === "blank" ? "../.." : "../../..";
  const parts = [
    markdown(opening(exercise, version, root)),
    ...exercise.steps.flatMap((step) => cellsOf(step, version)),
    markdown(
      "## Check\n\nThe answer is in words; an empty blank is no error. Correct a cell, run it, and run the check again.",
    ),
    code(checkCode(exercise)),
    markdown(ending(exercise, root)),
  ];
  const cells = parts.map((cell, at): Cell => ({ ...cell, id: `exercise-${exercise.number}-${at + 1}` }));
  return stripOutputs({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

function opening({ number, name, title, story }: Exercise, version: Version, root: string): string {
  const file = `${fileName({ number, name })}.ipynb`;
  const other = version === "blank" ? "" : `\n\nThis is the solution of [the exercise](../${file}).`;
  const links = `Method card: [${name}](${root}/docs/methods/${name}.md). Words: [glossary](${root}/docs/glossary.md).`;
  return `# Exercise ${number}: ${title}${other}\n\n${story}\n\n${links}`;
}

function cellsOf(step: Step, version: Version): Cell[] {
  if ("text" in step) return [markdown(step.text)];
  if ("code" in step) return [code(step.code)];
  const hint = `<details>\n<summary>Hint</summary>\n\n${step.hint}\n\n</details>`;
  return [markdown(`${step.ask}\n\n${hint}`), code(version === "blank" ? step.blank : step.solution)];
}

/** Shorthand of variables from earlier cells fails in tslab, so each part is written out. */
function checkCode({ name, parts }: Exercise): string {
  const answer = parts.map((part) => `${part}: ${part}`).join(", ");
  return `import { showCheck } from "amplification-audit";\n\nawait showCheck("${name}", { ${answer} });`;
}

function ending({ next }: Exercise, root: string): string {
  return `**What to read next.** [${next.notebook}](${root}/notebooks/${next.notebook}.ipynb): ${next.why}`;
}

function markdown(source: string): Cell {
  return { id: "", cell_type: "markdown", metadata: {}, source };
}

function code(source: string): Cell {
  return { id: "", cell_type: "code", metadata: {}, source, execution_count: null, outputs: [] };
}
