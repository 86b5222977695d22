import type { CorpusInfo } from "../corpus/info.js";
import type { CoActivityNetwork } from "../findings/network/co-activity-network.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours, shapes } from "./theme.js";

/** Whether there is a pair to draw. */
export function canDrawNetworkTracesCoActivity({ coActivity }: NetworkTracesResults): boolean {
  return coActivity.edges.length > 0;
}

/** Accounts that acted together within a minute, as a network: those of the network, and those of the benchmark group. */
export function networkTracesCoActivityFigure({ coActivity }: NetworkTracesResults, info: CorpusInfo): Figure {
  const { nodes, edges, counts, fewest } = coActivity;
  const rows = edges.map((edge) => rowOf(edge, nodes));
  const [members, , benchmark] = counts;
  const place = (field: string) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [-0.03, 1.03], nice: false },
  });
  return {
    name: figureName("network-traces-co-activity", info),
    title: `${wholeNumber(members?.strong ?? 0)} pairs of accounts of the network acted together within a minute ${fewest} times or more`,
    subtitle:
      "A line is a pair that retweeted or answered the same posts within 60 seconds. Crosses: network. Triangles: benchmark group",
    alt:
      `A network drawing of ${nodes.length} accounts. ` +
      counts
        .map(
          (row) =>
            `Pairs of ${row.between}: ${wholeNumber(row.pairs)}, of them ${wholeNumber(row.strong)} with ${fewest} co-actions or more`,
        )
        .join(". ") +
      ".",
    basis: info.basis,
    note: `${sourceNote(info)}${wholeNumber(benchmark?.strong ?? 0)} such pairs in the benchmark group. Drawn: where at least five accounts hang together. ForceAtlas2; places mean nothing by themselves.`,
    width: "single",
    specification: {
      height: 225,
      layer: [
        {
          data: { values: rows },
          mark: { type: "rule", strokeWidth: 0.35 },
          encoding: {
            x: place("x"),
            y: place("y"),
            x2: { field: "toX" },
            y2: { field: "toY" },
            color: {
              field: "between",
              type: "nominal",
              scale: { domain: ["members", "others"], range: [colours.network, colours.benchmarkGroup] },
              legend: null,
            },
            opacity: {
              field: "together",
              type: "quantitative",
              scale: { type: "log", domain: [fewest, 100], range: [0.12, 0.9], clamp: true },
              legend: null,
            },
          },
        },
        {
          data: { values: nodes.map(({ x, y, member }) => ({ x, y, group: member ? "members" : "others" })) },
          mark: { type: "point", size: 16, stroke: "#FFFFFF", strokeWidth: 0.4 },
          encoding: {
            x: place("x"),
            y: place("y"),
            color: {
              field: "group",
              type: "nominal",
              scale: { domain: ["members", "others"], range: [darker, colours.benchmarkGroup] },
              legend: null,
            },
            shape: {
              field: "group",
              type: "nominal",
              scale: { domain: ["members", "others"], range: [shapes.network, shapes.benchmarkGroup] },
              legend: null,
            },
          },
        },
      ],
      resolve: { scale: { color: "independent" } },
    },
    sourceData: {
      columns: [
        { name: "first", description: "Number of an account in the drawing" },
        { name: "second", description: "Number of the other account" },
        { name: "between", description: "Whether both are accounts of the network" },
        { name: "together", description: "Acts of both on the same post within 60 seconds", unit: "acts" },
        { name: "x", description: "Place of the first account" },
        { name: "y", description: "Place of the first account" },
        { name: "toX", description: "Place of the second account" },
        { name: "toY", description: "Place of the second account" },
      ],
      rows,
    },
  };
}

/** Crosses stand on lines of their own colour. */
const darker = "#8A3A68";

function rowOf([first, second, together]: CoActivityNetwork["edges"][number], nodes: CoActivityNetwork["nodes"]) {
  const [one, other] = [nodes[first], nodes[second]];
  const between = one?.member && other?.member ? "members" : "others";
  return {
    ...{ first, second, between, together },
    ...{ x: one?.x ?? null, y: one?.y ?? null, toX: other?.x ?? null, toY: other?.y ?? null },
  };
}
