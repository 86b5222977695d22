import type { Platform } from "../../corpus/schema.js";
import { isUtcDay } from "../../study/time.js";
import { idText, isoTime, optionalBoolean, optionalHandle, optionalText } from "../raw/cells.js";
import { Refusal } from "../raw/refusal.js";
import type { Sightings } from "../raw/sightings.js";
import { type CsvCells, type CsvFormat, hasColumns, type RowContext } from "./format.js";

const askDay = "neither the name of the file nor a column gives the day; name it with --observed-on YYYY-MM-DD";
const dayColumns = ["observed_on", "date_checked", "date"];

/**
 * Results of asking the platform for accounts: `user_id,status,message` with error 63 for suspended and 50 for deleted, and lists of
 * `user_id` that were found. The day is in the name of the file, in a column or on the command line.
 */
export const statusCheck: CsvFormat = {
  name: "status-check",
  title: "results of asking which accounts still exist",
  shape: "csv",
  platform: (_header, file) => (/facebook/i.test(file) ? "facebook" : "twitter"),
  recognises: (header) => hasColumns(header, ["user_id", "status"]) && !header.includes("tweet_id"),
  accepts: (header) => header.includes("user_id"),
  missing: (header, { day }) => (day === null && !hasDay(header) ? askDay : undefined),
  reader: (header) => (row, sightings, context) => {
    const status = header.includes("status") ? statusOf(row.status) : "active";
    sightings.status(idText(row.user_id, "user_id"), dayOf(row, context), status);
  },
};

function statusOf(text: string | undefined): "active" | "suspended" | "deleted" {
  const status = text?.trim().toLowerCase();
  if (status === "63" || status === "suspended") return "suspended";
  if (status === "50" || status === "deleted" || status === "not found") return "deleted";
  if (status === "200" || status === "found" || status === "active") return "active";
  throw new Refusal("status is none that the platform gives", "write 63, 50 or found");
}

/**
 * Rounds of label scrapes: `handle,gov_label,verified` of Twitter, `url_handle,gov_label,verified` of Facebook. A missing label is the
 * text NA. On Facebook "Digital Media" is a category of page that the papers left out, and no label.
 */
export const labelScrape: CsvFormat = {
  name: "labels",
  title: "rounds of label scrapes",
  shape: "csv",
  platform: (header, file): Platform => (header.includes("handle") && !/facebook/i.test(file) ? "twitter" : "facebook"),
  recognises: (header) => header.includes("gov_label") && (header.includes("handle") || header.includes("url_handle")),
  missing: (header, { day }) =>
    day === null && !hasDay(header) && !header.includes("date_scraped") ? askDay : undefined,
  reader: (header) => (row, sightings, context) => readLabel(header, row, sightings, context),
};

function readLabel(header: readonly string[], row: CsvCells, sightings: Sightings, context: RowContext): void {
  const handle = optionalHandle(row[header.includes("handle") ? "handle" : "url_handle"]);
  if (handle === null) throw new Refusal("not a handle", "write the handle alone, without address");
  const label = optionalText(row.gov_label);
  if (label !== null && (/^[=+\-@]/.test(label.trim()) || /[\p{Cc}<>]/u.test(label) || label.length > 200)) {
    throw new Refusal("gov_label is no label that a platform shows", "restore the record");
  }
  const isCategory = sightings.platform === "facebook" && label === "Digital Media";
  const verified = optionalBoolean(row.verified, "verified");
  sightings.label(`@${handle.toLowerCase()}`, dayOf(row, context, "date_scraped"), isCategory ? null : label, verified);
}

function hasDay(header: readonly string[]): boolean {
  return dayColumns.some((column) => header.includes(column));
}

/** The day that the file or the call names goes before that of a column: scraping one round may take longer than a day. */
function dayOf(row: CsvCells, { day }: RowContext, ...more: string[]): string {
  if (day !== null) return day;
  const column = [...dayColumns, ...more].find((name) => row[name] !== undefined) ?? "observed_on";
  const text = (row[column] ?? "").trim().slice(0, 10);
  if (!isUtcDay(text)) throw new Refusal(`${column} is no day of the calendar`, "write YYYY-MM-DD");
  isoTime(text, column);
  return text;
}
