import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { dataFrame, test, trueIn } from "./frame.js";
import { principalAt, retweetsOf, rowsWhere } from "./retweets.js";

/**
 * Retweets of the ambassador in London by accounts suspended on the study's first status day, and by accounts of known
 * status, counted with a data frame.
 *
 * @example
 * await suspendedByDataFrame(corpus, oii2021); // { suspended: 21550, known: 43100 }
 */
export async function suspendedByDataFrame(
  corpus: Corpus,
  study: Study,
): Promise<{ suspended: number; known: number }> {
  const ambassador = await principalAt(corpus, "ambassador", "GB");
  const retweets = await retweetsOf(corpus, ambassador, study.amplificationWindow);
  const [day] = study.statusDays;
  if (!retweets || day === undefined) return { suspended: 0, known: 0 };
  const asked = `statuses where account_id in (select account_id from amplifications where principal_id = '${ambassador}')`;
  const observed = await dataFrame(corpus, asked, ["account_id", "observed_on", "status"]);
  if (observed.shape[0] === 0) return { suspended: 0, known: 0 };
  const onDay = rowsWhere(
    observed,
    test(observed, "observed_on", (text) => text === day),
  );
  const accounts = (onDay?.column("account_id").values as string[] | undefined) ?? [];
  const statuses = onDay?.column("status").values;
  const statusOf = new Map(accounts.map((id, at) => [id, statuses?.[at]]));
  return {
    suspended: trueIn(test(retweets, "account_id", (id) => statusOf.get(id) === "suspended")),
    known: trueIn(test(retweets, "account_id", (id) => statusOf.has(id))),
  };
}

/** The second opinion on the claims of suspended amplifiers: claim to number; none without retweets of that ambassador. */
export async function suspendedAmplifiersByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { suspended, known } = await suspendedByDataFrame(corpus, study);
  return known > 100 ? { G11: suspended / known } : {};
}
