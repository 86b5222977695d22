import { detectNetwork } from "../../coordination/detection/detect-network.js";
import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { dataFrame, test, trueIn } from "./frame.js";

/**
 * Accounts of a list that were suspended on the study's first status day, and those active then and suspended on the
 * last, counted with a data frame.
 */
export async function statusesByDataFrame(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
): Promise<{ suspendedAtFirst: number; suspendedLater: number }> {
  const ids = members.map((id) => `'${id.replaceAll("'", "''")}'`);
  const asked = `statuses where account_id in (${["''", ...ids].join(", ")})`;
  const observed = await dataFrame(corpus, asked, ["account_id", "observed_on", "status"]);
  if (observed.shape[0] === 0) return { suspendedAtFirst: 0, suspendedLater: 0 };
  const found = (day: string | undefined, status: string) =>
    test(observed, "observed_on", (text) => text === day).and(test(observed, "status", (text) => text === status));
  const [first, last] = [study.statusDays[0], study.statusDays.at(-1)];
  const activeAtFirst = found(first, "active").values;
  const active = new Set((observed.column("account_id").values as string[]).filter((_, at) => activeAtFirst[at]));
  const wasActive = test(observed, "account_id", (id) => active.has(id));
  return {
    suspendedAtFirst: trueIn(found(first, "suspended")),
    suspendedLater: trueIn(found(last, "suspended").and(wasActive)),
  };
}

/** The second opinion on the claims of the status: claim to number; none where the detector finds no network. */
export async function statusByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { members } = await detectNetwork(corpus, study);
  if (members.length === 0) return {};
  const { suspendedAtFirst, suspendedLater } = await statusesByDataFrame(corpus, study, members);
  return { U6: suspendedAtFirst, U8: suspendedLater };
}
