import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";
import { type UtcDay, yearsBefore } from "../study/time.js";

/** How many audited accounts there are of one group on one platform. */
export interface AuditedAccounts {
  group: PrincipalGroup;
  platform: Platform;
  /** Accounts in the list. */
  listed: number;
  /** Of those, accounts known to have posted in the study's posting window; null where the source does not say. */
  posted: number | null;
  /** Countries the accounts are posted to; accounts at multilateral bodies have none. */
  countries: number;
}

/** How many diplomats' accounts on one platform are posted to one country. */
export interface DiplomatPlace {
  platform: Platform;
  /** ISO 3166-1 alpha-2; null for accounts at multilateral bodies and the ministry. */
  country: string | null;
  /** Accounts that posted in the window; all that are listed where the source does not say who posted. */
  accounts: number;
}

/** When the audited accounts of one group on one platform were created. */
export interface AccountGrowth {
  group: PrincipalGroup;
  platform: Platform;
  /** Accounts whose creation date is known. */
  dated: number;
  /** Of those, accounts created before the study's early day. */
  early: number;
  /** Of the accounts that existed on the growth day, those created at most so many years before it. */
  recent: Proportion;
}

/** A step of the growth curve: so many accounts exist from this day on. */
export interface GrowthStep {
  group: PrincipalGroup;
  platform: Platform;
  day: UtcDay;
  accounts: number;
}

/** All that this finding computes: what its figure, its claims and its page are made from. */
export interface AccountGrowthResults {
  audited: AuditedAccounts[];
  /** Countries with a diplomat on either platform; null where the source does not say who posted. */
  countries: number | null;
  /** Where the diplomats are posted. */
  places: DiplomatPlace[];
  growth: AccountGrowth[];
  curve: GrowthStep[];
}

/** Computes the whole finding. */
export async function accountGrowthResults(corpus: Corpus, study: Study): Promise<AccountGrowthResults> {
  return {
    audited: await auditedAccounts(corpus),
    countries: await diplomatCountries(corpus),
    places: await diplomatPlaces(corpus),
    growth: await accountGrowth(corpus, study),
    curve: await growthCurve(corpus),
  };
}

/**
 * The audited accounts by group and platform (claims V7, V11, V11b, V14 and V15).
 *
 * The papers count accounts that posted at least once in the posting window, so a list of handles alone cannot answer
 * them: `posted` is null there. An account is counted, not a person; one person may have one on each platform.
 *
 * @example
 * (await auditedAccounts(corpus))[0]; // { group: "diplomat", platform: "facebook", listed: 84, posted: 84, countries: 84 }
 */
export async function auditedAccounts(corpus: Corpus): Promise<AuditedAccounts[]> {
  return corpus.rows<AuditedAccounts>(`
    select p.group, a.platform, count(*) as listed,
           case when count(p.posted_in_window) > 0 then count(*) filter (where p.posted_in_window) end as posted,
           count(distinct p.country) as countries
    from principals p join accounts a using (account_id)
    group by all order by all`);
}

/**
 * In how many countries the diplomats of either platform are posted (claim V16); null where the source does not say
 * who posted in the window.
 */
export async function diplomatCountries(corpus: Corpus): Promise<number | null> {
  const [row] = await corpus.rows<{ posting: number; countries: number }>(`
    select count(posted_in_window) as posting, count(distinct country) filter (where posted_in_window) as countries
    from principals where "group" = 'diplomat'`);
  return row && row.posting > 0 ? row.countries : null;
}

/**
 * The diplomats' accounts by platform and country, those without a country last.
 *
 * @example
 * (await diplomatPlaces(corpus)).find(({ country }) => country === "GB");
 */
export async function diplomatPlaces(corpus: Corpus): Promise<DiplomatPlace[]> {
  return corpus.rows<DiplomatPlace>(`
    select a.platform, p.country, count(*) as accounts
    from principals p join accounts a using (account_id)
    where p.group = 'diplomat' and coalesce(p.posted_in_window, true)
    group by all order by a.platform, p.country nulls last`);
}

/**
 * How many accounts were created early, and which share is recent (claims V17 and V18).
 *
 * The paper counts fewer than 50 diplomats on Twitter before 2019, and over three quarters created in the two years
 * before. It gives no day from which the two years run back: the study's growth day is used. Accounts created after that
 * day, and accounts without a creation date, are in neither count.
 *
 * @example
 * const growth = await accountGrowth(corpus, oii2021);
 */
export async function accountGrowth(corpus: Corpus, study: Study): Promise<AccountGrowth[]> {
  const counts = await corpus.rows<GrowthCounts>(growthCounts, {
    early: study.earlyBefore,
    day: study.growthDay,
    since: yearsBefore(study.growthDay, study.recentYears),
  });
  return counts.map(({ recent, existing, ...counted }) => ({ ...counted, recent: proportion(recent, existing) }));
}

interface GrowthCounts extends Omit<AccountGrowth, "recent"> {
  recent: number;
  existing: number;
}

const growthCounts = `
  select p.group, a.platform, count(a.created_at) as dated,
         count(*) filter (where a.created_at::date < $early::date) as early,
         count(*) filter (where a.created_at::date between $since::date and $day::date) as recent,
         count(*) filter (where a.created_at::date <= $day::date) as existing
  from principals p join accounts a using (account_id)
  group by all order by all`;

/**
 * The cumulative number of accounts by creation date: one row for each day on which an account was created.
 *
 * @example
 * const steps = await growthCurve(corpus);
 */
export async function growthCurve(corpus: Corpus): Promise<GrowthStep[]> {
  return corpus.rows<GrowthStep>(`
    select "group", platform, day,
           sum(created) over (partition by "group", platform order by day)::bigint as accounts
    from (select p.group, a.platform, a.created_at::date as day, count(*) as created
          from principals p join accounts a using (account_id)
          where a.created_at is not null
          group by all)
    order by all`);
}
