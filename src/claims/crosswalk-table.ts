import { type CrosswalkRow, outcomeText } from "./crosswalk.js";

const opening = "<!-- claims: written from the crosswalk, do not edit by hand -->";
const closing = "<!-- end of claims -->";

/** The computed claims as a Markdown table: what was published, what came out, and the line and figure behind it. */
export function crosswalkTable(rows: CrosswalkRow[]): string {
  const computed = rows.filter(({ code }) => code !== null);
  const lines = computed.map((row) => {
    const { id, claim, verdict, basis, code, figure } = row;
    const [file = "", line = ""] = (code ?? "").split("#");
    const program = `[\`${file.replace("src/", "")}\`](${file}#L${line}) line ${line}`;
    const drawing = figure === null ? "" : `[figure](${figure})`;
    const cells = [
      id,
      claim.published,
      outcomeText(row),
      basis === null ? verdict : `${verdict} (${basis})`,
      program,
      drawing,
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    "| claim | published | recomputed | verdict | program | figure |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/**
 * A README with its table of claims replaced by the current one.
 *
 * @throws Error when the two comments that enclose the table are not there.
 */
export function withCrosswalk(readme: string, rows: CrosswalkRow[]): string {
  const from = readme.indexOf(opening);
  const to = readme.indexOf(closing);
  if (from < 0 || to < from) throw new Error(`README.md has no place for the claims: "${opening}" to "${closing}"`);
  return `${readme.slice(0, from + opening.length)}\n\n${crosswalkTable(rows)}\n\n${readme.slice(to)}`;
}
