import { activeSpans } from "../../findings/active-spans.js";
import { type AmplifierStatuses, amplifierStatuses, type Retweeted } from "../../findings/amplifier-statuses.js";
import type { SuspendedAmplifiersResults } from "../../findings/suspended-amplifiers.js";
import { type SuspendedShare, suspendedShares } from "../../findings/suspended-shares.js";
import { countText, proportionText } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

const noRetweets: Outcome = { notComputable: "This corpus holds no retweets of the group in the window." };
const noStatuses: Outcome = { notComputable: "This corpus holds no status of accounts that retweeted the group." };

/** The claims on retweets by accounts that were suspended later. The first status day is the papers' 1 March 2021. */
export const suspendedAmplifiersChecks: Check<SuspendedAmplifiersResults>[] = [
  statuses("G1", "diplomat", retweets),
  statuses("G2", "state_media", retweets),
  statuses("G3", "diplomat", suspendedRetweets),
  statuses("G4", "state_media", suspendedRetweets),
  statuses("G5", "both", suspendedAccounts),
  statuses("G6", "diplomat", suspendedAccounts),
  {
    claim: "G11",
    by: suspendedShares,
    recompute({ diplomats }) {
      const london = firstDay(diplomats).filter(({ country }) => country === "GB");
      const ambassador = london.find(({ category }) => category === "ambassador");
      const embassy = london.find(({ category }) => category === "embassy");
      if (!ambassador) return noStatuses;
      const other = embassy ? `; embassy ${proportionText(embassy.suspended)}` : "";
      return {
        value: ambassador.suspended.share ?? 0,
        parts: { embassy_suspended_share: embassy?.suspended.share ?? null },
        text: `${proportionText(ambassador.suspended)}${other}`,
      };
    },
  },
  {
    claim: "G12",
    by: suspendedShares,
    recompute({ diplomats }) {
      const lastDay = diplomats.at(-1)?.day;
      const highest = diplomats.find(({ day }) => day === lastDay);
      if (!highest) return noStatuses;
      const { name, suspended, day } = highest;
      return { value: suspended.share ?? 0, text: `${name}: ${proportionText(suspended)} by ${day}` };
    },
  },
  {
    claim: "G13",
    by: activeSpans,
    recompute({ spans }) {
      const all = spans.find(({ amplifiers }) => amplifiers === "all");
      const repeated = spans.find(({ amplifiers }) => amplifiers !== "all");
      if (!all || all.median === null) return noStatuses;
      const again =
        repeated?.median == null ? "" : `; ${repeated.median.toFixed(1)} days for accounts seen more than once`;
      const text = `median ${all.median.toFixed(1)} days${again}`;
      return { value: all.median, text };
    },
  },
];

function statuses(
  claim: string,
  group: Retweeted,
  outcome: (row: AmplifierStatuses) => Outcome,
): Check<SuspendedAmplifiersResults> {
  return {
    claim,
    by: amplifierStatuses,
    recompute(results) {
      const row = results.statuses.find(({ retweeted }) => retweeted === group);
      return row && row.retweets > 0 ? outcome(row) : noRetweets;
    },
  };
}

function retweets({ retweets: value, accounts }: AmplifierStatuses): Outcome {
  const text = `${countText(value, "retweets")} by ${countText(accounts, "accounts")}`;
  return { value, parts: { retweeters: accounts }, text };
}

function suspendedRetweets({ suspendedRetweets: suspended }: AmplifierStatuses): Outcome {
  return suspended.share === null ? noStatuses : { value: suspended.share, text: proportionText(suspended) };
}

function suspendedAccounts({ suspendedAccounts: accounts, suspendedRetweets: sent }: AmplifierStatuses): Outcome {
  if (accounts.share === null) return noStatuses;
  return {
    value: accounts.count,
    parts: { retweets_nearly: sent.count },
    text: `${countText(accounts.count, "accounts")}; ${countText(sent.count, "retweets")}`,
  };
}

function firstDay(diplomats: SuspendedShare[]): SuspendedShare[] {
  return diplomats.filter(({ day }) => day === diplomats[0]?.day);
}
