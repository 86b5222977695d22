import type { Corpus } from "../corpus/corpus.js";
import type { Row } from "../corpus/schema.js";
import { bootstrapIntervals, type Interval } from "../statistics/bootstrap.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { windowDays } from "./window-posts.js";
import { windowRetweets } from "./window-retweets.js";

/** Diplomats are compared if accounts of known status retweeted them more often than this. */
export const fewestRetweets = 100;

/** How much of one diplomat's retweets came from accounts that were suspended on a day. */
export interface SuspendedShare {
  day: UtcDay;
  /** The diplomat's account. */
  principal: string;
  /** Office: "ambassador, London"; the handle where the source names none. */
  name: string;
  category: Row<"principals">["category"];
  country: string | null;
  /** Accounts of known status that retweeted the diplomat. */
  accounts: number;
  /** Of those, suspended ones. */
  suspendedAccounts: number;
  /** Retweets by suspended accounts, of those by accounts of known status; the Wilson interval takes retweets one by one. */
  suspended: Proportion;
  /** The 95% interval from resampling accounts with all their retweets; null where there is none. */
  byAccount: Interval | null;
}

/**
 * The share of each diplomat's retweets that came from suspended accounts, for diplomats with more than 100 retweets
 * (claims G11 and G12), the highest share first on each of the study's status days.
 *
 * Two intervals, because they answer two questions. Wilson's treats every retweet as a draw of its own; but a suspension
 * takes all retweets of an account at once, and one account may have sent a thousand. Resampling accounts keeps them
 * together and is the one to trust: it is wide where few accounts did most of the work.
 *
 * @example
 * const [highest] = await suspendedShares(corpus, oii2021);
 */
export async function suspendedShares(corpus: Corpus, study: Study): Promise<SuspendedShare[]> {
  const kinds = await corpus.rows<AccountKind>(accountKinds, {
    ...windowDays(study.amplificationWindow),
    days: study.statusDays.join(","),
    fewest: fewestRetweets,
  });
  const byDiplomat = new Map<string, AccountKind[]>();
  for (const kind of kinds) {
    const key = `${kind.day} ${kind.principal}`;
    const known = byDiplomat.get(key);
    if (known) known.push(kind);
    else byDiplomat.set(key, [kind]);
  }
  return [...byDiplomat].map(([key, ofDiplomat]) => suspendedShare(key, ofDiplomat)).sort(inOrder);
}

/** Accounts of one diplomat that are alike: suspended or not, and with the same number of retweets. */
interface AccountKind extends Pick<SuspendedShare, "day" | "principal" | "name" | "category" | "country"> {
  suspended: boolean;
  retweets: number;
  accounts: number;
}

const accountKinds = `
  with ${windowRetweets},
  pairs as (
    select principal_id, account_id, count(*) as retweets
    from window_retweets where "group" = 'diplomat' group by all),
  days as (select unnest(string_split($days, ','))::date as day),
  kinds as (
    select s.observed_on as day, principal_id, s.status = 'suspended' as suspended, retweets, count(*) as accounts
    from pairs join statuses s using (account_id)
    where s.observed_on in (select day from days)
    group by day, principal_id, suspended, retweets
    qualify sum(accounts * retweets) over (partition by day, principal_id) > $fewest)
  select day, principal_id as principal, coalesce(p.name, a.handle, principal_id) as name, p.category, p.country,
         suspended, retweets, kinds.accounts
  from kinds join principals p on p.account_id = principal_id join accounts a on a.account_id = principal_id
  order by all`;

function suspendedShare(key: string, kinds: AccountKind[]): SuspendedShare {
  const [first] = kinds as [AccountKind, ...AccountKind[]];
  const { day, principal, name, category, country } = first;
  const sum = (of: (kind: AccountKind) => number) => kinds.reduce((all, kind) => all + of(kind), 0);
  const units = kinds.map(({ accounts }) => accounts);
  const seed = `suspended-amplifiers/${key}`;
  const [byAccount = null] = bootstrapIntervals(units, shareOf(kinds), { seed });
  return {
    day,
    principal,
    name,
    category,
    country,
    accounts: sum(({ accounts }) => accounts),
    suspendedAccounts: sum(({ suspended, accounts }) => (suspended ? accounts : 0)),
    suspended: proportion(
      sum(({ suspended, retweets, accounts }) => (suspended ? retweets * accounts : 0)),
      sum(({ retweets, accounts }) => retweets * accounts),
    ),
    byAccount,
  };
}

/** The share in a sample of accounts; never undefined, because every account has at least one retweet. */
function shareOf(kinds: AccountKind[]): (drawn: ArrayLike<number>) => number[] {
  const retweets = Float64Array.from(kinds, (kind) => kind.retweets);
  const suspendedRetweets = Float64Array.from(kinds, (kind) => (kind.suspended ? kind.retweets : 0));
  return (drawn) => {
    let suspended = 0;
    let all = 0;
    for (let at = 0; at < retweets.length; at += 1) {
      suspended += (drawn[at] as number) * (suspendedRetweets[at] as number);
      all += (drawn[at] as number) * (retweets[at] as number);
    }
    return [suspended / all];
  };
}

function inOrder(a: SuspendedShare, b: SuspendedShare): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  const difference = (b.suspended.share ?? 0) - (a.suspended.share ?? 0);
  return difference !== 0 ? difference : a.principal < b.principal ? -1 : 1;
}
