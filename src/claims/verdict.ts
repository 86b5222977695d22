import type { Outcome } from "./check.js";
import type { Claim } from "./claim.js";

/** What comparing a claim with its recomputation comes to. */
export type Verdict =
  | "reproduced"
  | "within rounding"
  | "differs"
  | "sources contradict each other"
  | "stated in the source with nothing to compute"
  | "not computable from this corpus";

/**
 * The verdict of a claim.
 *
 * "Reproduced" is for a number that meets the published one exactly, or the bound that was published; "within rounding" for
 * one that differs by no more than the claim's tolerance. "About" never gives more than "within rounding".
 *
 * @example
 * verdictOf(claim, { value: 189, text: "189" }); // "reproduced" for a claim of exactly 189
 */
export function verdictOf(claim: Claim, outcome: Outcome | null): Verdict {
  if (claim.relation === "stated" || claim.value === null) {
    return contradicts(outcome) ? "sources contradict each other" : "stated in the source with nothing to compute";
  }
  if (outcome === null || "notComputable" in outcome) return "not computable from this corpus";
  if (contradicts(outcome)) return "sources contradict each other";
  if (meets(claim.relation, outcome.value, claim.value, claim.upper)) return "reproduced";
  return distance(claim, outcome.value) <= (claim.tolerance ?? 0) * (1 + 1e-9) ? "within rounding" : "differs";
}

function contradicts(outcome: Outcome | null): boolean {
  return outcome !== null && "contradiction" in outcome && outcome.contradiction !== undefined;
}

function meets(relation: Claim["relation"], value: number, published: number, upper: number | null): boolean {
  switch (relation) {
    case "equal":
      return value === published;
    case "more than":
      return value > published;
    case "at least":
      return value >= published;
    case "fewer than":
      return value < published;
    case "at most":
      return value <= published;
    case "between":
      return value >= published && value <= (upper ?? published);
    case "about":
    case "stated":
      return false;
  }
}

/** How far the value lies outside what was published. */
function distance(claim: Claim, value: number): number {
  const low = claim.value ?? value;
  const high = claim.relation === "between" ? (claim.upper ?? low) : low;
  return value < low ? low - value : Math.max(0, value - high);
}
