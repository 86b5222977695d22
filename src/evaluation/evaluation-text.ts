import type { Result, Setting } from "./evaluate.js";
import { type Mean, type Summary, summaries } from "./summary.js";

const titles: Record<Setting, string> = {
  events: "Planted in real traffic",
  twin: "Planted in the London part of twins",
};

/** The evaluation as text: a table for each setting and effort, and whom of the innocent each rule hits. */
export function evaluationText(results: readonly Result[]): string {
  const all = summaries(results);
  const tables = [...new Set(all.map(({ setting, effort }) => `${setting} ${effort}`))].map((key) => {
    return tableText(all.filter(({ setting, effort }) => `${setting} ${effort}` === key));
  });
  return `${tables.join("\n\n")}\n\nMeans over seeds, in brackets 95% intervals (bootstrap of seeds). Precision is 0 where nobody is flagged.`;
}

function tableText(rows: readonly Summary[]): string {
  const [first] = rows;
  if (!first) return "";
  const lines = [
    `${titles[first.setting]}, effort ${first.effort}, ${first.seeds} ${first.seeds === 1 ? "seed" : "seeds"}`,
    line("rule", "precision", "recall", "accounts flagged"),
    ...rows.map(({ rule, precision, recall, flagged }) => {
      return line(rule, meanText(precision, 2), meanText(recall, 2), meanText(flagged, 1));
    }),
  ];
  const hits = rows.filter(({ innocents }) => innocents.length > 0);
  if (hits.length > 0) lines.push("innocent accounts flagged, by group:", ...hits.map(hitText));
  return lines.join("\n");
}

function line(...[rule = "", ...cells]: string[]): string {
  return `${rule.padEnd(28)}${cells.map((cell) => cell.padEnd(20)).join("")}`.trimEnd();
}

function meanText({ mean, interval }: Mean, digits: number): string {
  const text = (value: number) => value.toFixed(digits);
  return interval === null ? text(mean) : `${text(mean)} [${text(interval.low)}, ${text(interval.high)}]`;
}

function hitText({ rule, innocents }: Summary): string {
  return `  ${rule}: ${innocents.map(({ group, flagged }) => `${group} ${flagged.toFixed(1)}`).join(", ")}`;
}

/** The results as CSV, one row a rule in a case. */
export function evaluationCsv(results: readonly Result[]): string {
  const rows = results.map((one) => [
    ...[one.setting, one.effort, one.seed, `"${one.rule}"`, one.flagged, one.right, one.members],
    ...[one.precision.toFixed(6), one.recall.toFixed(6)],
    [...one.innocents].map(([group, { flagged }]) => `${group}: ${flagged}`).join("; "),
  ]);
  return `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`;
}

const header = "setting,effort,seed,rule,flagged,right,members,precision,recall,innocents_flagged";
