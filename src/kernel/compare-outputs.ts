import { type CodeCell, type MimeBundle, type Output, tagsOf } from "./nbformat.js";
import { normaliseSvg } from "./normalise-svg.js";
import type { Notebook } from "./notebook.js";

/** Tag of a cell whose output may differ from run to run: the only ones that are not compared. */
export const varyingTag = "output-varies";

/**
 * How a rerun differs from what was kept, for people: a few lines a cell, none if the two agree. Texts and values must be equal; figures
 * after what only the drawing library decides is taken out.
 *
 * @example
 * differencesOf(committed, await runNotebook(committed, options)); // ["cell 4, text/plain, line 2\n  - 188\n  + 189"]
 */
export function differencesOf(kept: Notebook, rerun: Notebook): string[] {
  const [before, after] = [kept, rerun].map(({ cells }) => cells.filter((cell) => cell.cell_type === "code"));
  if (before === undefined || after === undefined || before.length !== after.length) return ["not the same cells"];
  return before.flatMap((cell, index) => {
    const again = after[index];
    if (again === undefined || tagsOf(cell).includes(varyingTag)) return [];
    return cellDifferences(cell, again).map((difference) => `cell ${index + 1}, ${difference}`);
  });
}

function cellDifferences(kept: CodeCell, rerun: CodeCell): string[] {
  const [before, after] = [kept, rerun].map(({ outputs }) => joined(outputs).map(formsOf));
  if (before === undefined || after === undefined || before.length !== after.length) {
    return [`number of outputs\n  - ${before?.length}\n  + ${after?.length}`];
  }
  return before.flatMap((forms, index) => formDifferences(forms, after[index] ?? {}));
}

/** Streams that follow each other are one: where a text is cut depends on timing. */
function joined(outputs: readonly Output[]): Output[] {
  const whole: Output[] = [];
  for (const output of outputs) {
    const last = whole.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      whole[whole.length - 1] = { ...last, text: last.text + output.text };
    } else whole.push(output);
  }
  return whole;
}

/** An output as texts by what they are: its media types, or the stream. */
function formsOf(output: Output): Record<string, string> {
  switch (output.output_type) {
    case "stream":
      return { [output.name]: output.text };
    case "error":
      return { error: `${output.ename}: ${output.evalue}` };
    default:
      return bundleForms(output.data);
  }
}

function bundleForms(data: MimeBundle): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).map(([type, content]) => {
      const text = typeof content === "string" ? content : JSON.stringify(content, null, 1);
      return [type, type === "image/svg+xml" ? normaliseSvg(text) : text];
    }),
  );
}

function formDifferences(before: Record<string, string>, after: Record<string, string>): string[] {
  const types = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return types
    .filter((type) => before[type] !== after[type])
    .map((type) => `${type}${lineDifferences(before[type] ?? "nothing", after[type] ?? "nothing")}`);
}

const mostLines = 5;
const longestLine = 200;

/** The first lines that differ, one below the other. */
function lineDifferences(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const differing = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => index).filter(
    (index) => old[index] !== now[index],
  );
  const shown = differing.slice(0, mostLines).flatMap((index) => pair(old[index], now[index]));
  const more = differing.length - mostLines;
  return [`, line ${(differing[0] ?? 0) + 1}`, ...shown, ...(more > 0 ? [`  and ${more} more lines`] : [])].join("\n");
}

/** Two lines, each from shortly before the place where they part. */
function pair(old: string | undefined, now: string | undefined): string[] {
  let parted = 0;
  while (old !== undefined && now !== undefined && parted < old.length && old[parted] === now[parted]) parted += 1;
  const from = parted > longestLine / 2 ? parted - longestLine / 2 : 0;
  return [
    ...(old === undefined ? [] : [`  - ${excerpt(old, from)}`]),
    ...(now === undefined ? [] : [`  + ${excerpt(now, from)}`]),
  ];
}

function excerpt(line: string, from: number): string {
  const shown = line.slice(from, from + longestLine);
  return `${from > 0 ? "..." : ""}${shown}${from + longestLine < line.length ? "..." : ""}`;
}
