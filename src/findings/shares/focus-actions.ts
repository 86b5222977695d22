import type { Corpus } from "../../corpus/corpus.js";
import type { Row } from "../../corpus/schema.js";
import type { DayWindow, Study } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";
import { windowDays } from "../window-posts.js";

/** The two offices whose amplification is shared out, on Twitter in the study's focus country. */
export const offices = ["ambassador", "embassy"] as const;
export type Office = (typeof offices)[number];

/** What is shared out. Quotes are few, and the papers leave them out of the shares. */
export const actionKinds = ["retweet", "reply"] as const;
export type ActionKind = (typeof actionKinds)[number];

export type Status = Row<"statuses">["status"];

/** Retweets of or replies to one office in one hour, by accounts that are alike. */
export interface FocusActions {
  /** In UTC. */
  day: UtcDay;
  /** 0 to 23, in UTC. */
  hour: number;
  office: Office;
  kind: ActionKind;
  /** Whether the accounts are members of the network. */
  network: boolean;
  /** Whether it was one of the two offices itself: a reply in its own thread, say. */
  own: boolean;
  /** Status of the accounts on the study's first status day and on its last; null where the platform was not asked. */
  first: Status | null;
  last: Status | null;
  actions: number;
}

/**
 * All retweets of and replies to the ambassador and the embassy in a window, by hour and by who made them.
 *
 * What principals do is among their posts, what others do among the amplifications; an action that a source lists in both
 * counts once, as an amplification. So the offices' replies in their own threads are here, marked `own`: the papers'
 * shares keep them in the denominator (claim U11), the papers' totals do not (U2 and U3).
 *
 * @param members ids of the network's accounts, whoever found them
 */
export function focusActions(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
  window: DayWindow = study.amplificationWindow,
): Promise<FocusActions[]> {
  return corpus.rows<FocusActions>(actionsByHour, {
    ...windowDays(window),
    country: study.focusCountry,
    members: members.join(","),
    firstDay: study.statusDays[0] ?? null,
    lastDay: study.statusDays.at(-1) ?? null,
  });
}

/** Common table `offices`: the accounts of the two offices in `$country`. */
export const officeAccounts = `
  offices as (
    select p.account_id as principal_id, p.category as office
    from principals p join accounts a using (account_id)
    where p.group = 'diplomat' and p.country = $country and a.platform = 'twitter'
      and p.category in ('ambassador', 'embassy'))`;

/** Common table `members`: the network's accounts, ids in `$members`. */
export const memberAccounts = `
  members as (select unnest(string_split($members, ',')) as account_id)`;

/**
 * Common table `office_actions`: what anyone did to the posts of the offices from `$from` to `$to`. Goes after
 * `officeAccounts`.
 */
export const officeActions = `
  amplified as (
    select amplification_id as id, kind, account_id, principal_id, created_at
    from amplifications semi join offices using (principal_id)
    where kind in ('retweet', 'reply') and created_at >= $from::date and created_at < $to::date + 1),
  posted as (
    select post_id as id, kind, account_id, target_account_id as principal_id, created_at
    from posts
    where kind in ('retweet', 'reply') and created_at >= $from::date and created_at < $to::date + 1
      and target_account_id in (select principal_id from offices)),
  office_actions as (
    from amplified union all (from posted anti join amplified using (id)))`;

const actionsByHour = `
  with ${officeAccounts}, ${memberAccounts}, ${officeActions}
  select created_at::date as day, hour(created_at)::integer as hour, office, kind,
         office_actions.account_id in (select account_id from members) as network,
         office_actions.account_id in (select principal_id from offices) as own,
         f.status as first, l.status as last, count(*) as actions
  from office_actions join offices using (principal_id)
  left join statuses f on f.account_id = office_actions.account_id and f.observed_on = $firstDay::date
  left join statuses l on l.account_id = office_actions.account_id and l.observed_on = $lastDay::date
  group by all order by all`;
