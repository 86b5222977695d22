import type { AccountTraces } from "../../coordination/traces/account-traces.js";
import type { FocusCorpus } from "../../coordination/traces/focus-events.js";

/** Rows of the two groups that are compared. */
export interface Groups<Of> {
  network: Of[];
  benchmark: Of[];
}

/** The traces of the members, and those of the benchmark group: the rest of the table. */
export function groupsOf(rows: readonly AccountTraces[], members: readonly string[]): Groups<AccountTraces> {
  const ids = new Set(members);
  return {
    network: rows.filter(({ account }) => ids.has(account)),
    benchmark: rows.filter(({ account }) => !ids.has(account)),
  };
}

/** For each account of the pool 1 if it is a member. */
export function memberFlags({ pool }: FocusCorpus, members: readonly string[]): Uint8Array {
  const ids = new Set(members);
  return Uint8Array.from(pool.id, (id) => Number(ids.has(id)));
}

/** All amplifications of the focus principals by an account of the table. */
export function amplificationsOf({ activity }: AccountTraces): number {
  return activity.retweets + activity.quotes + activity.replies;
}
