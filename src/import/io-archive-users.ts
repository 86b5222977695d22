import { UserError } from "../errors.js";
import { type CsvRow, readCsv } from "../files/csv.js";
import { isUtcDay, type UtcDay } from "../study/time.js";

/** Creation days of a network's accounts, and nothing that tells one account from another. */
export interface CreationDays {
  /** Accounts in the file. */
  accounts: number;
  /** Accounts whose id the archive shows in clear; it replaced the others by a hash. */
  clear: number;
  /** Accounts created on each day, sorted by day; days without any are left out. */
  days: { day: UtcDay; accounts: number }[];
}

/**
 * Counts the accounts of a users file of Twitter's information operations archive by creation day.
 *
 * Many rows show who they are about, so only these counts leave the function, and no message quotes an id or a name.
 *
 * @throws UserError for a file that is not such a file, an id on two rows, or an impossible date, with the place
 *
 * @example
 * const { accounts, days } = await creationDays("china_082019_1_users_csv_hashed.csv"); // accounts: 744
 */
export async function creationDays(path: string): Promise<CreationDays> {
  const { rows } = await readCsv(path, { columns: ["userid", "account_creation_date"] });
  const seen = new Map<string, number>();
  const counts = new Map<UtcDay, number>();
  let clear = 0;
  for (const row of rows) {
    if (isClear(row, seen)) clear += 1;
    const day = creationDay(row);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = [...counts].map(([day, accounts]) => ({ day, accounts }));
  return { accounts: rows.length, clear, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

function isClear(row: CsvRow, seen: Map<string, number>): boolean {
  const id = row.get("userid");
  if (!/^(\d+|[A-Za-z0-9+/]+=)$/.test(id)) {
    throw new UserError(`${row.at("userid")}: neither an id nor a hash; restore the file as the archive published it`);
  }
  const first = seen.get(id);
  if (first !== undefined) throw new UserError(`${row.at("userid")}: duplicate id: as on line ${first}; keep one row`);
  seen.set(id, row.line);
  return !id.endsWith("=");
}

function creationDay(row: CsvRow): UtcDay {
  const day = row.get("account_creation_date");
  if (isUtcDay(day)) return day;
  throw new UserError(`${row.at("account_creation_date")}: date is not a calendar day: "${day}"; write YYYY-MM-DD`);
}
