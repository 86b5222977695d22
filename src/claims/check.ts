import type { Recomputed } from "./recomputed.js";

/** Says why this corpus does not hold what a claim needs. */
export interface NotComputable {
  notComputable: string;
}

/** What a check comes to on one corpus. */
export type Outcome = Recomputed | NotComputable;

/** A computation that is set against a published claim. */
export interface Check<Results> {
  /** Id of the claim. */
  claim: string;
  /** The function that computes the number. Its name leads to its line in the source. */
  by: { readonly name: string };
  recompute(results: Results): Outcome;
  /** The figure of the finding that shows it; its first unless told. */
  figure?: string;
}
