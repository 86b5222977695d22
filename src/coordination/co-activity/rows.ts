import type { EventTable } from "../events/event-table.js";
import { picked, pickedSeconds } from "../events/picked.js";
import { inTicks, type Ticks } from "../events/ticks.js";
import { coOccurringEvents } from "./coortweet.js";
import { type CoActivityOptions, checkedOptions } from "./options.js";
import { type Partners, partnersOf } from "./partners.js";

/** The events that take part, under one semantics, as far as threads share them. */
export interface PartnerRows {
  actor: Uint32Array;
  time: Ticks;
  partners: Partners;
  /** For `coortweet`: event ids, because two rows of one event are no pair; and the accounts of which a pair needs one. */
  coortweet?: { event: Uint32Array; qualified: Uint8Array } | undefined;
}

/** The events that take part, and what was left out. */
export interface CoActivityRows extends PartnerRows {
  /** The row of each in the event table. */
  source: Uint32Array;
  /** Events that were dropped because their id came before. */
  repeated: number;
  /** Events of accounts with fewer than the least participation. */
  tooFew: number;
}

/** Chooses the rows of a table that take part and finds their partners. Time and memory linear in the events. */
export function rowsFor(events: EventTable, options: CoActivityOptions): CoActivityRows {
  const { window, semantics, binOrigin, minParticipation } = checkedOptions(options);
  const keep = new Uint8Array(events.actor.length).fill(1);
  const repeated = semantics === "coortweet" ? 0 : dropRepeated(events, keep);
  const tooFew = minParticipation > 1 ? dropRare(events, keep, minParticipation) : 0;
  const remaining = semantics === "coortweet" ? keep.slice() : keep;
  if (semantics === "coortweet") dropOwnTargets(events, keep);

  const source = kept(keep);
  const actor = picked(events.actor, source);
  const time = inTicks(pickedSeconds(events.seconds, source), window);
  const starts = startsOf(events, keep);
  const partners = partnersOf(time, starts, Math.round(window * time.perSecond), semantics, binOrigin);
  const rows: CoActivityRows = { source, actor, time, partners, repeated, tooFew };
  if (semantics === "coortweet") rows.coortweet = coOccurringEvents(events, rows, remaining, minParticipation);
  return rows;
}

/** Keeps of each event id the earliest row, and of equally early ones the one first in canonical order. */
function dropRepeated({ event, seconds, ids }: EventTable, keep: Uint8Array): number {
  const keptRow = new Int32Array(ids.count).fill(-1);
  let dropped = 0;
  for (let row = 0; row < event.length; row += 1) {
    const number = event[row] as number;
    const before = keptRow[number] as number;
    const isEarliest = before === -1 || (seconds[row] as number) < (seconds[before] as number);
    if (isEarliest) keptRow[number] = row;
    if (before === -1) continue;
    keep[isEarliest ? before : row] = 0;
    dropped += 1;
  }
  return dropped;
}

function dropRare({ actor, actors }: EventTable, keep: Uint8Array, least: number): number {
  const count = new Uint32Array(actors.length);
  for (let row = 0; row < actor.length; row += 1) {
    const one = actor[row] as number;
    count[one] = (count[one] as number) + (keep[row] as number);
  }
  let dropped = 0;
  for (let row = 0; row < actor.length; row += 1) {
    if (keep[row] === 0 || (count[actor[row] as number] as number) >= least) continue;
    keep[row] = 0;
    dropped += 1;
  }
  return dropped;
}

/** An event whose id is its target's is the post itself, not an action on it. */
function dropOwnTargets({ target, targets, event, ids }: EventTable, keep: Uint8Array): void {
  const numbers = new Map(targets.map((name, number) => [name, number]));
  for (let row = 0; row < target.length; row += 1) {
    if (numbers.get(ids.text(event[row] as number)) === target[row]) keep[row] = 0;
  }
}

function kept(keep: Uint8Array): Uint32Array {
  const rows = new Uint32Array(keep.length);
  let count = 0;
  for (let row = 0; row < keep.length; row += 1) {
    rows[count] = row;
    count += keep[row] as number;
  }
  return rows.slice(0, count);
}

function startsOf({ starts }: EventTable, keep: Uint8Array): Uint32Array {
  const found = new Uint32Array(starts.length);
  let at = 0;
  for (let target = 0; target + 1 < starts.length; target += 1) {
    for (let row = starts[target] as number; row < (starts[target + 1] as number); row += 1) at += keep[row] as number;
    found[target + 1] = at;
  }
  return found;
}
