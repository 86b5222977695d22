import { closeSync, openSync } from "node:fs";
import { writeAll } from "../../files/write-all.js";
import type { EventTable } from "../events/event-table.js";
import { blocksOf } from "./blocks.js";
import { csvCells } from "./csv-cells.js";
import { type EdgeCounts, EdgeLines, edgeHeader } from "./edge-lines.js";
import { Gatherer } from "./gather.js";
import type { Semantics } from "./options.js";
import type { CoActivityRows } from "./rows.js";

/** Writes the edges as CSV, sorted by pair, without ever holding more of them than a few accounts'. */
export function writeEdges(path: string, events: EventTable, rows: CoActivityRows, semantics: Semantics): EdgeCounts {
  const directed = semantics === "qut";
  const gatherer = new Gatherer(rows, events.actors.length, semantics);
  const edges = new EdgeLines(gatherer, csvCells(events.actors), rows.time.perSecond, directed);
  const blocks = blocksOf(rows, events.actors.length);
  const file = openSync(path, "w");
  try {
    const sum = { edges: 0, weight: 0 };
    edges.lines.text(edgeHeader(directed));
    for (let block = 0; block + 1 < blocks.length; block += 1) {
      const counts = edges.append(blocks[block] as number, blocks[block + 1] as number);
      sum.edges += counts.edges;
      sum.weight += counts.weight;
      writeAll(file, edges.lines.bytes.subarray(0, edges.lines.length));
      edges.lines.length = 0;
    }
    writeAll(file, edges.lines.bytes.subarray(0, edges.lines.length));
    return sum;
  } finally {
    closeSync(file);
  }
}
