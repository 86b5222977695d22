import { closeSync, openSync } from "node:fs";
import { writeAll } from "../../files/write-all.js";
import type { EventTable } from "../events/event-table.js";
import { blocksOf } from "./blocks.js";
import { csvCells } from "./csv-cells.js";
import { type EdgeCounts, edgeHeader } from "./edge-lines.js";
import { type EdgeTask, edgeState, takeBlocks } from "./edge-task.js";
import type { Semantics } from "./options.js";
import type { CoActivityRows } from "./rows.js";
import type { Helper } from "./threads/helper.js";

/** Writes the edges as CSV, sorted by pair, without ever holding more of them than those of a few accounts. */
export async function writeEdges(
  path: string,
  events: EventTable,
  rows: CoActivityRows,
  semantics: Semantics,
  helpers: readonly Helper[],
): Promise<EdgeCounts> {
  const descriptor = openSync(path, "w");
  try {
    const header = Buffer.from(edgeHeader(semantics === "qut"));
    writeAll(descriptor, header, 0);
    const actors = events.actors.length;
    const { bytes, starts, count } = csvCells(events.actors);
    const cells = { bytes, starts, count };
    const { actor, time, partners, coortweet } = rows;
    const task: EdgeTask = {
      rows: { actor, time, partners, coortweet },
      actors,
      semantics,
      cells,
      blocks: blocksOf(rows, actors),
      descriptor,
      ...edgeState(header.length),
    };
    const shares = await Promise.allSettled([...helpers.map((helper) => helper.edges(task)), own(task)]);
    const failed = shares.find((share) => share.status === "rejected");
    if (failed) throw failed.reason;
    const counts = shares.flatMap((share) => (share.status === "fulfilled" ? [share.value] : []));
    return counts.reduce((sum, { edges, weight }) => ({ edges: sum.edges + edges, weight: sum.weight + weight }));
  } finally {
    closeSync(descriptor);
  }
}

/** The share of this thread. Its failure waits until the others have stopped too, as they write to the same file. */
async function own(task: EdgeTask): Promise<EdgeCounts> {
  return takeBlocks(task);
}
