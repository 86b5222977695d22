import {
  type GroupConcentration,
  groupConcentrations,
  type SuperSpreadersResults,
} from "../../findings/super-spreaders.js";
import { countText, wholeNumber } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

/** The claims on how much of the retweeting the most active accounts did. */
export const superSpreadersChecks: Check<SuperSpreadersResults>[] = [
  { claim: "G7", by: groupConcentrations, recompute: (results) => ofDiplomats(results, shareOfTop) },
  { claim: "G8", by: groupConcentrations, recompute: (results) => ofDiplomats(results, retweetsOfTop) },
];

function shareOfTop({ topOneByQuantile, top }: GroupConcentration): Outcome {
  const { value } = topOneByQuantile;
  if (value === null) return { notComputable: "Nobody retweeted a diplomat in this corpus." };
  const plain = top.find(({ part }) => part === 0.01)?.share.value ?? value;
  return { value, text: `${percent(value)}; ${percent(plain)} by whole accounts` };
}

function retweetsOfTop({ top, events }: GroupConcentration): Outcome {
  const one = top.find(({ part }) => part === 0.01);
  if (!one) return { notComputable: "Nobody retweeted a diplomat in this corpus." };
  const text = `${wholeNumber(one.events)} of ${countText(events, "retweets")} by ${countText(one.accounts, "accounts")}`;
  return { value: one.events, text };
}

function ofDiplomats({ groups }: SuperSpreadersResults, outcome: (row: GroupConcentration) => Outcome): Outcome {
  const row = groups.find(({ group, zeros }) => group === "diplomat" && !zeros);
  return row ? outcome(row) : { notComputable: "This corpus holds no retweets of diplomats in the window." };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
