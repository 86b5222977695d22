import type { Corpus } from "../../corpus/corpus.js";
import { type Proportion, proportion } from "../../statistics/proportion.js";
import type { Study } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";
import { windowDays } from "../window-posts.js";
import { memberAccounts, officeAccounts, officeActions } from "./focus-actions.js";

/** How many accounts the platform called active, suspended and deleted on one day. */
export interface StatusCount {
  day: UtcDay;
  /** The network's accounts; or all other accounts that retweeted or replied to the two offices, but principals. */
  accounts: "network" | "others";
  active: number;
  suspended: number;
  deleted: number;
  /** Accounts that the platform was not asked about on that day. */
  notAsked: number;
  /** Suspended or deleted accounts, of those asked about. */
  gone: Proportion;
}

/**
 * The statuses of the network's accounts on every status day (claims U6 and U7), and beside them those of the other accounts that
 * amplified the same two offices.
 *
 * @param members ids of the network's accounts, whoever found them
 */
export async function statusCounts(corpus: Corpus, study: Study, members: readonly string[]): Promise<StatusCount[]> {
  const rows = await corpus.rows<Omit<StatusCount, "gone">>(counts, {
    ...windowDays(study.amplificationWindow),
    country: study.focusCountry,
    members: members.join(","),
    days: study.statusDays.join(","),
  });
  return rows.map((row) => {
    const gone = row.suspended + row.deleted;
    return { ...row, gone: proportion(gone, gone + row.active) };
  });
}

const counts = `
  with ${officeAccounts}, ${memberAccounts}, ${officeActions},
  watched as (
    select account_id, 'network' as accounts from members where account_id <> ''
    union all
    select distinct account_id, 'others' from office_actions
    where account_id not in (select account_id from members)
      and account_id not in (select account_id from principals)),
  days as (select unnest(string_split($days, ','))::date as day)
  select day, accounts,
         count(*) filter (status = 'active') as active,
         count(*) filter (status = 'suspended') as suspended,
         count(*) filter (status = 'deleted') as deleted,
         count(*) filter (status is null) as "notAsked"
  from watched cross join days
  left join statuses s on s.account_id = watched.account_id and s.observed_on = days.day
  group by all order by all`;
