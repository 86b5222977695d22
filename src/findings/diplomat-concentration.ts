import type { Corpus } from "../corpus/corpus.js";
import { gini } from "../statistics/concentration.js";
import { type Concentration, concentration } from "../statistics/concentration-estimate.js";
import { withZeros } from "../statistics/count-histogram.js";
import type { Study } from "../study/study.js";
import { fewestRetweets } from "./suspended-shares.js";
import { windowDays } from "./window-posts.js";
import { windowRetweets } from "./window-retweets.js";

/** How unevenly the retweets of one diplomat are spread over accounts. */
export interface DiplomatConcentration extends Concentration {
  /** The diplomat's account. */
  principal: string;
  /** Office: "ambassador, London"; the handle where the source names none. */
  name: string;
  /** Gini coefficient with the accounts that retweeted other diplomats but never this one. */
  giniWithZeros: number | null;
}

/**
 * Gini coefficient and top shares of each diplomat with more than 100 retweets, the most retweeted first.
 *
 * The top 1% by quantile takes type 1 here, as the papers' table of diplomats does. With fewer than 100 accounts it is
 * nobody, and its share 0; the plain top 1% then is one account. The Gini coefficient of a diplomat whom few accounts
 * retweeted once each is low whoever they are: compare diplomats by it only beside their numbers of accounts.
 *
 * @example
 * const [most] = await diplomatConcentrations(corpus, oii2021);
 */
export async function diplomatConcentrations(corpus: Corpus, study: Study): Promise<DiplomatConcentration[]> {
  const window = windowDays(study.amplificationWindow);
  const rows = await corpus.rows<RetweetersOfDiplomat>(retweetersOfDiplomats, { ...window, fewest: fewestRetweets });
  const byDiplomat = new Map<string, RetweetersOfDiplomat[]>();
  for (const row of rows) byDiplomat.set(row.principal, [...(byDiplomat.get(row.principal) ?? []), row]);
  return [...byDiplomat]
    .map(([principal, ofDiplomat]) => diplomatConcentration(principal, ofDiplomat))
    .sort((a, b) => b.events - a.events || (a.principal < b.principal ? -1 : 1));
}

interface RetweetersOfDiplomat {
  principal: string;
  name: string;
  /** Accounts that retweeted any diplomat. */
  retweeters: number;
  retweets: number;
  accounts: number;
}

const retweetersOfDiplomats = `
  with ${windowRetweets},
  pairs as (
    select principal_id, account_id, count(*) as retweets
    from window_retweets where "group" = 'diplomat' group by all),
  histograms as (
    select principal_id, retweets, count(*) as accounts from pairs group by principal_id, retweets
    qualify sum(accounts * retweets) over (partition by principal_id) > $fewest)
  select principal_id as principal, coalesce(p.name, a.handle, principal_id) as name,
         (select count(distinct account_id) from pairs) as retweeters, retweets, h.accounts
  from histograms h join principals p on p.account_id = principal_id join accounts a on a.account_id = principal_id
  order by all`;

function diplomatConcentration(principal: string, rows: RetweetersOfDiplomat[]): DiplomatConcentration {
  const { name = "", retweeters = 0 } = rows[0] ?? {};
  const histogram = { counts: rows.map(({ retweets }) => retweets), accounts: rows.map(({ accounts }) => accounts) };
  const own = concentration(histogram, { seed: `super-spreaders/${principal}`, type: 1 });
  return { principal, name, giniWithZeros: gini(withZeros(histogram, retweeters - own.accounts)), ...own };
}
