import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { shownCount } from "../account-privacy.js";
import { memberAccounts, officeAccounts, type Status } from "./focus-actions.js";

/** Members with the same statuses at the first query and at the last, and what they did until the last. */
export interface MemberFate {
  /** Null where the platform was not asked. */
  first: Status | null;
  last: Status | null;
  accounts: number;
  /** Retweets of and replies to the two offices, from the first day of the amplification window to the last query. */
  retweets: number;
  replies: number;
  /** Both, of the median account. */
  median: number;
}

/** Fewer accounts than this are nearly a row for each, so that outside the twin their counts are rounded. */
const fewAccounts = 5;

/**
 * What became of the members between the queries, and how much they had amplified the two offices by then (claims U6 to U8 and U21).
 *
 * The press counts what the 29 did "to the end of April"; they were suspended within the week after, so everything before the
 * last query is counted. Members that did nothing have 0, and are in the median.
 *
 * @param members ids of the network's accounts, whoever found them
 */
export async function memberFates(corpus: Corpus, study: Study, members: readonly string[]): Promise<MemberFate[]> {
  const rows = await corpus.rows<MemberFate>(fates, {
    from: study.amplificationWindow.from,
    country: study.focusCountry,
    members: members.join(","),
    firstDay: study.statusDays[0] ?? null,
    lastDay: study.statusDays.at(-1) ?? null,
  });
  return rows.map((row) => (row.accounts < fewAccounts ? rounded(row, corpus) : row));
}

function rounded(row: MemberFate, { info }: Corpus): MemberFate {
  return {
    ...row,
    retweets: shownCount(row.retweets, info),
    replies: shownCount(row.replies, info),
    median: shownCount(row.median, info),
  };
}

/** The members that were active at the first query and suspended at the last. */
export function suspendedLater(fates: readonly MemberFate[]): MemberFate | undefined {
  return fates.find(({ first, last }) => first === "active" && last === "suspended");
}

const fates = `
  with ${officeAccounts}, ${memberAccounts},
  acted as (
    select account_id, count(*) filter (kind = 'retweet') as retweets, count(*) filter (kind = 'reply') as replies
    from amplifications semi join members using (account_id) semi join offices using (principal_id)
    where created_at >= $from::date and ($lastDay is null or created_at < $lastDay::date)
    group by account_id)
  select f.status as first, l.status as last, count(*) as accounts,
         coalesce(sum(retweets), 0)::bigint as retweets, coalesce(sum(replies), 0)::bigint as replies,
         quantile_cont(coalesce(retweets, 0) + coalesce(replies, 0), 0.5) as median
  from members m left join acted using (account_id)
  left join statuses f on f.account_id = m.account_id and f.observed_on = $firstDay::date
  left join statuses l on l.account_id = m.account_id and l.observed_on = $lastDay::date
  where m.account_id <> ''
  group by all order by all`;
