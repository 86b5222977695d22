import type { Corpus } from "../corpus/corpus.js";
import type { PrincipalGroup } from "../corpus/schema.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { windowDays } from "./window-posts.js";
import { windowRetweets } from "./window-retweets.js";

/** Whose retweeters are counted. */
export type Retweeted = PrincipalGroup | "both";

/** What had become, by a day, of the accounts that retweeted a group, and of their retweets. */
export interface AmplifierStatuses {
  retweeted: Retweeted;
  /** Day on which the platform was asked. */
  day: UtcDay;
  /** All accounts that retweeted the group in the window, whatever became of them. */
  accounts: number;
  retweets: number;
  /** Of the accounts whose status is known. */
  suspendedAccounts: Proportion;
  deletedAccounts: Proportion;
  /** Of the retweets by such accounts. */
  suspendedRetweets: Proportion;
  deletedRetweets: Proportion;
}

/**
 * Accounts that retweeted diplomats, state media or either, and their retweets, by status on each of the study's status
 * days (claims G1 to G6).
 *
 * An account that retweeted both groups counts once under "both", so accounts do not add up over the groups; retweets do.
 * The denominator holds active, suspended and deleted accounts alike. An account that the platform was not asked about on
 * that day is in neither part of a share.
 *
 * @example
 * const [first] = await amplifierStatuses(corpus, oii2021);
 */
export async function amplifierStatuses(corpus: Corpus, study: Study): Promise<AmplifierStatuses[]> {
  const counts = await corpus.rows<StatusCounts>(statusCounts, {
    ...windowDays(study.amplificationWindow),
    days: study.statusDays.join(","),
  });
  return groups.flatMap((retweeted) => study.statusDays.map((day) => statusesOn(day, retweeted, counts)));
}

const groups = ["diplomat", "state_media", "both"] as const;

interface StatusCounts {
  day: UtcDay;
  status: "active" | "suspended" | "deleted" | null;
  diplomat_accounts: number;
  diplomat_retweets: number;
  state_media_accounts: number;
  state_media_retweets: number;
  both_accounts: number;
  both_retweets: number;
}

const statusCounts = `
  with ${windowRetweets},
  amplifiers as (
    select account_id,
           count(*) filter (where "group" = 'diplomat') as diplomat,
           count(*) filter (where "group" = 'state_media') as state_media
    from window_retweets group by account_id),
  days as (select unnest(string_split($days, ','))::date as day)
  select day, status,
         count(*) filter (where diplomat > 0) as diplomat_accounts, sum(diplomat)::bigint as diplomat_retweets,
         count(*) filter (where state_media > 0) as state_media_accounts,
         sum(state_media)::bigint as state_media_retweets,
         count(*) as both_accounts, sum(diplomat + state_media)::bigint as both_retweets
  from amplifiers cross join days
  left join statuses s on s.account_id = amplifiers.account_id and s.observed_on = days.day
  group by all order by all`;

function statusesOn(day: UtcDay, retweeted: Retweeted, counts: StatusCounts[]): AmplifierStatuses {
  const onDay = counts.filter((row) => row.day === day);
  const sum = (unit: "accounts" | "retweets", statuses: readonly StatusCounts["status"][]) =>
    onDay.filter(({ status }) => statuses.includes(status)).reduce((all, row) => all + row[`${retweeted}_${unit}`], 0);
  const share = (unit: "accounts" | "retweets", status: "suspended" | "deleted") =>
    proportion(sum(unit, [status]), sum(unit, known));
  return {
    retweeted,
    day,
    accounts: sum("accounts", [...known, null]),
    retweets: sum("retweets", [...known, null]),
    suspendedAccounts: share("accounts", "suspended"),
    deletedAccounts: share("accounts", "deleted"),
    suspendedRetweets: share("retweets", "suspended"),
    deletedRetweets: share("retweets", "deleted"),
  };
}

const known = ["active", "suspended", "deleted"] as const;
