import { UserError } from "../errors.js";
import type { Outcome } from "./check.js";

/** Two paths agree if they differ by no more than the rounding of doubles. */
const rounding = 1e-9;

/**
 * An outcome that says so where an independent path came to the same number.
 *
 * @throws UserError where it came to another: then one of the two is wrong, and neither may be shown
 */
export function seconded(claim: string, outcome: Outcome, opinions: Record<string, number>): Outcome {
  const second = opinions[claim];
  if (second === undefined || !("value" in outcome)) return outcome;
  if (Math.abs(second - outcome.value) > rounding * Math.max(1, Math.abs(outcome.value))) {
    throw new UserError(
      `two paths disagree on claim ${claim}: query ${outcome.value}, data frame ${second}; one of them has a fault`,
    );
  }
  return { ...outcome, text: `${outcome.text}; a data frame agrees` };
}
