import type { CorpusInfo } from "../corpus/info.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { fateStyles } from "./network-traces-fates.js";
import { colours } from "./theme.js";

/** What plotly draws: its traces and its layout. */
export interface PlotlyFigure {
  data: object[];
  layout: object;
}

const titleFont = { size: 14 };

/** Without grid, axis or numbers: places in the drawing of a network mean nothing. */
const bare = { visible: false, fixedrange: false };

/**
 * The network of accounts that acted within a minute of one another, to zoom into and point at: the same nodes and lines as in
 * `networkTracesCoActivityFigure`, which numbers accounts and names none.
 *
 * @example
 * figure({ svg: drawn.svg, alt: network.alt, plotly: interactiveCoActivity(results, corpus.info) });
 */
export function interactiveCoActivity(
  { coActivity }: Pick<NetworkTracesResults, "coActivity">,
  { basis }: Pick<CorpusInfo, "basis">,
): PlotlyFigure {
  const { nodes, edges } = coActivity;
  const groups = [
    { name: "Network", member: true, colour: colours.network, symbol: "x" },
    { name: "Benchmark group", member: false, colour: colours.benchmarkGroup, symbol: "triangle-up" },
  ];
  const ends = edges.map(([first, second]) => [nodes[first], nodes[second]]);
  return {
    data: [
      {
        ...{ type: "scatter", mode: "lines", hoverinfo: "skip", showlegend: false },
        line: { width: 0.5, color: colours.reference },
        opacity: 0.4,
        x: ends.flatMap(([one, other]) => [place(one?.x), place(other?.x), null]),
        y: ends.flatMap(([one, other]) => [place(one?.y), place(other?.y), null]),
      },
      ...groups.map(({ name, member, colour, symbol }) => {
        const own = nodes.flatMap((node, at) => (node.member === member ? [{ ...node, at }] : []));
        return {
          ...{ type: "scatter", mode: "markers", name, hoverinfo: "text" },
          marker: { color: colour, symbol, size: 8 },
          x: own.map(({ x }) => place(x)),
          y: own.map(({ y }) => place(y)),
          text: own.map(({ at, together }) => `account ${at}: ${together} acts within a minute of another`),
        };
      }),
    ],
    layout: {
      title: { text: `Accounts that acted within a minute of one another (${basis})`, font: titleFont },
      ...{ xaxis: bare, yaxis: { ...bare, scaleanchor: "x" }, hovermode: "closest" },
      ...{ legend: { orientation: "h" }, margin: { l: 10, r: 10, t: 50, b: 10 } },
    },
  };
}

/**
 * The time line of the accounts that became active together, to zoom into and point at: the running totals of
 * `networkTracesCumulativeFigure`, a step a day on which one changes.
 *
 * @example
 * figure({ svg: drawn.svg, alt: timeLine.alt, plotly: interactiveTimeLine(results, corpus.info) });
 */
export function interactiveTimeLine(
  { cumulative }: Pick<NetworkTracesResults, "cumulative">,
  { basis }: Pick<CorpusInfo, "basis">,
): PlotlyFigure {
  const { days, accounts } = cumulative;
  const first = new Map(accounts.map(({ fate }) => [fate, accounts.findIndex((one) => one.fate === fate)]));
  return {
    data: accounts.map(({ account, fate, amplifications }, place) => {
      const kept = days.flatMap((_, at) =>
        at === 0 || at === days.length - 1 || amplifications[at] !== amplifications[at - 1] ? [at] : [],
      );
      return {
        ...{ type: "scatter", mode: "lines", name: fateStyles[fate].text, text: kept.map(() => account) },
        ...{ legendgroup: fate, showlegend: first.get(fate) === place, hovertemplate: "%{text}: %{y:,} by %{x}" },
        line: { shape: "hv", width: 1.5, color: fateStyles[fate].colour },
        x: kept.map((at) => days[at]),
        y: kept.map((at) => amplifications[at]),
      };
    }),
    layout: {
      xaxis: { type: "date" },
      title: { text: `Amplifications of accounts that became active together (${basis})`, font: titleFont },
      yaxis: { title: { text: "Amplifications so far" }, rangemode: "tozero" },
      hovermode: "closest",
      legend: { orientation: "h" },
      margin: { l: 60, r: 10, t: 50, b: 40 },
    },
  };
}

/** To a thousandth of the drawing: a notebook holds every one of these numbers. */
function place(coordinate: number | undefined): number | null {
  return coordinate === undefined ? null : Math.round(coordinate * 1000) / 1000;
}
