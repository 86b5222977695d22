import type { CorpusInfo } from "../corpus/info.js";
import type { CreationCluster } from "../findings/network/creation-clusters.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { proportionText } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { dayText, percent } from "./network-traces-text.js";
import { figureName, sourceNote } from "./series.js";
import { colours, shapes } from "./theme.js";

/** Whether there is a cluster to draw. */
export function canDrawNetworkTracesCreation({ creation }: NetworkTracesResults): boolean {
  return creation.clusters.length > 0;
}

/** The clusters of creation: a row a day, a mark an account, at its minute on the twin and side by side elsewhere. */
export function networkTracesCreationFigure({ creation }: NetworkTracesResults, info: CorpusInfo): Figure {
  const { clusters, clustered } = creation;
  const rows = clusters.flatMap(rowsOf);
  const inMinutes = clusters.every(({ offsets }) => offsets !== null);
  const days = clusters.map(labelOf);
  const longest = rows.reduce((most, { at }) => Math.max(most, at), 0);
  return {
    name: figureName("network-traces-creation", info),
    title: `${percent(clustered.share)} of the network was created within minutes on ${new Set(days).size} days`,
    subtitle: `Each cross is one of ${clustered.count} accounts; days found by scanning against the benchmark group`,
    alt:
      `Crosses on a line for each day: ${proportionText(clustered)} accounts of the network were created in clusters. ` +
      `${clusters.map(describe).join("; ")}.`,
    basis: info.basis,
    note: `${sourceNote(info)}Numbers: accounts of the network, and in brackets those that the benchmark group's dates would put there.`,
    width: "single",
    specification: {
      data: { values: rows },
      height: { step: 15 },
      encoding: {
        y: { field: "day", type: "nominal", sort: days, title: null, axis: { grid: true, labelPadding: 6 } },
        x: {
          field: "at",
          type: "quantitative",
          title: inMinutes ? "Minutes since the first creation of the day's cluster" : "Accounts",
          scale: { domain: [0, Math.ceil(longest) + 1], nice: false },
        },
      },
      layer: [
        { mark: { type: "point", shape: shapes.network, color: colours.network, size: 34 } },
        {
          data: { values: clusters.map((cluster) => ({ day: labelOf(cluster), text: countText(cluster) })) },
          mark: { type: "text", align: "left", dx: 3 },
          encoding: { x: { value: "width" }, text: { field: "text", type: "nominal" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "day", description: "Day of the cluster's first creation, UTC" },
        {
          name: "at",
          description: inMinutes ? "Since the first creation" : "Number of the account in the cluster",
          unit: inMinutes ? "minutes" : "accounts",
        },
      ],
      rows,
    },
  };
}

function labelOf({ day }: CreationCluster): string {
  return dayText(day);
}

function countText({ accounts, expected }: CreationCluster): string {
  return `${accounts} (${expected.toFixed(2)})`;
}

function rowsOf(cluster: CreationCluster) {
  const places = cluster.offsets ?? Array.from({ length: cluster.accounts }, (_, at) => at + 1);
  return places.map((at) => ({ day: labelOf(cluster), at }));
}

function describe(cluster: CreationCluster): string {
  const { accounts, minutes, expected, pValue } = cluster;
  return `${labelOf(cluster)}: ${accounts} within ${minutes} minutes where ${expected.toFixed(2)} were expected (p ${pValue})`;
}
