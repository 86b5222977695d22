import { projectRoot } from "../files/project.js";
import { kernelName } from "./kernel-name.js";
import { type CodeCell, tagsOf } from "./nbformat.js";
import { injectedTag, type Notebook, serialiseNotebook } from "./notebook.js";
import { typeErrors } from "./type-check.js";

/**
 * What makes a notebook less than reproducible, as far as it can be seen without running it: one sentence a fault, none if it is sound.
 *
 * @param path where the notebook lies, from which its imports are looked up
 * @throws UserError if the compiler is not installed
 *
 * @example
 * await hygieneFaults(notebook, "notebooks/03-labelling-rates.ipynb"); // ["cell 3: uses Math.random; take numbers from a seed"]
 */
export async function hygieneFaults(notebook: Notebook, path: string): Promise<string[]> {
  const cells = notebook.cells.filter((cell) => cell.cell_type === "code");
  return [
    ...kernelFaults(notebook),
    ...countFaults(cells),
    ...pathFaults(notebook),
    ...cells.flatMap((cell, index) => sourceFaults(cell.source).map((fault) => `cell ${index + 1}: ${fault}`)),
    ...endFaults(cells),
    ...(await typeErrors(
      cells.map((cell) => (tagsOf(cell).includes(injectedTag) ? "" : cell.source)), // it declares once more what has a type already
      path,
    )),
  ];
}

function kernelFaults({ metadata }: Notebook): string[] {
  const { kernelspec } = metadata;
  const name = typeof kernelspec === "object" && kernelspec !== null && "name" in kernelspec ? kernelspec.name : "none";
  return name === kernelName ? [] : [`names another kernel: ${name}; run it by \`notebook run\``];
}

function countFaults(cells: readonly CodeCell[]): string[] {
  const counts = cells.map(({ execution_count }) => execution_count);
  const isInOrder = counts.every((count, index) => count === index + 1);
  const shown = counts.map((count) => count ?? "-").join(", ");
  return isInOrder ? [] : [`not executed once from top to bottom: ${shown}; run it by \`notebook run\``];
}

/** A path of the machine that the notebook was run on. */
const absolutePath =
  /(?<![\w.:/])\/(?:data|home|media|mnt|opt|private|root|srv|tmp|Users|usr|var|Volumes)\/[^\s"'`<>\\)]*|\bfile:\/\/\/[^\s"'`<>\\)]*|\b[A-Z]:(?:\\{4}|\\{2}(?![nrt])|\/)\w[^\s"'`<>)]*/;

function pathFaults(notebook: Notebook): string[] {
  const text = serialiseNotebook(notebook);
  const found = text.includes(projectRoot) ? projectRoot : absolutePath.exec(text)?.[0];
  return found === undefined ? [] : [`holds an absolute path: ${found}; look data up by name`];
}

/** What gives another value each time. */
const chance: readonly (readonly [RegExp, string])[] = [
  [
    /\bMath\s*(?:\.\s*random\b|\[\s*["'`]random\b)|\brandom\b[^=;]*=\s*Math\b/,
    "uses Math.random; take numbers from a seed",
  ],
  [/\brandom(?:UUID|Bytes|Int|Values)\b|\bgetRandomValues\b/, "uses random bytes; take numbers from a seed"],
  [/\.sample\(/, "draws rows by chance; draw them by numbers from a seed"],
  [
    /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^)\s])|(?<!\bnew\s+|[\w.])Date\(|\bperformance\.now\b|\bhrtime\b/,
    "reads the clock; name the day instead",
  ],
];

function sourceFaults(source: string): string[] {
  return chance.filter(([use]) => use.test(source)).map(([, fault]) => fault);
}

function endFaults(cells: readonly CodeCell[]): string[] {
  const last = cells.at(-1)?.source.trimEnd() ?? "";
  const statement = last.slice(last.lastIndexOf("\nawait ") + 1);
  return statement.startsWith("await ")
    ? []
    : ["does not end in an awaited check; end it in `await expectVerdicts(...)`"];
}
