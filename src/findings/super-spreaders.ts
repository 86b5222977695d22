import type { Corpus } from "../corpus/corpus.js";
import type { PrincipalGroup } from "../corpus/schema.js";
import { type LorenzPoint, lorenzCurve, lorenzUpTo } from "../statistics/concentration.js";
import { type Concentration, concentration } from "../statistics/concentration-estimate.js";
import { type CountHistogram, totals, withZeros } from "../statistics/count-histogram.js";
import type { Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { type DiplomatConcentration, diplomatConcentrations } from "./diplomat-concentration.js";
import { type PaceBin, retweetPace } from "./retweet-pace.js";
import { windowDays } from "./window-posts.js";
import { windowRetweets } from "./window-retweets.js";

/** How unevenly the retweets of one group are spread over accounts. */
export interface GroupConcentration extends Concentration {
  group: PrincipalGroup;
  /** Whether accounts that amplified some principal but never retweeted this group are among the accounts. */
  zeros: boolean;
}

/** The upper tenth of the Lorenz curve of one group. */
export interface GroupLorenz {
  group: PrincipalGroup;
  points: LorenzPoint[];
}

/** All that this finding computes: what its figures, its claims and its page are made from. */
export interface SuperSpreadersResults {
  groups: GroupConcentration[];
  lorenz: GroupLorenz[];
  diplomats: DiplomatConcentration[];
  pace: PaceBin[];
  /** The day of the statuses in `pace`; null where the study has none. */
  statusDay: UtcDay | null;
}

/** Computes the whole finding. */
export async function superSpreadersResults(corpus: Corpus, study: Study): Promise<SuperSpreadersResults> {
  const histograms = await retweetHistograms(corpus, study);
  return {
    groups: await groupConcentrations(corpus, study, histograms),
    lorenz: histograms.map(({ group, histogram }) => ({ group, points: lorenzUpTo(lorenzCurve(histogram), 0.1) })),
    diplomats: await diplomatConcentrations(corpus, study),
    pace: await retweetPace(corpus, study),
    statusDay: study.statusDays[0] ?? null,
  };
}

/** How many accounts retweeted a group how often. */
export interface GroupHistogram {
  group: PrincipalGroup;
  histogram: CountHistogram;
}

const bothGroups: readonly PrincipalGroup[] = ["diplomat", "state_media"];

/**
 * How often the accounts retweeted each group in the window: the numbers that every measure of concentration starts from.
 * A group that nobody retweeted is left out.
 *
 * @example
 * const [diplomats] = await retweetHistograms(corpus, oii2021);
 */
export async function retweetHistograms(
  corpus: Corpus,
  study: Study,
  groups: readonly PrincipalGroup[] = bothGroups,
): Promise<GroupHistogram[]> {
  const rows = await corpus.rows<{ group: PrincipalGroup; retweets: number; accounts: number }>(
    `with ${windowRetweets}, accounts_of as (
       select "group", account_id, count(*) as retweets from window_retweets
       where list_contains(string_split($groups, ','), "group") group by all)
     select "group", retweets, count(*) as accounts from accounts_of group by all order by all`,
    { ...windowDays(study.amplificationWindow), groups: groups.join(",") },
  );
  return groups.flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    if (own.length === 0) return [];
    const counts = own.map(({ retweets }) => retweets);
    return [{ group, histogram: { counts, accounts: own.map(({ accounts }) => accounts) } }];
  });
}

/**
 * Gini coefficient and top shares of the retweets of diplomats and of state media (claims G7 and G8), with and without
 * the accounts that amplified some principal in the window but never retweeted this group.
 *
 * The top 1% is given in two ways: the most active hundredth of the accounts, and the quantile of running totals by which
 * the papers compute it. They differ by parts of one account.
 *
 * @example
 * const [diplomats] = await groupConcentrations(corpus, oii2021, await retweetHistograms(corpus, oii2021));
 */
export async function groupConcentrations(
  corpus: Corpus,
  study: Study,
  histograms: GroupHistogram[],
): Promise<GroupConcentration[]> {
  const [row] = await corpus.rows<{ amplifiers: number }>(
    `select count(distinct account_id) as amplifiers from amplifications
     where created_at >= $from::date and created_at < $to::date + 1`,
    windowDays(study.amplificationWindow),
  );
  const amplifiers = row?.amplifiers ?? 0;
  return histograms.flatMap(({ group, histogram }) => {
    const all = withZeros(histogram, amplifiers - totals(histogram).accounts);
    return [
      { group, zeros: false, ...concentration(histogram, { seed: `super-spreaders/${group}` }) },
      { group, zeros: true, ...concentration(all, { seed: `super-spreaders/${group}/all amplifiers` }) },
    ];
  });
}
