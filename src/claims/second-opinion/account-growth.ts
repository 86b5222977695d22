import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { yearsBefore } from "../../study/time.js";
import { dayNumber, dayNumbers, isDiplomatOnTwitter, principalFrame, trueIn } from "./frame.js";

/**
 * Diplomats on Twitter created early, created recently, and existing on the study's growth day, counted with a data frame.
 *
 * @example
 * await createdByDataFrame(corpus, oii2021); // { early: 44, recent: 143, existing: 189 }
 */
export async function createdByDataFrame(
  corpus: Corpus,
  study: Study,
): Promise<{ early: number; recent: number; existing: number }> {
  const accounts = await principalFrame(corpus);
  const created = dayNumbers(accounts, "created_at");
  const existing = isDiplomatOnTwitter(accounts).and(created.le(dayNumber(study.growthDay)));
  const since = yearsBefore(study.growthDay, study.recentYears);
  return {
    early: trueIn(existing.and(created.lt(dayNumber(study.earlyBefore)))),
    recent: trueIn(existing.and(created.ge(dayNumber(since)))),
    existing: trueIn(existing),
  };
}

/** The second opinion on the claims of account growth: claim to number. */
export async function accountGrowthByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { early, recent, existing } = await createdByDataFrame(corpus, study);
  return existing === 0 ? {} : { V17: early, V18: recent / existing };
}
