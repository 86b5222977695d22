import type { Outcome } from "../check.js";
import { consistencyFunctions } from "../consistency.js";
import type { Facts } from "../recomputed.js";

/** The checks of the published numbers against each other. They need no corpus. */
export function consistencyOutcomes(
  facts: Facts,
): { claim: string; by: { readonly name: string }; outcome: Outcome }[] {
  return Object.entries(consistencyFunctions).map(([claim, by]) => ({ claim, by, outcome: by(facts) }));
}
