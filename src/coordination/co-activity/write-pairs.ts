import { closeSync, openSync } from "node:fs";
import { writeAll } from "../../files/write-all.js";
import type { EventTable } from "../events/event-table.js";
import { csvCell } from "./csv-cells.js";
import { visitCoActions } from "./for-each.js";
import type { CoActivityRows } from "./rows.js";

const pieceLength = 1 << 20;

/**
 * Writes each co-action as a line of CSV, sorted by object and then time: `object_id,account_a,account_b,event_a,event_b,delta_s`.
 * `event_a` is of `account_a`, which is the first of the two names; `delta_s` is how many seconds lie between them.
 *
 * @returns how many there are
 */
export function writePairs(path: string, events: EventTable, rows: CoActivityRows): number {
  const { actors, actor, targets, target, event, ids } = events;
  const file = openSync(path, "w");
  let count = 0;
  let text = "object_id,account_a,account_b,event_a,event_b,delta_s\n";
  try {
    visitCoActions(rows, (row, other, seconds) => {
      const [a, b] = (actor[row] as number) < (actor[other] as number) ? [row, other] : [other, row];
      const [nameA, nameB] = [actors[actor[a] as number] ?? "", actors[actor[b] as number] ?? ""];
      const [eventA, eventB] = [ids.text(event[a] as number), ids.text(event[b] as number)];
      const names = [targets[target[row] as number] ?? "", nameA, nameB, eventA, eventB];
      text += `${names.map(csvCell).join(",")},${seconds}\n`;
      count += 1;
      if (text.length < pieceLength) return;
      writeAll(file, Buffer.from(text));
      text = "";
    });
    writeAll(file, Buffer.from(text));
    return count;
  } finally {
    closeSync(file);
  }
}
