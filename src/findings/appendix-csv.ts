import { stringify } from "csv-stringify/sync";
import type { AppendixTables, FacebookAppendixRow, TwitterAppendixRow } from "./appendix-tables.js";

/** One of the appendix tables as a file. */
export interface AppendixFile {
  /** Name of the file: `appendix-table-1-diplomats-twitter.csv`. */
  name: string;
  csv: string;
}

/** Names of the files of the appendix, in the paper's order. */
export const appendixNames = [
  "appendix-table-1-diplomats-twitter.csv",
  "appendix-table-2-state-media-twitter.csv",
  "appendix-table-3-state-media-facebook.csv",
  "appendix-table-4-diplomats-facebook.csv",
] as const;

const shared = ["name", "handle", "category", "country", "language", "created", "followers"] as const;
const twitterColumns = [
  ...shared,
  ...(["tweets", "shares", "retweets", "giniRetweets", "suspendedRetweets", "suspendedShare"] as const),
  ...(["label", "verified"] as const),
] satisfies (keyof TwitterAppendixRow)[];
const facebookColumns = [
  ...shared,
  ...(["posts", "reactions", "comments", "shares", "label", "verified"] as const),
] satisfies (keyof FacebookAppendixRow)[];

/** The four appendix tables as CSV files, in the paper's order. */
export function appendixFiles(tables: AppendixTables): AppendixFile[] {
  const [first, second, third, fourth] = appendixNames;
  const { diplomatsOnTwitter, stateMediaOnTwitter, stateMediaOnFacebook, diplomatsOnFacebook } = tables;
  return [
    { name: first, csv: appendixCsv(diplomatsOnTwitter, twitterColumns) },
    { name: second, csv: appendixCsv(stateMediaOnTwitter, twitterColumns) },
    { name: third, csv: appendixCsv(stateMediaOnFacebook, facebookColumns) },
    { name: fourth, csv: appendixCsv(diplomatsOnFacebook, facebookColumns) },
  ];
}

/**
 * Rows as CSV: a header even without rows, LF line ends, null as nothing.
 *
 * Names and labels come from outside. One that begins with a sign that spreadsheets take for a formula gets an
 * apostrophe in front, so that opening the file runs nothing.
 *
 * @example
 * appendixCsv([{ name: "=1+1", posts: 3 }], ["name", "posts"]); // "name,posts\n'=1+1,3\n"
 */
export function appendixCsv<Column extends string>(
  rows: readonly Record<Column, string | number | boolean | null>[],
  columns: readonly Column[],
): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: "\n",
    escape_formulas: true,
    cast: { boolean: String },
  });
}
