import { wholeNumber } from "../text/number-text.js";
import { calibrationTable } from "./calibrate/calibration-table.js";
import type { CalibrationRow } from "./calibrate/row.js";
import type { Twin } from "./make-twin.js";
import { wholeDownTo } from "./post-totals.js";

/** What was planted in a twin, and every calibrated quantity with its target, what was reached, and the error. */
export function describeTwin(twin: Twin): string {
  const { seed, scale, effort } = twin.options;
  const calibrated = scale >= wholeDownTo ? "" : "; below 0.05 everything shrinks and nothing is calibrated";
  return [
    `seed ${seed}, scale ${scale}, effort ${effort}${calibrated}`,
    `${wholeNumber(twin.posts.count)} posts, ${wholeNumber(twin.events.count)} amplifications by ${wholeNumber(twin.amplifiers.count)} accounts`,
    "",
    "Planted groups (all but the network are innocent):",
    ...plantedGroups(twin).map(([group, accounts]) => `  ${wholeNumber(accounts).padStart(6)}  ${group}`),
    "",
    "Calibrated quantities:",
    ...rowTexts(calibrationTable(twin)),
  ].join("\n");
}

function plantedGroups({ amplifiers }: Twin): [string, number][] {
  const counts = new Map<string, number>();
  for (const { group } of amplifiers.planted.values()) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function rowTexts(rows: CalibrationRow[]): string[] {
  const cells = rows.map(({ claim, quantity, target, relation, reached, error, how }) => [
    claim,
    quantity,
    `${relation === "equal" ? "" : `${relation} `}${number(target)}`,
    number(reached),
    error === 0 ? "exact" : `${(error * 100).toFixed(2)}%`,
    how,
  ]);
  const heads = ["claim", "quantity", "target", "reached", "error", "how it was counted"];
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => (row[column] ?? "").length)));
  return [heads, ...cells].map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}

function number(value: number): string {
  return Number.isInteger(value) ? wholeNumber(value) : String(Number(value.toPrecision(4)));
}
