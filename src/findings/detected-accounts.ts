import type { AccountRow } from "../coordination/detection/account-rows.js";
import type { Corpus } from "../corpus/corpus.js";
import { shownCount } from "./account-privacy.js";

/** An account that met the group at least twice, under its pseudonym. */
export interface DetectedAccount {
  /** The corpus's pseudonym on the twin; a number in order of the score otherwise. Null for accounts that are no members. */
  account: string | null;
  member: boolean;
  /** Log likelihood ratio: as members are together with the group against chance. */
  score: number;
  /** Least rate of false discoveries at which it is admitted. */
  qValue: number;
  /** Actions on posts on which the group acted; outside the twin counts to two digits. */
  occasions: number;
  /** Those within a minute of a member's, and how many of these chance gives. */
  together: number;
  expectedTogether: number;
  /** Members met within the minute. */
  partners: number;
}

/** Puts pseudonyms on the members, and rounds what would give an account away. */
export async function detectedAccounts(corpus: Corpus, rows: readonly AccountRow[]): Promise<DetectedAccount[]> {
  const ids = rows.filter(({ member }) => member).map(({ account }) => account);
  const handles = await corpus.rows<{ id: string; handle: string | null }>(
    "select account_id as id, handle from accounts where list_contains(string_split($ids, ','), account_id) order by id",
    { ids: ids.join(",") },
  );
  const pseudonyms = new Map(handles.map(({ id, handle }) => [id, handle]));
  const isTwin = corpus.info.basis === "synthetic twin";
  return rows.map((row, at) => ({
    account: row.member ? ((isTwin ? pseudonyms.get(row.account) : null) ?? `account ${at + 1}`) : null,
    member: row.member,
    score: Number((row.score ?? 0).toFixed(2)),
    qValue: Number((row.qValue ?? 1).toPrecision(3)),
    occasions: shownCount(row.occasions ?? 0, corpus.info),
    together: shownCount(row.together ?? 0, corpus.info),
    expectedTogether: Number((row.expectedTogether ?? 0).toFixed(2)),
    partners: shownCount(row.partners ?? 0, corpus.info),
  }));
}
