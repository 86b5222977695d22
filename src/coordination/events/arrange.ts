import { eventNumbers, idsOfRows } from "./event-numbers.js";
import type { EventIds, EventTable } from "./event-table.js";
import { mergeNames } from "./merge-names.js";
import { picked, pickedSeconds } from "./picked.js";
import { sortedByKey, upTo } from "./radix-sort.js";
import type { RawEvents } from "./raw-events.js";
import { inTicks } from "./ticks.js";

/**
 * Puts events that were read, in one part or several, in canonical order: by target, time, actor and event id. Radix sorts, so the
 * time is linear in the events.
 */
export function arrange(parts: readonly RawEvents[]): EventTable {
  const rows = sum(parts.map((part) => part.rows));
  const actors = mergeNames(parts.map((part) => part.actors));
  const targets = mergeNames(parts.map((part) => part.targets));
  const columns: Columns = {
    actor: renumbered(
      parts.map((part) => part.actor),
      parts,
      actors.numbers,
      rows,
    ),
    target: renumbered(
      parts.map((part) => part.target),
      parts,
      targets.numbers,
      rows,
    ),
    seconds: joinedSeconds(parts, rows),
    event: eventNumbers(parts, rows),
    ids: idsOfRows(parts, rows),
  };
  const order = canonicalOrder(columns, rows);
  const target = picked(columns.target, order);
  return {
    actors: actors.names,
    targets: targets.names,
    actor: picked(columns.actor, order),
    target,
    seconds: pickedSeconds(columns.seconds, order),
    starts: startsOf(target, targets.names.length),
    event: picked(columns.event, order),
    ids: columns.ids,
    left: {
      withoutActor: sum(parts.map((part) => part.withoutActor)),
      withoutTarget: sum(parts.map((part) => part.withoutTarget)),
    },
  };
}

interface Columns {
  actor: Uint32Array;
  target: Uint32Array;
  seconds: Float64Array;
  event: Uint32Array;
  ids: EventIds;
}

function canonicalOrder(columns: Columns, rows: number): Uint32Array {
  const { ticks } = inTicks(columns.seconds);
  let order = upTo(rows);
  if (!isAscending(ticks)) order = sortedByKey(order, ticks, least(ticks));
  order = sortedByKey(order, columns.target);
  const isTie = (row: number, other: number) =>
    columns.target[row] === columns.target[other] && columns.seconds[row] === columns.seconds[other];
  for (let from = 0, to = 1; from < rows; from = to, to += 1) {
    while (to < rows && isTie(order[from] as number, order[to] as number)) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(byActorAndId(columns));
  }
  return order;
}

function byActorAndId({ actor, event, ids }: Columns): (row: number, other: number) => number {
  return (row, other) => {
    const difference = (actor[row] as number) - (actor[other] as number);
    if (difference !== 0 || event[row] === event[other]) return difference;
    const [id, otherId] = [ids.text(event[row] as number), ids.text(event[other] as number)];
    return id < otherId ? -1 : Number(id > otherId);
  };
}

function renumbered(
  columns: readonly Uint32Array[],
  parts: readonly RawEvents[],
  numbers: readonly Uint32Array[],
  rows: number,
): Uint32Array {
  const all = new Uint32Array(rows);
  let at = 0;
  parts.forEach((part, which) => {
    const [own, known] = [columns[which] as Uint32Array, numbers[which] as Uint32Array];
    for (let row = 0; row < part.rows; row += 1, at += 1) all[at] = known[own[row] as number] as number;
  });
  return all;
}

function joinedSeconds(parts: readonly RawEvents[], rows: number): Float64Array {
  const all = new Float64Array(rows);
  let at = 0;
  for (const part of parts) {
    all.set(part.seconds.subarray(0, part.rows), at);
    at += part.rows;
  }
  return all;
}

function startsOf(target: Uint32Array, targets: number): Uint32Array {
  const starts = new Uint32Array(targets + 1);
  for (const one of target) starts[one + 1] = (starts[one + 1] as number) + 1;
  for (let at = 1; at <= targets; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  return starts;
}

function isAscending(ticks: Float64Array): boolean {
  for (let row = 1; row < ticks.length; row += 1) if ((ticks[row] as number) < (ticks[row - 1] as number)) return false;
  return true;
}

function least(ticks: Float64Array): number {
  let found = Number.POSITIVE_INFINITY;
  for (const tick of ticks) found = Math.min(found, tick);
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
