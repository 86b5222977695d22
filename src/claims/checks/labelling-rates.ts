import { type LabellingRatesResults, labellingRates } from "../../findings/labelling-rates.js";
import type { Proportion } from "../../statistics/proportion.js";
import { oii2021 } from "../../study/oii-2021.js";
import type { Study } from "../../study/study.js";
import { proportionText } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

/** The claims on how many diplomats on Twitter carried a label on the study's label day. */
export const labellingRatesChecks: Check<LabellingRatesResults>[] = [
  { claim: "L1", by: labellingRates, recompute: (results) => ofDiplomats(results, oii2021, share) },
  { claim: "L2", by: labellingRates, recompute: (results) => ofDiplomats(results, oii2021, count) },
  { claim: "L3", by: labellingRates, recompute: (results) => ofDiplomats(results, oii2021, share) },
];

function share(labelled: Proportion): Outcome {
  return { value: labelled.share ?? Number.NaN, text: proportionText(labelled) };
}

function count(labelled: Proportion): Outcome {
  return { value: labelled.count, parts: { observed: labelled.of }, text: proportionText(labelled) };
}

function ofDiplomats(
  { day, rates }: LabellingRatesResults,
  { labelDay }: Study,
  outcome: (labelled: Proportion) => Outcome,
): Outcome {
  if (day !== labelDay) {
    return {
      notComputable: `The claim is about ${labelDay}; the labels of this corpus were first observed on ${day}.`,
    };
  }
  const rate = rates.find(({ group, platform }) => group === "diplomat" && platform === "twitter");
  return rate ? outcome(rate.labelled) : { notComputable: "This corpus has no labels of diplomats on Twitter." };
}
