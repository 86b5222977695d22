import type { PrincipalGroup, Row } from "../corpus/schema.js";
import type { CsvRow, CsvTable } from "../files/csv.js";
import { type ImportAccount, ImportTally } from "./import-account.js";
import { repairMisEncoded } from "./mis-encoded.js";
import { handleKey, isHandle } from "./values.js";

type Category = NonNullable<Row<"principals">["category"]>;

/** An account on the list. */
export interface ListedAccount {
  /** As the list writes it. */
  handle: string;
  group: PrincipalGroup;
  /** Null where the list gives no role. */
  category: Category | null;
  /** ISO 3166-1 alpha-2; null for a multilateral post and for the ministry. */
  country: string | null;
  /** The institution of a multilateral post. Never a person's name: the list has none. */
  institution: string | null;
}

export interface DiplomatList {
  /** In the order of the file, each handle once. */
  accounts: ListedAccount[];
  /** Countries on the list with no account at all, ISO 3166-1 alpha-2, sorted. */
  countriesWithout: string[];
  account: ImportAccount;
}

/** Columns that are read. `user_id` holds "tbc" or nothing, so ids come from the profiles. */
export const diplomatListColumns = ["country", "ISO2", "cat", "twitter_handle"] as const;

const categories = new Map<string, Category>([
  ["A", "ambassador"],
  ["E", "embassy"],
  ["C", "consulate"],
  ["S", "staff"],
  ["B", "foreign_ministry"],
  ["M", "media"],
  ["MP", "media_personality"],
  ["O", "other"],
]);

/**
 * Reads the list of diplomats' accounts, a spreadsheet kept by hand: mis-encoded country names are repaired, a legend beside the list
 * is recognised, rows of countries without an account are kept as such, handles are compared without case. Missing is an empty
 * field; `NA` is Namibia.
 */
export function readDiplomatList(table: CsvTable): DiplomatList {
  const tally = new ImportTally(table);
  noteUnnamedColumns(table, tally);
  const accounts = new Map<string, ListedAccount>();
  const countries = new Set<string>();
  for (const row of table.rows) {
    const place = placeOf(row, tally);
    if (!place) continue;
    if (place.country) countries.add(place.country);
    const handle = row.get("twitter_handle").trim();
    if (handle === "") {
      tally.keep();
      tally.note("rows without a handle");
    } else if (isHandle(handle)) add(accounts, { handle, ...roleOf(row, tally), ...place }, tally);
    else
      tally.reject(row, "twitter_handle", `not a handle: "${handle}"`, "write the handle alone, without @ or address");
  }
  for (const { country } of accounts.values()) if (country) countries.delete(country);
  tally.note("countries without an account", countries.size);
  return { accounts: [...accounts.values()], countriesWithout: [...countries].sort(), account: tally.close() };
}

function add(accounts: Map<string, ListedAccount>, listed: ListedAccount, tally: ImportTally): void {
  const first = accounts.get(handleKey(listed.handle));
  if (!first) {
    accounts.set(handleKey(listed.handle), listed);
    tally.keep();
    return;
  }
  tally.merge();
  tally.note("handles listed more than once");
  const isSame = first.category === listed.category && first.country === listed.country;
  if (!isSame) tally.note("of these with another role or country, the first kept");
}

function placeOf(row: CsvRow, tally: ImportTally): Pick<ListedAccount, "country" | "institution"> | undefined {
  const written = row.get("country").trim();
  const name = repairMisEncoded(written);
  tally.note("mis-encoded country names repaired", name === written ? 0 : 1);
  const code = row.get("ISO2").trim();
  if (code === "OTH") return { country: null, institution: name === "" ? null : name };
  if (/^[A-Z]{2}$/.test(code)) return { country: code, institution: null };
  const remedy = "write ISO 3166-1 alpha-2, or OTH for a multilateral post";
  tally.reject(row, "ISO2", `not a country code: "${code}"`, remedy);
  return undefined;
}

function roleOf(row: CsvRow, tally: ImportTally): Pick<ListedAccount, "group" | "category"> {
  const letters = row.get("cat").trim();
  const category = letters === "" ? null : (categories.get(letters) ?? "other");
  if (category === null) tally.note("accounts without a role");
  else if (!categories.has(letters)) tally.note(`role ${letters} is not in the legend, taken for other`);
  const isMedia = category === "media" || category === "media_personality";
  return { group: isMedia ? "state_media" : "diplomat", category };
}

/** The legend stands in two columns without a name, from the cell that says "Legend:" down. */
function noteUnnamedColumns(table: CsvTable, tally: ImportTally): void {
  let legend: number | undefined;
  for (const row of table.rows) {
    const cells = row.unnamed();
    legend ??= cells.find(({ value }) => value.trim() === "Legend:")?.column;
    const beside = cells.filter(({ column }) => legend === undefined || column < legend || column > legend + 1);
    tally.note("lines of the legend in columns without a name", cells.length > beside.length ? 1 : 0);
    tally.note("remarks in columns without a name, left out", beside.length);
  }
}
