import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { UndirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import type { EventTable } from "../events/event-table.js";
import type { AccountRow } from "./account-rows.js";
import type { MoreColumns } from "./event-traces.js";
import { graphml } from "./graphml.js";
import { type MemberEdge, memberEdges } from "./member-edges.js";
import type { WindowedEvents } from "./windowed-events.js";

const ownColumns = [
  ...["account_id", "member", "score", "q_value", "p_value", "group", "events"],
  ...["occasions", "together", "together_by_chance", "partners"],
];

/**
 * Writes what was detected: `accounts.csv` with every account, and the members' network as `edges.csv`, `network.gexf` and
 * `network.graphml`. An edge is a pair of members that acted on the same target within the window: how often, how
 * often by chance, and how far apart.
 */
export async function writeNetworkFiles(
  folder: string,
  table: EventTable,
  rows: readonly AccountRow[],
  events: WindowedEvents,
  more: MoreColumns,
): Promise<void> {
  const edges = edgesOfMembers(table, rows, events);
  const graph = graphOf(rows, edges);
  const accounts = rows.map((row) => [...cellsOf(row), ...(more.cells.get(row.account) ?? more.names.map(() => null))]);
  await writeFile(join(folder, "accounts.csv"), csv([...ownColumns, ...more.names], accounts));
  const lines = edges.map(({ a, b, weight, expected, meanDelta }) => {
    return [a, b, weight, rounded(expected), meanDelta.toFixed(3)];
  });
  await writeFile(
    join(folder, "edges.csv"),
    csv(["account_a", "account_b", "weight", "weight_by_chance", "mean_delta_s"], lines),
  );
  await writeFile(join(folder, "network.gexf"), gexf.write(graph, { formatNode, formatEdge }));
  await writeFile(join(folder, "network.graphml"), graphml(graph));
}

function cellsOf(row: AccountRow): (string | number | null)[] {
  return [
    ...[row.account, Number(row.member), rounded(row.score), rounded(row.qValue), rounded(row.pValue)],
    ...[row.member ? row.group : null, row.events, row.occasions, row.together],
    ...[rounded(row.expectedTogether), row.partners],
  ];
}

/** Six digits: more of a score says nothing, and the last of sixteen differ between machines. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}

function csv(columns: string[], rows: (string | number | null)[][]): string {
  return stringify([columns, ...rows], { record_delimiter: "\n", escape_formulas: true });
}

interface Edge extends Pick<MemberEdge, "weight" | "expected" | "meanDelta"> {
  a: string;
  b: string;
}

function edgesOfMembers({ actors }: EventTable, rows: readonly AccountRow[], events: WindowedEvents): Edge[] {
  const accounts = new Set(rows.filter(({ member }) => member).map(({ account }) => account));
  const members = new Set([...actors.keys()].filter((number) => accounts.has(actors[number] as string)));
  return memberEdges(events, members).map((edge) => {
    return { ...edge, a: actors[edge.a] as string, b: actors[edge.b] as string };
  });
}

function graphOf(rows: readonly AccountRow[], edges: readonly Edge[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const row of rows) {
    if (row.member) graph.addNode(row.account, { group: row.group, score: rounded(row.score), partners: row.partners });
  }
  for (const { a, b, weight, expected, meanDelta } of edges) {
    const attributes = { weight, weight_by_chance: rounded(expected), mean_delta_s: Number(meanDelta.toFixed(3)) };
    graph.addEdgeWithKey(`${a} ${b}`, a, b, attributes);
  }
  return graph;
}

function formatNode(node: string, attributes: Record<string, unknown>) {
  return { label: node, attributes };
}

function formatEdge(_: string, { weight, ...attributes }: Record<string, unknown>) {
  return { weight: Number(weight), attributes };
}
