import { basename } from "node:path";
import { UserError } from "../errors.js";
import type { CsvRow, CsvTable } from "../files/csv.js";
import { isUtcDay, type UtcDay } from "../study/time.js";
import { type ImportAccount, ImportTally } from "./import-account.js";
import { booleanOf, dayOf, handleKey, isHandle, textOf } from "./values.js";

/** What was shown on an account in a scrape round. */
export interface ObservedLabel {
  handle: string;
  /** In the platform's words, in whatever language the page came; null where none was shown. */
  label: string | null;
  verified: boolean | null;
}

export interface LabelScrape {
  /** Day of the round, from the name of the file: the scraping itself may have taken longer than a day. */
  round: UtcDay;
  /** In the order of the file. Handles occur once, compared without case. */
  labels: ObservedLabel[];
  account: ImportAccount;
}

/** Columns that are read: no names or descriptions. */
export const labelColumns = ["handle", "gov_label", "verified", "date_scraped"] as const;

/**
 * Reads one scrape round. A missing label is the text NA.
 *
 * @throws UserError for a file without a day in its name, an impossible date, or a handle on two rows that say different things
 */
export function readLabelScrape(table: CsvTable): LabelScrape {
  const tally = new ImportTally(table);
  const round = roundOf(table.file);
  const seen = new Map<string, ObservedLabel & { line: number }>();
  for (const row of table.rows) {
    const observed = labelOf(row, tally);
    if (!observed || isRepeated(row, observed, seen, tally)) continue;
    seen.set(handleKey(observed.handle), { ...observed, line: row.line });
    tally.keep();
    tally.note("accounts without a label", observed.label === null ? 1 : 0);
    const scraped = textOf(row, "date_scraped") === null ? null : dayOf(row, "date_scraped");
    if (scraped !== round) tally.note(`scraped on another day than the round (${scraped ?? "not given"})`);
  }
  const labels = [...seen.values()].map(({ handle, label, verified }) => ({ handle, label, verified }));
  const texts = new Set(labels.flatMap(({ label }) => label ?? []));
  tally.note("different label texts, in whatever language", texts.size);
  return { round, labels, account: tally.close() };
}

function roundOf(file: string): UtcDay {
  const day = /_(\d{4}-\d{2}-\d{2})\.csv$/.exec(basename(file))?.[1] ?? "";
  if (isUtcDay(day)) return day;
  throw new UserError(`${file}: no day of the scrape round in the name of the file; name it labels_YYYY-MM-DD.csv`);
}

function labelOf(row: CsvRow, tally: ImportTally): ObservedLabel | undefined {
  const handle = row.get("handle").trim();
  const verified = booleanOf(row, "verified");
  const refuse = (column: string, problem: string, remedy: string) =>
    tally.reject(row, column, `${problem}: "${row.get(column)}"`, remedy);
  if (!isHandle(handle)) refuse("handle", "not a handle", "write the handle alone, without @ or address");
  else if (verified === undefined) refuse("verified", "not TRUE, FALSE or NA", "write one of them");
  else return { handle, label: textOf(row, "gov_label"), verified };
  return undefined;
}

function isRepeated(
  row: CsvRow,
  observed: ObservedLabel,
  seen: Map<string, ObservedLabel & { line: number }>,
  tally: ImportTally,
): boolean {
  const first = seen.get(handleKey(observed.handle));
  if (!first) return false;
  if (first.label !== observed.label || first.verified !== observed.verified) {
    throw new UserError(
      `${row.at("handle")}: duplicate handle: "${observed.handle}", on line ${first.line} with another label or badge; keep one`,
    );
  }
  tally.merge();
  return true;
}
