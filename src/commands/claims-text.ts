import { type CrosswalkRow, outcomeText } from "../claims/crosswalk.js";
import type { ClaimsFile } from "../pipeline/finding-steps.js";

/** The numbers a reader looks for first. */
export function headlineLines({ corpus, headlines }: ClaimsFile): string[] {
  return [`${corpus.title}, corpus ${corpus.name} (${corpus.basis})`, ...headlines];
}

/** How many claims there are of each verdict: one line a verdict, most frequent first. */
export function verdictCounts({ rows }: ClaimsFile): string[] {
  const counts = new Map<string, number>();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [`claims: ${rows.length}`, ...sorted.map(([verdict, count]) => `  ${count} ${verdict}`)];
}

/** A claim as a paragraph: verdict, sentence, numbers, and where to look. */
export function claimParagraph(row: CrosswalkRow): string {
  const { id, claim, verdict, basis, corpus, code, notebook, figure } = row;
  const reading = [basis, corpus].filter((part) => part !== null).join(", ");
  const tolerance = claim.tolerance === null ? "none" : `${claim.tolerance} (${claim.toleranceReason})`;
  const places = [code, notebook, figure].filter((place) => place !== null);
  return [
    `${id}  ${verdict}${reading === "" ? "" : ` (${reading})`}`,
    `    ${claim.claim}`,
    `    published: ${claim.published || "no number"}`,
    `    recomputed: ${outcomeText(row)}`,
    ...contradictionLine(row),
    `    tolerance: ${tolerance}`,
    ...(places.length > 0 ? [`    ${places.join("  ")}`] : []),
  ].join("\n");
}

function contradictionLine({ outcome }: CrosswalkRow): string[] {
  const contradiction = outcome && "contradiction" in outcome ? outcome.contradiction : undefined;
  return contradiction === undefined ? [] : [`    ${contradiction}`];
}
