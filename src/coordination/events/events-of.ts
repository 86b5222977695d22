import { UserError } from "../../errors.js";
import { arrange } from "./arrange.js";
import { viewOn } from "./byte-texts.js";
import type { EventTable } from "./event-table.js";
import { RawEventsBuilder } from "./raw-events.js";
import { toMicrosecond } from "./ticks.js";

/** One event in memory. */
export interface PlainEvent {
  actor: string;
  target: string;
  /** Unix time in seconds. */
  seconds: number;
  /** Id of the event; empty for one that has none. */
  event?: string;
}

/**
 * Events in memory as a table. Those with a blank actor or target are left out and counted, as when reading a file. Time and
 * memory as for a file of the same rows.
 *
 * @throws UserError for a time that is not a finite number.
 * @example
 * eventsOf([{ actor: "b", target: "t", seconds: 9 }, { actor: "a", target: "t", seconds: 9 }]).actors; // ["a", "b"]
 */
export function eventsOf(events: Iterable<PlainEvent>): EventTable {
  const builder = new RawEventsBuilder();
  for (const { actor, target, seconds, event = "" } of events) {
    const [actorBytes, targetBytes, idBytes] = [actor, target, event].map((text) => Buffer.from(text)) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const both = Buffer.concat([actorBytes, targetBytes]);
    if (!builder.isEvent(both, 0, actorBytes.length, actorBytes.length, both.length)) continue;
    if (!Number.isFinite(seconds)) throw new UserError(`not a time: ${seconds}; give Unix seconds`);
    builder.addActor(viewOn(actorBytes), 0, actorBytes.length);
    builder.addTarget(viewOn(targetBytes), 0, targetBytes.length);
    builder.addId(viewOn(idBytes), 0, idBytes.length);
    builder.addTime(toMicrosecond(seconds));
  }
  return arrange([builder.finish()]);
}
