import type { CorpusInfo } from "../corpus/info.js";
import type { Outcome } from "./check.js";
import type { Claim, ClaimBasis } from "./claim.js";
import { type Verdict, verdictOf } from "./verdict.js";

/** A claim that was checked: what came out, and where the code, page and figure are. */
export interface CheckedClaim {
  claim: string;
  outcome: Outcome;
  /** `file#line` of the computing function. */
  code: string;
  notebook: string | null;
  figure: string | null;
}

/** One row of the crosswalk from claim to code. */
export interface CrosswalkRow {
  id: string;
  claim: Claim;
  outcome: Outcome | null;
  verdict: Verdict;
  basis: ClaimBasis | "real data" | null;
  corpus: string | null;
  code: string | null;
  notebook: string | null;
  figure: string | null;
}

/** A row as `claims --json` prints it: numbers as numbers, a published range as its two ends. */
export interface CrosswalkRecord {
  id: string;
  published: number | [number, number] | null;
  recomputed: number | null;
  tolerance: number | null;
  verdict: Verdict;
  basis: CrosswalkRow["basis"];
  corpus: string | null;
  code: string | null;
  notebook: string | null;
  figure: string | null;
}

/**
 * The crosswalk: every published claim, in the order of the ledger, with what this corpus says of it.
 *
 * The basis says how agreement must be read: on the twin, as the ledger has it; on a real corpus, "real data"; for
 * arithmetic on published numbers alone, "published figures". A claim without an outcome has none.
 */
export function crosswalk(claims: Claim[], checked: CheckedClaim[], corpus: CorpusInfo): CrosswalkRow[] {
  const byClaim = new Map(checked.map((one) => [one.claim, one]));
  return claims.map((claim) => {
    const check = byClaim.get(claim.id);
    const arithmetic = claim.basis === "published figures";
    const made = check?.outcome ?? null;
    const outcome = arithmetic ? made : ofStudy(made, corpus);
    const computed = outcome !== null && "value" in outcome;
    return {
      id: claim.id,
      claim,
      outcome,
      verdict: verdictOf(claim, outcome),
      basis: !computed ? null : arithmetic || corpus.basis === "synthetic twin" ? claim.basis : "real data",
      corpus: computed && !arithmetic ? corpus.name : null,
      code: check?.code ?? null,
      notebook: check?.notebook ?? null,
      figure: check?.figure ?? null,
    };
  });
}

/** The claims are about the accounts of one study: what another one counts is no reproduction of them. */
function ofStudy(outcome: Outcome | null, { study }: CorpusInfo): Outcome | null {
  if (study === undefined || outcome === null || "notComputable" in outcome) return outcome;
  return { notComputable: `about other accounts than those of ${study}; there: ${outcome.text}` };
}

/** The machine-readable form of a row. */
export function crosswalkRecord({ claim, outcome, ...row }: CrosswalkRow): CrosswalkRecord {
  const { value, upper } = claim;
  return {
    id: row.id,
    published: value === null || upper === null ? value : [value, upper],
    recomputed: outcome && "value" in outcome ? outcome.value : null,
    tolerance: claim.tolerance,
    verdict: row.verdict,
    basis: row.basis,
    corpus: row.corpus,
    code: row.code,
    notebook: row.notebook,
    figure: row.figure,
  };
}

/** What was recomputed, as a reader would write it, or why nothing was. */
export function outcomeText({ claim, outcome, verdict }: CrosswalkRow): string {
  if (outcome && "value" in outcome) return outcome.text;
  if (outcome) return outcome.notComputable;
  return claim.reason ?? verdict;
}
