import type { Corpus } from "../../corpus/corpus.js";
import { usualNetwork } from "../../findings/robustness.js";
import type { Study } from "../../study/study.js";
import { dataFrame, dayNumber, dayNumbers, test, trueIn } from "./frame.js";
import { principalAt, rowsWhere } from "./retweets.js";

/** A share as a data frame counts it. */
export interface CountedShare {
  count: number;
  of: number;
}

/**
 * Retweets of and replies to the ambassador by the usual network and in all, own replies in own threads among them, counted
 * with a data frame. The network is the same; the counting is another path.
 *
 * @example
 * const { retweets } = await sharesByDataFrame(corpus, oii2021);
 */
export async function sharesByDataFrame(
  corpus: Corpus,
  study: Study,
): Promise<{ retweets: CountedShare; replies: CountedShare }> {
  const nothing = { count: 0, of: 0 };
  const ambassador = await principalAt(corpus, "ambassador", study.focusCountry);
  if (ambassador === undefined) return { retweets: nothing, replies: nothing };
  const members = await usualNetwork(corpus, study);
  const inWindow = async (table: string, who: string, columns: string[]) => {
    const frame = await dataFrame(corpus, `${table} where ${who} = '${ambassador.replaceAll("'", "''")}'`, columns);
    if (frame.shape[0] === 0) return undefined;
    const days = dayNumbers(frame, "created_at");
    const { from, to } = study.amplificationWindow;
    return rowsWhere(frame, days.ge(dayNumber(from)).and(days.le(dayNumber(to))));
  };
  const received = await inWindow("amplifications", "principal_id", ["account_id", "created_at", "kind"]);
  const posted = await inWindow("posts", "account_id", ["created_at", "kind", "target_account_id"]);
  const own = posted
    ? trueIn(
        test(posted, "kind", (kind) => kind === "reply").and(
          test(posted, "target_account_id", (target) => target === ambassador),
        ),
      )
    : 0;
  const counted = (kind: string, besides: number): CountedShare => {
    if (!received) return nothing;
    const isKind = test(received, "kind", (text) => text === kind);
    const isMember = test(received, "account_id", (id) => members.has(id));
    return { count: trueIn(isKind.and(isMember)), of: trueIn(isKind) + besides };
  };
  return { retweets: counted("retweet", 0), replies: counted("reply", own) };
}

/** The second opinion on the usual specification, under the claims that it is about; none without such actions. */
export async function robustnessByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { retweets, replies } = await sharesByDataFrame(corpus, study);
  return {
    ...(retweets.of > 0 ? { U9: retweets.count / retweets.of } : {}),
    ...(replies.of > 0 ? { U11: replies.count / replies.of } : {}),
  };
}
