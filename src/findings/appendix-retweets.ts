import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";

/** How the retweets of one audited account are spread over those who sent them. */
export interface RetweetedAccount {
  account_id: string;
  retweets: number;
  /** Gini coefficient of retweets over the accounts that sent at least one: 0 when all sent the same number. */
  giniRetweets: number;
  /** Retweets sent by accounts that were suspended on the first status day. */
  suspended: number;
}

/**
 * The retweets of each audited account in the amplification window: how many, how unequal, how many by suspended accounts.
 *
 * With n accounts sorted by their retweets x, rising, the Gini coefficient is 2 * sum(rank * x) / (n * sum(x)) - (n + 1) / n
 * (Sen 1973, On Economic Inequality). Accounts with the same number share a run of ranks, so that the sum needs no
 * order among them. An account without a status counts as not suspended.
 */
export async function retweetedAccounts(corpus: Corpus, study: Study): Promise<RetweetedAccount[]> {
  const { from, to } = study.amplificationWindow;
  const rows = await corpus.rows<RankSums>(retweetersByRank, { from, to, statusDay: study.statusDays[0] ?? null });
  return rows.map(({ account_id, retweeters, retweets, rankSum, suspended }) => ({
    account_id,
    retweets,
    giniRetweets: (2 * rankSum) / (retweeters * retweets) - (retweeters + 1) / retweeters,
    suspended,
  }));
}

interface RankSums {
  account_id: string;
  retweeters: number;
  retweets: number;
  /** Rank times retweets, summed over the retweeters. */
  rankSum: number;
  suspended: number;
}

const retweetersByRank = `
  with pairs as (
      select principal_id, account_id, count(*) as retweets
      from amplifications
      where kind = 'retweet' and created_at >= $from::date and created_at < $to::date + 1
      group by principal_id, account_id),
    suspended_accounts as (
      select account_id, true as suspended from statuses
      where observed_on = $statusDay::date and status = 'suspended'),
    runs as (
      select principal_id, retweets, count(*) as retweeters, count(suspended) as suspended_retweeters
      from pairs left join suspended_accounts using (account_id)
      group by principal_id, retweets),
    ranked as (
      select *, sum(retweeters) over (partition by principal_id order by retweets) as last_rank from runs)
  select principal_id as account_id, sum(retweeters)::bigint as retweeters,
         sum(retweets * retweeters)::bigint as retweets,
         sum(retweets * retweeters * (2 * last_rank - retweeters + 1) // 2)::bigint as "rankSum",
         sum(retweets * suspended_retweeters)::bigint as suspended
  from ranked group by principal_id order by principal_id`;
