import { type RobustnessResults, robustnessResults } from "../../findings/robustness.js";
import { published, quantities } from "../../findings/specifications/quantities.js";
import type { Check } from "../check.js";

/**
 * The claims whose numbers are tried, by the usual specification. They belong to `peak-week-shares`, whose checks give the verdict
 * of record; these are for the page that shows how far the numbers move.
 */
export const robustnessChecks: Check<RobustnessResults>[] = quantities.map((quantity) => ({
  claim: published[quantity].claim,
  by: robustnessResults,
  recompute({ spreads }) {
    const spread = spreads.find((one) => one.quantity === quantity);
    if (!spread || spread.usual === null || spread.lowest === null || spread.highest === null) {
      return { notComputable: "Nobody in this corpus amplified an ambassador in the focus country." };
    }
    const { usual, lowest, highest, specifications } = spread;
    const text = `${percent(usual)}; ${percent(lowest)} to ${percent(highest)} over ${specifications} specifications`;
    return { value: usual, text };
  },
}));

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
