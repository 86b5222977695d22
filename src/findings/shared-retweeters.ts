import type { Corpus } from "../corpus/corpus.js";
import type { Row } from "../corpus/schema.js";
import type { Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { windowDays } from "./window-posts.js";
import { windowRetweets } from "./window-retweets.js";

/** A diplomat and the suspended accounts that retweeted them. */
export interface SuspendedAudience {
  principal: string;
  /** Office: "ambassador, London"; the handle where the source names none. */
  name: string;
  category: Row<"principals">["category"];
  country: string | null;
  /** Suspended accounts that retweeted this diplomat. */
  accounts: number;
  /** Of those, accounts that retweeted no other diplomat. */
  exclusive: number;
}

/** Two diplomats whom the same suspended accounts retweeted. */
export interface SharedRetweeters {
  principal: string;
  other: string;
  /** Suspended accounts that retweeted both, at least five. */
  accounts: number;
}

/** How the audiences of suspended accounts overlap. */
export interface SharedAudiences {
  day: UtcDay | null;
  /** Suspended accounts that retweeted a diplomat. */
  accounts: number;
  /** Of those, accounts that retweeted more than one diplomat. */
  ofSeveral: number;
  diplomats: SuspendedAudience[];
  /** The pairs with the most accounts in common, the most first. */
  pairs: SharedRetweeters[];
}

/** So many pairs are kept, with those that tie with the last: more would make a drawing unreadable. */
const pairsKept = 100;
/** Fewer accounts in common would say too much of each of them. */
const fewestShared = 5;

/**
 * Which diplomats the same accounts retweeted, of the accounts that were suspended on the study's first status day.
 *
 * A network of single accounts would show whom each of them retweeted; numbers of shared accounts show which audiences are
 * one, and nobody in them. Diplomats with large audiences share more accounts by chance alone: a thick line between two of
 * them is no coordination.
 *
 * @example
 * const { pairs } = await sharedRetweeters(corpus, oii2021);
 */
export async function sharedRetweeters(corpus: Corpus, study: Study): Promise<SharedAudiences> {
  const [day = null] = study.statusDays;
  const rows = await corpus.rows<Overlap>(overlaps, {
    ...windowDays(study.amplificationWindow),
    ...{ day, kept: pairsKept, fewest: fewestShared },
  });
  const own = rows.filter(({ principal, other }) => principal === other);
  return {
    day,
    accounts: own[0]?.all ?? 0,
    ofSeveral: own[0]?.ofSeveral ?? 0,
    diplomats: own.map(({ principal, name, category, country, accounts, exclusive }) => ({
      ...{ principal, name, category, country, accounts, exclusive },
    })),
    pairs: rows
      .filter(({ principal, other }) => principal !== other)
      .map(({ principal, other, accounts }) => ({ principal, other, accounts })),
  };
}

/** Two audiences, or one with itself, and the totals over all accounts. */
interface Overlap extends SuspendedAudience, SharedRetweeters {
  all: number;
  ofSeveral: number;
}

const overlaps = `
  with ${windowRetweets},
  pairs as materialized (
    select principal_id, account_id from window_retweets
    where "group" = 'diplomat'
      and account_id in (select account_id from statuses where status = 'suspended' and observed_on = $day::date)
    group by all),
  reach as materialized (select account_id, count(*) as diplomats from pairs group by account_id),
  common as (
    select one.principal_id as principal, two.principal_id as other, count(*) as accounts,
           count(*) filter (where diplomats = 1) as exclusive
    from pairs one join pairs two using (account_id) join reach using (account_id)
    where one.principal_id <= two.principal_id
    group by all),
  shown as (
    select * from common where principal = other or accounts >= $fewest
    qualify principal = other or rank() over (partition by principal = other order by accounts desc) <= $kept)
  select principal, other, coalesce(p.name, a.handle, principal) as name, p.category, p.country, accounts, exclusive,
         (select count(*) from reach) as "all", (select count(*) from reach where diplomats > 1) as "ofSeveral"
  from shown join principals p on p.account_id = principal join accounts a on a.account_id = principal
  order by accounts desc, principal, other`;
