import type { Outcome } from "./check.js";
import type { Claim } from "./claim.js";
import type { Relation } from "./relation.js";

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
 * one that differs by no more than the claim's tolerance. "About" never gives more than "within rounding". A claim of several
 * numbers is as good as the worst of them.
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
  const verdicts = claim.parts.map((part) => {
    const value = outcome.parts?.[part.quantity];
    if (value === undefined) throw new Error(`the check of ${claim.id} gives no ${part.quantity}`);
    return value === null ? "not computable from this corpus" : numberVerdict({ ...part, upper: null }, value);
  });
  return worst([
    numberVerdict({ ...claim, value: claim.value, tolerance: claim.tolerance ?? 0 }, outcome.value),
    ...verdicts,
  ]);
}

/** A published number, and what it allows. */
interface PublishedNumber {
  value: number;
  upper: number | null;
  relation: Relation;
  tolerance: number;
}

const fromWorst = ["differs", "not computable from this corpus", "within rounding", "reproduced"] as const;

function worst(verdicts: readonly Verdict[]): Verdict {
  return fromWorst.find((one) => verdicts.includes(one)) ?? "reproduced";
}

function numberVerdict(published: PublishedNumber, value: number): Verdict {
  if (meets(published.relation, value, published.value, published.upper)) return "reproduced";
  return distance(published, value) <= published.tolerance * (1 + 1e-9) ? "within rounding" : "differs";
}

function contradicts(outcome: Outcome | null): boolean {
  return outcome !== null && "contradiction" in outcome && outcome.contradiction !== undefined;
}

function meets(relation: Relation, value: number, published: number, upper: number | null): boolean {
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
function distance({ value: low, upper, relation }: PublishedNumber, value: number): number {
  const high = relation === "between" ? (upper ?? low) : low;
  return value < low ? low - value : Math.max(0, value - high);
}
