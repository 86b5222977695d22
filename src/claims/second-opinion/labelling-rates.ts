import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";
import { danfo, dataFrame, dayNumber, dayNumbers, isDiplomatOnTwitter, principalFrame, test, trueIn } from "./frame.js";

/**
 * Labelled and observed diplomats on Twitter in the last round up to a day, counted with a data frame.
 *
 * @example
 * await labelledByDataFrame(corpus, oii2021.labelDay); // { labelled: 27, observed: 189 }
 */
export async function labelledByDataFrame(
  corpus: Corpus,
  day: UtcDay,
): Promise<{ labelled: number; observed: number }> {
  const { merge } = await danfo();
  const right = await dataFrame(corpus, "labels", ["account_id", "round", "label"]);
  const labels = merge({ left: await principalFrame(corpus), right, on: ["account_id"], how: "inner" });
  const audited = isDiplomatOnTwitter(labels).and(dayNumbers(labels, "round").le(dayNumber(day)));
  const rounds = dayNumbers(labels, "round").values as number[];
  const lastRound = Math.max(...rounds.filter((_, at) => audited.values[at]));
  const observed = audited.and(dayNumbers(labels, "round").eq(lastRound));
  return { labelled: trueIn(observed.and(test(labels, "label", (text) => text !== ""))), observed: trueIn(observed) };
}

/** The second opinion on the claims of labelling rates: claim to number; none where no round is early enough. */
export async function labellingRatesByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { labelled, observed } = await labelledByDataFrame(corpus, study.labelDay);
  return observed === 0 ? {} : { L1: labelled / observed, L2: labelled };
}
