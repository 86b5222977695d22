import type { CorpusInfo } from "../corpus/info.js";
import { consistencyOutcomes } from "./checks/consistency.js";
import { readClaims } from "./claim.js";
import { type ClaimComparison, comparisonsOf } from "./compare.js";
import { readFacts } from "./facts.js";

/** The published numbers set against each other: arithmetic alone, no corpus. */
export async function compareConsistency(info: CorpusInfo): Promise<ClaimComparison[]> {
  const outcomes = consistencyOutcomes(await readFacts());
  const claims = (await readClaims()).filter(({ finding }) => finding === "consistency");
  return comparisonsOf(claims, outcomes, info);
}
