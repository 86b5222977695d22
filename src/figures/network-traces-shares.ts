import type { CorpusInfo } from "../corpus/info.js";
import type { ShareComparison, ShareName } from "../findings/network/share-comparisons.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { percent } from "./network-traces-text.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink } from "./theme.js";

/** Whether any share can be compared. */
export function canDrawNetworkTracesShares({ shares }: NetworkTracesResults): boolean {
  return shares.some(({ effect }) => effect !== null);
}

const titles: Record<ShareName, string> = {
  threadRetweeted: "Thread posts retweeted",
  mainRetweeted: "Main posts retweeted",
  mainReplied: "Main posts replied to",
  overlappingLanguage: "Replies with overlapping language",
};

/** The four shares: a dot for each member, and the benchmark group as a shape as wide as its accounts are many. */
export function networkTracesSharesFigure({ shares }: NetworkTracesResults, info: CorpusInfo): Figure {
  const drawn = shares.filter(({ effect }) => effect !== null);
  const rows = drawn.flatMap(({ share, values, histogram }) => [
    ...values.map((value) => ({ share, group: "network", from: value, accounts: 1 })),
    ...histogram.flatMap((accounts, at) =>
      accounts === 0 ? [] : [{ share, group: "benchmark group", from: at / 100, accounts }],
    ),
  ]);
  const language = drawn.find(({ share }) => share === "overlappingLanguage");
  return {
    name: figureName("network-traces-shares", info),
    title: `Accounts of the network act on more posts; ${percent(language?.network.median ?? null)} of the median one's replies share language`,
    subtitle:
      "Left in each panel: a dot an account of the network. Right: the benchmark group, wider where it has more accounts (square root). Lines and numbers: medians",
    alt: `Four panels of shares, network against benchmark group. ${drawn.map(describe).join(" ")}`,
    basis: info.basis,
    note: `${sourceNote(info)}Accounts with at least five amplifications. In brackets: 95%, accounts resampled. p: random relabelling of accounts.`,
    width: "double",
    specification: { spacing: 14, hconcat: drawn.map(panel) },
    sourceData: {
      columns: [
        { name: "share", description: "Which share" },
        { name: "group", description: "Network or benchmark group" },
        {
          name: "from",
          description: "The member's share; of the benchmark group the lower end of a hundredth",
          unit: "share",
        },
        { name: "accounts", description: "Accounts", unit: "accounts" },
      ],
      rows,
    },
  };
}

/** Places of the two groups on the unlabelled axis, and half the room of each. */
const places = { network: 0.5, benchmark: 1.5, room: 0.42 };
const bins = 40;

function panel(comparison: ShareComparison) {
  const { share, network, benchmark, values, histogram } = comparison;
  const last = histogram.reduce((most, accounts, at) => (accounts > 0 ? at : most), 0);
  const top = Math.min(1, Math.ceil(Math.max((last + 1) / 100, values.at(-1) ?? 0) * 10) / 10);
  const most = histogram.reduce((largest, accounts) => Math.max(largest, accounts), 1);
  const shape = histogram.flatMap((accounts, at) => {
    if (accounts === 0) return [];
    const half = places.room * Math.sqrt(accounts / most);
    return [{ y: at / 100, y2: (at + 1) / 100, x: places.benchmark - half, x2: places.benchmark + half }];
  });
  const medians = (["network", "benchmark"] as const).map((group) => ({
    x: places[group] - places.room,
    x2: places[group] + places.room,
    y: (group === "network" ? network : benchmark).median ?? 0,
  }));
  const x = { type: "quantitative", title: effectText(comparison), scale: { domain: [0, 2], nice: false } };
  const axis = {
    values: [places.network, places.benchmark],
    labelExpr: axisNames(comparison),
    ticks: false,
    titlePadding: 4,
  };
  const y = {
    type: "quantitative",
    title: null,
    scale: { domain: [0, top], nice: false },
    axis: { format: ".0%", tickCount: 5, grid: true },
  };
  return {
    title: titles[share],
    height: 140,
    layer: [
      {
        data: { values: shape },
        mark: { type: "rect", color: colours.benchmarkGroup, stroke: null },
        encoding: { x: { field: "x", ...x, axis }, x2: { field: "x2" }, y: { field: "y", ...y }, y2: { field: "y2" } },
      },
      {
        data: { values: swarm(values, top) },
        mark: { type: "point", size: 5, color: colours.network, shape: "circle" },
        encoding: { x: { field: "x", ...x }, y: { field: "y", ...y } },
      },
      {
        data: { values: medians },
        mark: { type: "rule", color: ink },
        encoding: { x: { field: "x", ...x }, x2: { field: "x2" }, y: { field: "y", ...y } },
      },
    ],
  };
}

/** The groups with their medians, on two lines. */
function axisNames({ network, benchmark }: ShareComparison): string {
  return `datum.value < 1 ? ['Network', '${percent(network.median)}'] : ['Benchmark', '${percent(benchmark.median)}']`;
}

/** Values of one height side by side around the middle of their group. */
function swarm(values: readonly number[], top: number): { x: number; y: number }[] {
  const heights = new Map<number, number[]>();
  for (const value of values) {
    const bin = Math.floor((value / top) * bins);
    heights.set(bin, [...(heights.get(bin) ?? []), value]);
  }
  return [...heights.values()].flatMap((own) => {
    const step = Math.min(0.06, (2 * places.room) / own.length);
    return own.map((y, at) => ({ x: places.network + (at - (own.length - 1) / 2) * step, y }));
  });
}

function effectText({ effect }: ShareComparison): string[] {
  if (!effect) return [];
  const { difference, delta, pValue } = effect;
  const points = (share: number) => (share * 100).toFixed(1);
  return [
    `difference ${points(difference.value)} points (${points(difference.low)} to ${points(difference.high)})`,
    `delta ${delta.value.toFixed(2)} (${delta.low.toFixed(2)} to ${delta.high.toFixed(2)}), p ${pValue.toFixed(4)}`,
  ];
}

function describe(comparison: ShareComparison): string {
  const { share, network, benchmark } = comparison;
  const of = ({ accounts, median }: ShareComparison["network"]) =>
    `${percent(median)} in the median of ${wholeNumber(accounts)}`;
  return `${titles[share]}: ${of(network)} against ${of(benchmark)}; ${effectText(comparison).join("; ")}.`;
}
