import type { CorpusInfo } from "../corpus/info.js";
import type { Leg, SwitchingChain } from "../findings/network/switching-chains.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { dayText } from "./network-traces-text.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink } from "./theme.js";

/** Whether there is a chain to draw. */
export function canDrawNetworkTracesChains({ chains }: NetworkTracesResults): boolean {
  return chains.chains.length > 0;
}

/** The longest chain of switching: a row a leg, a stroke a retweet, with the seconds between one account's last and the next one's first. */
export function networkTracesChainsFigure({ chains }: NetworkTracesResults, info: CorpusInfo): Figure {
  const chain = longestOf(chains.chains);
  const rows = chain.legs.flatMap((leg, at) =>
    leg.seconds.map((seconds) => ({ leg: labelOf(leg, at), account: leg.account, seconds })),
  );
  const switches = chain.legs.flatMap((leg, at) =>
    leg.lag === null ? [] : [{ leg: labelOf(leg, at), seconds: leg.seconds[0] ?? 0, text: `${Math.round(leg.lag)} s` }],
  );
  const { network, benchmark } = chains;
  const began =
    chain.startedAt === null ? "" : `, ${dayText(chain.startedAt)} from ${chain.startedAt.slice(11, 19)} UTC`;
  return {
    name: figureName("network-traces-chains", info),
    title: `${chain.accounts} accounts of the network retweeted in turn, each within a minute of the one before`,
    subtitle: `Longest chain${began}. A stroke is a retweet; numbers: seconds since the last retweet of the account above`,
    alt:
      `Strokes on a line for each of ${chain.legs.length} turns by ${chain.accounts} accounts: ${chain.retweets} retweets, ` +
      `with ${switches.map(({ text }) => text).join(", ")} between the turns. Members took over from each other ` +
      `${wholeNumber(network.switches)} times where ${wholeNumber(Math.round(network.expected))} were expected; accounts of the ` +
      `benchmark group ${wholeNumber(benchmark.switches)} times where ${benchmark.expected.toFixed(1)} were.`,
    basis: info.basis,
    note:
      `${sourceNote(info)}All runs: ${wholeNumber(network.switches)} switches between members, by chance ` +
      `${wholeNumber(Math.round(network.expected))}; benchmark group ${wholeNumber(benchmark.switches)}, by chance ${benchmark.expected.toFixed(1)}.`,
    width: "single",
    specification: {
      data: { values: rows },
      height: { step: 10 },
      encoding: {
        y: {
          field: "leg",
          type: "nominal",
          sort: chain.legs.map(labelOf),
          title: null,
          axis: { labelExpr: "split(datum.label, '. ')[1]", grid: true },
        },
        x: {
          field: "seconds",
          type: "quantitative",
          title: "Seconds since the first retweet",
          scale: { domainMin: 0, nice: false },
          axis: { tickCount: 6 },
        },
      },
      layer: [
        { mark: { type: "tick", thickness: 0.7, size: 6, opacity: 1, color: colours.network } },
        {
          data: { values: switches },
          mark: { type: "text", align: "right", dx: -3, fontSize: 5, color: ink },
          encoding: { text: { field: "text", type: "nominal" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "leg", description: "Number of the turn, and the account's pseudonym" },
        { name: "account", description: "Pseudonym" },
        { name: "seconds", description: "Since the first retweet of the chain", unit: "seconds" },
      ],
      rows,
    },
  };
}

const noChain: SwitchingChain = { startedAt: null, accounts: 0, retweets: 0, legs: [] };

function longestOf(chains: readonly SwitchingChain[]): SwitchingChain {
  return chains.reduce((longest, chain) => (chain.legs.length > longest.legs.length ? chain : longest), noChain);
}

/** Turns of one account are rows of their own, so that the order stays visible. */
function labelOf({ account }: Leg, at: number): string {
  return `${at + 1}. ${account}`;
}
