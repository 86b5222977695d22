import { tables } from "../corpus/schema.js";
import { UserError } from "../errors.js";
import type { CsvRow, CsvTable } from "../files/csv.js";
import type { UtcDay, UtcInstant } from "../study/time.js";
import { type ImportAccount, ImportTally } from "./import-account.js";
import { booleanOf, countOf, dayOf, handleKey, instantOf, isHandle, textOf } from "./values.js";

/** A profile as it was on a day. */
export interface ProfileSnapshot {
  accountId: string;
  handle: string;
  createdAt: UtcInstant | null;
  followers: number | null;
  verified: boolean | null;
  observedOn: UtcDay;
}

export interface ProfileSnapshots {
  /** In the order of the file. Ids and handles occur once. */
  profiles: ProfileSnapshot[];
  account: ImportAccount;
}

/** Columns that are read: no names, descriptions, locations or pictures. */
export const profileColumns = [
  "user_id",
  "screen_name",
  "followers_count",
  "account_created_at",
  "verified",
  "date_scraped",
] as const;

/**
 * Reads profile snapshots, in the columns in which the R package rtweet writes them.
 *
 * @throws UserError for an id or a handle on two rows, and for an impossible date, with the place
 */
export function readProfiles(table: CsvTable): ProfileSnapshots {
  const tally = new ImportTally(table);
  const profiles: ProfileSnapshot[] = [];
  const seen = { user_id: new Map<string, number>(), screen_name: new Map<string, number>() };
  for (const row of table.rows) {
    const profile = profileOf(row, tally);
    if (!profile) continue;
    refuseSecond(row, "user_id", profile.accountId, seen.user_id);
    refuseSecond(row, "screen_name", handleKey(profile.handle), seen.screen_name);
    profiles.push(profile);
    tally.keep();
    if (profile.createdAt === null) tally.note("profiles without a creation date");
  }
  return { profiles, account: tally.close() };
}

function profileOf(row: CsvRow, tally: ImportTally): ProfileSnapshot | undefined {
  const accountId = row.get("user_id");
  const handle = row.get("screen_name").trim();
  const followers = countOf(row, "followers_count");
  const verified = booleanOf(row, "verified");
  const refuse = (column: string, problem: string, remedy: string) =>
    tally.reject(row, column, `${problem}: "${row.get(column)}"`, remedy);
  if (!/^\d+$/.test(accountId))
    refuse("user_id", "not an id", "write all its digits, as text: spreadsheets round them");
  else if (!isHandle(handle)) refuse("screen_name", "not a handle", "write the handle alone, without @ or address");
  else if (followers === undefined) refuse("followers_count", "not a count", "write digits only, or NA");
  else if (verified === undefined) refuse("verified", "not TRUE, FALSE or NA", "write one of them");
  else return { accountId, handle, followers, verified, ...datesOf(row) };
  return undefined;
}

function datesOf(row: CsvRow): Pick<ProfileSnapshot, "createdAt" | "observedOn"> {
  const observedOn = dayOf(row, "date_scraped");
  if (textOf(row, "account_created_at") === null) return { createdAt: null, observedOn };
  const createdAt = instantOf(row, "account_created_at");
  const place = row.at("account_created_at");
  const first = tables.accounts.fields.created_at.minimum;
  if (createdAt < first) throw new UserError(`${place}: created before ${first}: "${createdAt}"; correct the date`);
  if (createdAt.slice(0, 10) <= observedOn) return { createdAt, observedOn };
  throw new UserError(
    `${place}: created after it was seen on ${observedOn}: "${createdAt}"; correct one of the two dates`,
  );
}

function refuseSecond(row: CsvRow, column: string, key: string, lines: Map<string, number>): void {
  const first = lines.get(key);
  const what = column === "user_id" ? "duplicate id" : "duplicate handle";
  if (first !== undefined) {
    throw new UserError(`${row.at(column)}: ${what}: "${key}", first on line ${first}; keep one row an account`);
  }
  lines.set(key, row.line);
}
