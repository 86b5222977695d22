import type { CorpusInfo } from "../corpus/info.js";
import { UserError } from "../errors.js";
import type { Check, Outcome } from "./check.js";
import { type Claim, readClaims } from "./claim.js";
import { crosswalk, outcomeText } from "./crosswalk.js";
import type { Verdict } from "./verdict.js";

/** A claim and what became of it, as a notebook shows it. */
export interface ClaimComparison {
  id: string;
  claim: string;
  published: string;
  recomputed: string;
  verdict: Verdict;
  /** How agreement must be read: calibrated, emergent or real data; empty where nothing was computed. */
  basis: string;
}

/**
 * Sets the results of a finding against the published claims that it computes.
 *
 * @example
 * show(await compareWithClaims(labellingRatesChecks, results, corpus.info));
 */
export async function compareWithClaims<Results>(
  checks: Check<Results>[],
  results: Results,
  info: CorpusInfo,
): Promise<ClaimComparison[]> {
  const ids = new Set(checks.map(({ claim }) => claim));
  const claims = (await readClaims()).filter(({ id }) => ids.has(id));
  const outcomes = checks.map(({ claim, recompute }) => ({ claim, outcome: recompute(results) }));
  return comparisonsOf(claims, outcomes, info);
}

/** Claims and the outcomes of their checks as rows for a reader. */
export function comparisonsOf(
  claims: Claim[],
  outcomes: { claim: string; outcome: Outcome }[],
  info: CorpusInfo,
): ClaimComparison[] {
  const checked = outcomes.map(({ claim, outcome }) => ({ claim, outcome, code: "", notebook: null, figure: null }));
  return crosswalk(claims, checked, info).map((row) => ({
    id: row.id,
    claim: row.claim.claim,
    published: row.claim.published,
    recomputed: outcomeText(row),
    verdict: row.verdict,
    basis: row.basis ?? "",
  }));
}

/**
 * Stops where a claim does not come out as it should, so that a notebook that ran to its end has held. The twin was
 * built to the published numbers: there no claim may differ but those named. A real corpus, and a twin of another size, effort or
 * seed, may say anything.
 *
 * @param differs claims that are known to differ, because a source rounds or garbles them
 * @throws UserError naming the claims that came out otherwise
 */
export async function expectVerdicts(
  comparisons: ClaimComparison[],
  info: CorpusInfo,
  { differs = [] }: { differs?: string[] } = {},
): Promise<string> {
  if (info.basis === "synthetic twin" && !info.varied) {
    const wrong = comparisons.filter(({ id, verdict }) => (verdict === "differs") !== differs.includes(id));
    if (wrong.length > 0) {
      const listed = wrong.map(({ id, verdict, recomputed }) => `${id} ${verdict} (${recomputed})`).join("; ");
      throw new UserError(`claims did not come out as they should: ${listed}; look at what changed in the finding`);
    }
  }
  return `${comparisons.length} claims checked`;
}
