import type { Corpus } from "../corpus/corpus.js";
import { smallestOfTop } from "../statistics/concentration.js";
import type { Study } from "../study/study.js";
import { retweetHistograms } from "./super-spreaders.js";
import { fewestRetweets } from "./suspended-shares.js";
import { windowDays } from "./window-posts.js";

/** Which accounts are looked at. The two active kinds overlap; "all others" are in neither. */
export type ActiveAccounts = "top 1%" | "more than 100 retweets" | "all others";

/** From how many retweets on an account counts as one of these. */
export type ActivityBorders = Record<ActiveAccounts, number>;

/**
 * The borders of the most active accounts: the retweets of the last account of the top 1%, and one more than 100.
 *
 * Accounts that retweeted as often as that last one are in the top 1% too, which so may hold a few more: which of them came
 * first would be decided by their ids. Null where nobody retweeted a diplomat.
 *
 * @example
 * await activeAccounts(corpus, oii2021); // { "top 1%": 54, "more than 100 retweets": 101, "all others": 1 }
 */
export async function activeAccounts(corpus: Corpus, study: Study): Promise<ActivityBorders | null> {
  const [diplomats] = await retweetHistograms(corpus, study, ["diplomat"]);
  if (!diplomats) return null;
  const border = smallestOfTop(diplomats.histogram, 0.01) ?? 1;
  return { "top 1%": border, "more than 100 retweets": fewestRetweets + 1, "all others": 1 };
}

/** The parameters of a query with `activityKinds`. */
export function activityParameters({ amplificationWindow }: Study, borders: ActivityBorders) {
  return {
    ...windowDays(amplificationWindow),
    top: borders["top 1%"],
    many: borders["more than 100 retweets"],
  };
}

/**
 * Common table `kinds`: the most active accounts and the others, each with its fewest and most retweets. The parameters are
 * those of `activityParameters`.
 */
export const activityKinds = `
  kinds as (
    select * from (values ('top 1%', $top::int, 2147483647), ('more than 100 retweets', $many::int, 2147483647),
                          ('all others', 1, least($top, $many)::int - 1)) as kinds (amplifiers, fewest, most))`;
