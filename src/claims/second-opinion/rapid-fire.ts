import type { Series as SeriesType } from "danfojs-node";
import type { Corpus } from "../../corpus/corpus.js";
import { shownCount } from "../../findings/account-privacy.js";
import type { Study } from "../../study/study.js";
import { danfo, test } from "./frame.js";
import { principalAt, retweetsOf, rowsWhere, suspendedOn } from "./retweets.js";

/**
 * Retweets of the ambassador in the focus country, until the last day of the case, by the suspended account that sent most of them,
 * and the median seconds between them, with a data frame. Outside the twin the count is rounded. Null where no suspended account sent
 * any.
 *
 * @example
 * await busiestByDataFrame(corpus, oii2021); // { retweets: 1069, medianLag: 3 }
 */
export async function busiestByDataFrame(
  corpus: Corpus,
  study: Study,
): Promise<{ retweets: number; medianLag: number | null } | null> {
  const window = { from: study.amplificationWindow.from, to: study.busiestRetweeterUntil };
  const retweets = await retweetsOf(corpus, await principalAt(corpus, "ambassador", study.focusCountry), window);
  const suspended = await suspendedOn(corpus, study.statusDays);
  const sent =
    retweets &&
    rowsWhere(
      retweets,
      test(retweets, "account_id", (id) => suspended.has(id)),
    );
  if (!sent) return null;
  const counts = sent.column("account_id").valueCounts();
  const most = Math.max(...(counts.values as number[]));
  const busiest = counts.index
    .map(String)
    .filter((_, at) => counts.values[at] === most)
    .sort()[0];
  const own = sent.query(test(sent, "account_id", (id) => id === busiest)).column("created_at").values as string[];
  const { Series } = await danfo();
  const earlier = new Series(own.slice(0, -1).map(secondsOf));
  const later = new Series(own.slice(1).map(secondsOf));
  return {
    retweets: shownCount(most, corpus.info),
    medianLag: own.length > 1 ? (later.sub(earlier) as SeriesType).median() : null,
  };
}

function secondsOf(instant: string): number {
  return Date.parse(instant) / 1000;
}

/** The second opinion on the claims of rapid fire: claim to number. Counts are exact only on the twin. */
export async function rapidFireByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  if (corpus.info.basis !== "synthetic twin") return {};
  const busiest = await busiestByDataFrame(corpus, study);
  return busiest ? { G10: busiest.retweets } : {};
}
