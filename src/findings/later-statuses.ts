import type { Corpus } from "../corpus/corpus.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";

/** What had become of accounts by a day on which the platform was asked. */
export interface LaterStatus {
  accounts: "members" | "other amplifiers";
  /** The day of the query. */
  day: string;
  /** Suspended or deleted by then, of those asked for, with the 95% Wilson interval. */
  gone: Proportion;
}

/**
 * How many members were suspended or deleted later, beside the other accounts that amplified a focus principal in the window.
 *
 * The detector does not see statuses, so that this is a check from outside: not of why the platform acted, but that it acted on
 * the same accounts. Accounts without a status on the day are in neither number.
 */
export async function laterStatuses(corpus: Corpus, study: Study, members: readonly string[]): Promise<LaterStatus[]> {
  const { from, to } = study.amplificationWindow;
  const rows = await corpus.rows<{ member: boolean; day: string; gone: number; asked: number }>(counts, {
    ...{ from, to, country: study.focusCountry },
    ...{ days: study.statusDays.join(","), members: members.join(",") },
  });
  return rows.map(({ member, day, gone, asked }) => ({
    accounts: member ? "members" : "other amplifiers",
    day,
    gone: proportion(gone, asked),
  }));
}

const counts = `
  with focus as (
    select p.account_id from principals p join accounts a using (account_id)
    where p.group = 'diplomat' and p.country = $country and a.platform = 'twitter'),
  pool as (
    select distinct account_id from amplifications
    where principal_id in (select account_id from focus)
      and account_id not in (select account_id from principals)
      and created_at >= $from::date and created_at < $to::date + 1)
  select list_contains(string_split($members, ','), s.account_id) as member, s.observed_on as day,
         count(*) filter (where s.status <> 'active') as gone, count(*) as asked
  from pool join statuses s using (account_id)
  where list_contains(string_split($days, ','), strftime(s.observed_on, '%Y-%m-%d'))
  group by all order by member desc, day`;
