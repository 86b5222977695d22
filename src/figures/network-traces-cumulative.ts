import type { CorpusInfo } from "../corpus/info.js";
import type { Fate } from "../findings/network/member-accounts.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { proportionText, wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { fateScales, fateStyles } from "./network-traces-fates.js";
import { daysText, dayText, focusDiplomats } from "./network-traces-text.js";
import { figureName, sourceNote } from "./series.js";
import { colours } from "./theme.js";

/** Whether accounts became active together. */
export function canDrawNetworkTracesCumulative({ activation, cumulative }: NetworkTracesResults): boolean {
  return activation !== null && cumulative.accounts.length > 0;
}

/** Running totals of the amplifications of the accounts that became active together. */
export function networkTracesCumulativeFigure(results: NetworkTracesResults, info: CorpusInfo): Figure {
  const { cumulative, activation } = results;
  const { days, accounts } = cumulative;
  const rows = accounts.flatMap(({ account, fate, amplifications }) =>
    amplifications.flatMap((amplified, at) => {
      const changes = at === 0 || at === days.length - 1 || amplified !== amplifications[at - 1];
      return changes || amplified !== amplifications[at + 1]
        ? [{ account, fate: fateStyles[fate].text, day: days[at] ?? "", amplifications: amplified }]
        : [];
    }),
  );
  const found = daysText(activation?.days ?? []);
  const start = activation?.days[0] ?? days[0] ?? "";
  const silence = activation?.medianSilenceDays ?? null;
  return {
    name: figureName("network-traces-cumulative", info),
    title: `${accounts.length} dormant accounts of the network became active on ${found}`,
    subtitle: `Running total of each account's retweets and quotes of, and replies to, ${focusDiplomats(info)}`,
    alt:
      `A line for each of ${accounts.length} accounts that first amplified a principal on ${found}: ` +
      `${activation ? proportionText(activation.activated) : ""} of the network's dormant accounts. By the end of the window they ` +
      `had amplified ${accounts.map(({ amplifications }) => wholeNumber(amplifications.at(-1) ?? 0)).join(", ")} times.` +
      (silence === null
        ? ""
        : ` Their longest silence before was ${wholeNumber(Math.round(silence))} days in the median.`),
    basis: info.basis,
    note: `${sourceNote(info)}Vertical line: ${dayText(start)}, found by scanning first amplifications against the benchmark group.`,
    width: "single",
    specification: {
      data: { values: rows },
      height: 135,
      layer: [
        {
          data: { values: [{ day: start }] },
          mark: { type: "rule", strokeDash: [2, 2], color: colours.reference },
          encoding: { x: { field: "day", type: "temporal" } },
        },
        {
          mark: { type: "line", interpolate: "step-after", strokeWidth: 0.8 },
          encoding: {
            x: {
              field: "day",
              type: "temporal",
              title: null,
              axis: { format: "%b %Y", tickCount: { interval: "month", step: 2 } },
            },
            y: {
              field: "amplifications",
              type: "quantitative",
              title: "Amplifications so far",
              axis: { grid: true, tickCount: 5 },
            },
            detail: { field: "account", type: "nominal" },
            ...fateScales(accounts.map(({ fate }): Fate => fate)),
          },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "account", description: "Pseudonym" },
        { name: "fate", description: "What the platform said of it on the status days" },
        { name: "day", description: "Last day counted; days without a change are left out" },
        { name: "amplifications", description: "Amplifications up to that day", unit: "amplifications" },
      ],
      rows,
    },
  };
}
