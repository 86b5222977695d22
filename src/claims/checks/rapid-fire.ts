import type { RapidFireResults } from "../../findings/rapid-fire.js";
import { busiestRetweeter } from "../../findings/rapid-retweeter.js";
import { retweetDelays } from "../../findings/retweet-delays.js";
import { retweetLags } from "../../findings/retweet-lags.js";
import { countText, proportionText } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

const noneSoActive: Outcome = { notComputable: "No account of this corpus retweeted diplomats more than 100 times." };

/**
 * The claims on retweets within seconds. The most active accounts are those with more than 100 retweets, the border in the
 * papers' code.
 */
export const rapidFireChecks: Check<RapidFireResults>[] = [
  {
    claim: "G9",
    by: retweetLags,
    recompute({ lags }) {
      const active = lags.find(({ amplifiers }) => amplifiers === "more than 100 retweets");
      if (!active || active.median === null) return noneSoActive;
      const text = `median account ${seconds(active.median)}; under a minute ${proportionText(active.underMinute)}`;
      return { value: active.median, text };
    },
  },
  {
    claim: "G10",
    by: busiestRetweeter,
    recompute({ retweeter }) {
      if (!retweeter)
        return { notComputable: "No suspended account of this corpus retweeted the ambassador in London." };
      const { retweets, medianLag } = retweeter;
      const lag = medianLag === null ? "" : `, median lag ${seconds(medianLag)}`;
      const contradiction = "one caption in the code prints 1,060 retweets, the other 1,166";
      const text = `${countText(retweets, "retweets")}${lag}`;
      return { value: retweets, parts: { median_lag: medianLag }, text, contradiction };
    },
  },
  {
    claim: "G14",
    by: retweetDelays,
    recompute({ delays }) {
      const active = delays.find(({ amplifiers }) => amplifiers === "more than 100 retweets");
      if (!active || active.tenth === null) return noneSoActive;
      const text = `one in ten within ${seconds(active.tenth)}; within a minute ${proportionText(active.within60)}`;
      return { value: active.tenth, text };
    },
  },
];

function seconds(value: number): string {
  return `${Number(value.toFixed(1))} s`;
}
