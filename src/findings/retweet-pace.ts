import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import { windowDays } from "./window-posts.js";
import { diplomatLags, windowRetweets } from "./window-retweets.js";

/** Accounts are shown by their pace from this many retweets on; a median of fewer lags says little. */
export const fewestForPace = 10;

/** So many accounts of one status retweeted about so often, at about that pace. */
export interface PaceBin {
  /** Status on the study's first status day; "unknown" where the platform was not asked. */
  status: "active" | "suspended" | "deleted" | "unknown";
  /** Median seconds between an account's retweets: from here up to `secondsTo`, which is not included. */
  secondsFrom: number;
  secondsTo: number;
  /** Retweets of diplomats: from here up to `retweetsTo`, which is not included. */
  retweetsFrom: number;
  retweetsTo: number;
  accounts: number;
}

const binsPerDecade = 8;

/**
 * Accounts by their number of retweets of diplomats and the median seconds between them, counted in bins of an eighth of a
 * decade, so that no single account is shown and a hundred thousand fit on a page.
 *
 * A median of under 0.6 seconds falls into the first bin, which begins at 0; a minute is a border.
 *
 * @example
 * const bins = await retweetPace(corpus, oii2021);
 */
export async function retweetPace(corpus: Corpus, study: Study): Promise<PaceBin[]> {
  const day = study.statusDays[0] ?? null;
  const parameters = { ...windowDays(study.amplificationWindow), fewest: fewestForPace, day };
  const accounts = await corpus.rows<AccountPace>(accountPaces, parameters);
  const bins = new Map<string, PaceBin>();
  for (const { status, retweets, seconds } of accounts) {
    const [secondsFrom, secondsTo] = binOf(seconds, secondsBorders);
    const [retweetsFrom, retweetsTo] = binOf(retweets, retweetsBorders);
    const key = `${status} ${secondsFrom} ${retweetsFrom}`;
    const bin = bins.get(key) ?? { status, secondsFrom, secondsTo, retweetsFrom, retweetsTo, accounts: 0 };
    bins.set(key, { ...bin, accounts: bin.accounts + 1 });
  }
  return [...bins.values()];
}

interface AccountPace {
  status: PaceBin["status"];
  seconds: number;
  retweets: number;
}

const accountPaces = `
  with ${windowRetweets}, ${diplomatLags},
  paces as (
    select account_id, count(*) as retweets, median(seconds) as seconds
    from diplomat_lags group by all having retweets >= $fewest)
  select coalesce(s.status, 'unknown') as status, seconds, retweets
  from paces left join statuses s on s.account_id = paces.account_id and s.observed_on = $day::date
  order by all`;

/** Borders of the bins: one lies on a minute, and one on the fewest retweets. */
const secondsBorders = [0, ...borders(0.6, 8)];
const retweetsBorders = borders(fewestForPace, 5);

function borders(from: number, decades: number): number[] {
  const number = decades * binsPerDecade + 1;
  return Array.from({ length: number }, (_, at) => Number((from * 10 ** (at / binsPerDecade)).toPrecision(3)));
}

function binOf(value: number, sorted: readonly number[]): [from: number, to: number] {
  const above = sorted.findIndex((border) => border > value);
  return [sorted[above - 1] ?? 0, sorted[above] ?? Number.MAX_SAFE_INTEGER];
}
