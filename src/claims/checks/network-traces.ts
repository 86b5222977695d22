import { closestCompany } from "../../findings/network/closest-company.js";
import { creationClusters } from "../../findings/network/creation-clusters.js";
import { hoursOfDay } from "../../findings/network/hours-of-day.js";
import { jointActivation } from "../../findings/network/joint-activation.js";
import { jointTest } from "../../findings/network/joint-test.js";
import { languageTest } from "../../findings/network/language-test.js";
import { memberActivity } from "../../findings/network/member-activity.js";
import { repliesToAmbassador } from "../../findings/network/replies-to-ambassador.js";
import type { NetworkTracesResults } from "../../findings/network-traces.js";
import { daysBetween, type UtcDay, utcDay } from "../../study/time.js";
import { countText, proportionText } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

const noNetwork: Outcome = { notComputable: "The detector finds no network in this corpus." };
const nobody: Outcome = { notComputable: "Nobody in this corpus amplified a diplomat in the focus country." };

/** The days of creation in the authors' code (04b:390), and the days on which their cohort became active (04b:408). */
const publishedDays = {
  creation: ["2020-04-21", "2020-04-23", "2020-08-04", "2020-08-11", "2020-08-26"].map(utcDay),
  activation: ["2020-08-12", "2020-08-13"].map(utcDay),
};

/** The claims on what the accounts of the network have in common. */
export const networkTracesChecks: Check<NetworkTracesResults>[] = [
  check(
    "U17",
    creationClusters,
    ({ creation: { clusters }, members }) => {
      const onDays = clusters.filter(({ day }) => publishedDays.creation.includes(day));
      const count = sum(onDays.map(({ accounts }) => accounts));
      const days = clusters.map(({ day, accounts }) => `${day} ${accounts}`).join(", ");
      const elsewhere = clusters.length - onDays.length;
      const text = `${countText(count, "accounts")} on ${onDays.length} of the five days (found blind: ${days || "none"}`;
      return {
        value: count / members,
        parts: { creation_days: onDays.length },
        text: `${text}; on other days ${elsewhere})`,
      };
    },
    "network-traces-creation",
  ),
  check(
    "U18",
    jointActivation,
    ({ activation }) => {
      if (!activation) return { notComputable: "No two accounts of the network were dormant before." };
      const { days, activated } = activation;
      const text = `${proportionText(activated)} of the dormant members on ${days.join(" and ")}, found blind`;
      return { value: daysSpanned([...days, ...publishedDays.activation]), text };
    },
    "network-traces-cumulative",
  ),
  check("U19", closestCompany, ({ company: { median, within, events } }) => {
    if (median === null) return { notComputable: "Members mostly act on posts on which no other member acted." };
    const share = `${((within / events) * 100).toFixed(1)}% within a minute`;
    return {
      value: median,
      text: `median ${Number(median.toFixed(1))} s to another member on the same post; ${share}`,
    };
  }),
  check("U20", repliesToAmbassador, ({ ambassador }) => {
    const [first] = ambassador;
    if (!first) return { notComputable: "No member could be compared with posts of an ambassador." };
    const more = ambassador.filter(({ share }) => share > 0.75).length;
    return {
      value: first.share,
      parts: { accounts: more },
      text: `${countText(more, more === 1 ? "account" : "accounts")}, highest ${percent(first.share)}`,
    };
  }),
  check("U26", memberActivity, ({ activity: { focusOnly, noOtherDiplomat } }) => {
    if (focusOnly.share === null) return { notComputable: "No member retweeted a diplomat." };
    const strict = `without a single act on another diplomat ${proportionText(noOtherDiplomat)}`;
    return { value: focusOnly.share, text: `${proportionText(focusOnly)} to the whole per cent; ${strict}` };
  }),
  check(
    "U27",
    hoursOfDay,
    ({
      hours: {
        inDayParts: { network, benchmark },
      },
    }) => {
      if (network.share === null) return noNetwork;
      const others = benchmark.share === null ? "" : `; benchmark group ${percent(benchmark.share)}`;
      return { value: network.share, text: `${percent(network.share)} from 6 to 12 and 17 to 20 in London${others}` };
    },
    "network-traces-hours",
  ),
  check(
    "U29",
    languageTest,
    ({ language }) => {
      if (!language) return { notComputable: "Fewer than two members wrote five replies." };
      const { overlap, pValue } = language;
      const shares = `${percent(overlap.observed)} of replies overlap, ${percent(overlap.expected)} in random groups`;
      return { value: pValue, text: `${shares}; p ${pText(pValue)}` };
    },
    "network-traces-shares",
  ),
  check("U30", jointTest, ({ joint: { pValue, withFoundBy } }) => {
    if (pValue === null) return { notComputable: "No trace could be tested in both groups." };
    const all = withFoundBy === null ? "" : `; with timing, which found the network, ${pText(withFoundBy)}`;
    return { value: pValue, text: `p ${pText(pValue)} without timing${all}` };
  }),
  check("U31", memberActivity, ({ activity: { median, low, high, atLeastThousand } }) => {
    if (median === null) return noNetwork;
    const interval = low === null || high === null ? "" : ` (${Math.round(low)} to ${Math.round(high)})`;
    return {
      value: median,
      text: `median ${Math.round(median)}${interval}; a thousand or more ${proportionText(atLeastThousand)}`,
    };
  }),
];

function check(
  claim: string,
  by: { readonly name: string },
  recompute: (results: NetworkTracesResults) => Outcome,
  figure?: string,
): Check<NetworkTracesResults> {
  return {
    ...{ claim, by },
    recompute(results) {
      if (results.members > 0) return recompute(results);
      return results.benchmark > 0 ? noNetwork : nobody;
    },
    ...(figure === undefined ? {} : { figure }),
  };
}

/** Days from the first to the last, both included: two if the days found are those published. */
function daysSpanned(days: UtcDay[]): number {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last ? daysBetween(first, last) + 1 : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function pText(pValue: number): string {
  return pValue >= 0.001 ? pValue.toFixed(3) : pValue.toExponential(0);
}
