import type { Corpus } from "../corpus/corpus.js";
import type { CorpusInfo } from "../corpus/info.js";
import { medianLag } from "../statistics/lags.js";
import type { Study } from "../study/study.js";
import { shownCount } from "./account-privacy.js";
import { type RetweetChain, retweetChains, type TimedRetweet } from "./retweet-chains.js";

/** The suspended account that retweeted one diplomat most. */
export interface RapidRetweeter {
  /** The corpus's pseudonym on the twin; "account A" otherwise. */
  account: string;
  /** Office of the diplomat, and days looked at, both included. */
  principal: string;
  from: string;
  until: string;
  /** Retweets of the diplomat in those days; outside the twin to two digits. */
  retweets: number;
  /** Median seconds between them; null for a single retweet. */
  medianLag: number | null;
  /** Its longest chains of retweets of diplomats in those days, in order of time. */
  chains: RetweetChain[];
}

/**
 * The suspended account that retweeted the ambassador in the study's focus country most until the last day of the case, the
 * median of the seconds between these retweets, and its longest chains (claim G10).
 *
 * Suspended means found so on any of the study's status days. Of two accounts with equally many retweets the one with the
 * smaller id is taken.
 *
 * @returns null where no suspended account retweeted such a diplomat
 * @example
 * (await busiestRetweeter(corpus, oii2021))?.medianLag;
 */
export async function busiestRetweeter(corpus: Corpus, study: Study): Promise<RapidRetweeter | null> {
  const until = study.busiestRetweeterUntil;
  const window = { from: study.amplificationWindow.from, to: until };
  const rows = await corpus.rows<RetweetRow>(retweetsOfBusiest, {
    ...window,
    country: study.focusCountry,
    days: study.statusDays.join(","),
  });
  const own = rows.filter(({ wanted }) => wanted).map(({ seconds }) => seconds);
  const [first] = rows;
  if (!first) return null;
  return {
    account: pseudonym(first, corpus.info),
    principal: first.wantedName,
    from: window.from,
    until,
    retweets: shownCount(own.length, corpus.info),
    medianLag: medianLag(own.slice(1).map((seconds, at) => seconds - (own[at] as number))),
    chains: retweetChains(rows, corpus.info),
  };
}

interface RetweetRow extends TimedRetweet {
  account: string;
  handle: string | null;
  /** Whether the diplomat that is looked at was retweeted, or another one. */
  wanted: boolean;
  wantedName: string;
}

function pseudonym({ account, handle }: RetweetRow, { basis }: CorpusInfo): string {
  return basis === "synthetic twin" ? (handle ?? account) : "account A";
}

const retweetsOfBusiest = `
  with days as (select unnest(string_split($days, ','))::date as day),
  wanted as (
    select p.account_id as principal_id, coalesce(p.name, a.handle, p.account_id) as name
    from principals p join accounts a using (account_id)
    where p.category = 'ambassador' and p.country = $country and a.platform = 'twitter'),
  suspended as (
    select distinct account_id from statuses
    where status = 'suspended' and observed_on in (select day from days)),
  retweets as (
    select account_id, principal_id, created_at, amplification_id from amplifications
    where kind = 'retweet' and created_at >= $from::date and created_at < $to::date + 1),
  busiest as (
    select account_id, any_value(wanted.name) as wanted_name
    from retweets join wanted using (principal_id)
    where account_id in (select account_id from suspended)
    group by account_id order by count(*) desc, account_id limit 1)
  select account_id as account, a.handle, r.created_at as "createdAt", epoch_us(r.created_at) / 1e6 as seconds,
         r.principal_id in (select principal_id from wanted) as wanted, wanted_name as "wantedName"
  from retweets r join busiest using (account_id) join principals p on p.account_id = r.principal_id
  join accounts a on a.account_id = r.account_id
  where p.group = 'diplomat'
  order by r.created_at, r.amplification_id`;
