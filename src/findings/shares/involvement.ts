import type { Corpus } from "../../corpus/corpus.js";
import { type Proportion, proportion } from "../../statistics/proportion.js";
import type { Study } from "../../study/study.js";
import { windowDays } from "../window-posts.js";
import { type ActionKind, memberAccounts, officeAccounts, officeActions } from "./focus-actions.js";

/** How many accounts made the retweets of or replies to the two offices, and how much each. */
export interface Involvement {
  kind: ActionKind;
  by: "network" | "others";
  accounts: number;
  actions: number;
  /** Median over the accounts. */
  median: number;
  /** Accounts that acted no more than once. */
  once: Proportion;
}

/**
 * How involved the network's accounts and all others were: the nearest that can be counted to the authors' remark that
 * ordinary users added little (claim U25, which names no number). The offices' own actions are left out.
 *
 * @param members ids of the network's accounts, whoever found them
 */
export async function involvement(corpus: Corpus, study: Study, members: readonly string[]): Promise<Involvement[]> {
  const rows = await corpus.rows<Omit<Involvement, "once"> & { once: number }>(byAccount, {
    ...windowDays(study.amplificationWindow),
    country: study.focusCountry,
    members: members.join(","),
  });
  return rows.map((row) => ({ ...row, once: proportion(row.once, row.accounts) }));
}

const byAccount = `
  with ${officeAccounts}, ${memberAccounts}, ${officeActions},
  acted as (
    select kind, account_id, count(*) as actions from office_actions
    where account_id not in (select principal_id from offices) group by all)
  select kind, case when account_id in (select account_id from members) then 'network' else 'others' end as "by",
         count(*) as accounts, sum(actions)::bigint as actions, quantile_cont(actions, 0.5) as median,
         count(*) filter (actions = 1) as once
  from acted group by all order by kind desc, "by"`;

/** What the members did to the posts of diplomats on Twitter, wherever these are posted. */
export interface DiplomatAmplification {
  retweets: number;
  replies: number;
}

/** Retweets of and replies to diplomats on Twitter by the members, in the amplification window (claim U14). */
export async function diplomatAmplification(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
): Promise<DiplomatAmplification> {
  const [row] = await corpus.rows<DiplomatAmplification>(ofDiplomats, {
    ...windowDays(study.amplificationWindow),
    members: members.join(","),
  });
  return row ?? { retweets: 0, replies: 0 };
}

const ofDiplomats = `
  with ${memberAccounts},
  diplomats as (
    select account_id as principal_id from principals p join accounts a using (account_id)
    where p.group = 'diplomat' and a.platform = 'twitter')
  select count(*) filter (kind = 'retweet') as retweets, count(*) filter (kind = 'reply') as replies
  from amplifications semi join members using (account_id) semi join diplomats using (principal_id)
  where created_at >= $from::date and created_at < $to::date + 1`;
