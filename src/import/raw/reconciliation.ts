import type { Fate } from "../merge/fates.js";
import type { MergedFile, RejectReason } from "../merge/merge.js";
import type { ReadingPlan } from "./plan-units.js";

/** What became of the rows of one raw file: rows = kept + merged + rejected. */
export interface FileReconciliation {
  file: string;
  format: string;
  rows: number;
  kept: number;
  merged: number;
  rejected: number;
  /** Why rows were rejected. */
  reasons: { reason: string; rows: number }[];
}

/** The file of an imported corpus that holds what became of the rows of each raw file. */
export const reconciliationFile = "reconciliation.json";

/** @throws Error if a row was forgotten or counted twice: a fault of the importer, not of the file */
export function reconcile(
  plan: ReadingPlan,
  files: readonly MergedFile[],
  fates: readonly Fate[],
  reasons: readonly RejectReason[],
): FileReconciliation[] {
  return files.map(({ file, units }, at) => {
    const ofFile = fates.filter(({ file_number }) => file_number === at);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const rows = sum(units.map(({ packed }) => packed.rows));
    const kept = sum(ofFile.map((fate) => fate.kept));
    const merged = sum(ofFile.map((fate) => fate.merged));
    const rejected = sum([...units.map(({ packed }) => packed.rejected), ...ofFile.map((fate) => fate.rejected)]);
    if (kept + merged + rejected !== rows) {
      throw new Error(`${file}: ${rows} rows read, ${kept} kept + ${merged} merged + ${rejected} rejected`);
    }
    const why = reasons.filter((one) => one.file === file).map(({ reason, rows: count }) => ({ reason, rows: count }));
    return { file, format: plan.files[at]?.format ?? "", rows, kept, merged, rejected, reasons: why };
  });
}

/** One line a format, and one for all of them: `twitter-v1.1: 12 rows in = 9 kept + 2 merged + 1 rejected (not JSON: 1)`. */
export function reconciliationLines(files: readonly FileReconciliation[]): string[] {
  const formats = [...new Set(files.map(({ format }) => format))];
  const lines = formats.map((format) =>
    line(
      format,
      files.filter((file) => file.format === format),
    ),
  );
  return formats.length > 1 ? [...lines, line("all", files)] : lines;
}

function line(name: string, files: readonly FileReconciliation[]): string {
  const sum = (count: (file: FileReconciliation) => number) => files.reduce((total, file) => total + count(file), 0);
  const parts = `${sum((file) => file.kept)} kept + ${sum((file) => file.merged)} merged + ${sum((file) => file.rejected)} rejected`;
  const reasons = new Map<string, number>();
  for (const { reason, rows } of files.flatMap((file) => file.reasons))
    reasons.set(reason, (reasons.get(reason) ?? 0) + rows);
  const most = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
  const why = most.map(([reason, rows]) => `${reason}: ${rows}`).join("; ");
  return `${name}: ${sum((file) => file.rows)} rows in = ${parts}${why === "" ? "" : ` (${why})`}`;
}
