import { detectNetwork } from "../../coordination/detection/detect-network.js";
import type { NetworkDetectionResults } from "../../findings/network-detection.js";
import { countText } from "../../text/number-text.js";
import type { Check } from "../check.js";

/** The claim on the size of the network. */
export const networkDetectionChecks: Check<NetworkDetectionResults>[] = [
  {
    claim: "U5",
    by: detectNetwork,
    recompute({ members, groups, pool }) {
      if (pool === 0) return { notComputable: "Nobody in this corpus amplified a diplomat in the focus country." };
      const byChance = groups.reduce((sum, { expectedByChance }) => sum + expectedByChance, 0);
      return {
        value: members,
        text: `${countText(members, "accounts")}, ${byChance.toFixed(1)} of them expected by chance`,
      };
    },
  },
];
