import { coActivity } from "../../../src/coordination/co-activity/co-activity.js";
import type { CoActivityOptions } from "../../../src/coordination/co-activity/options.js";
import type { EventTable } from "../../../src/coordination/events/event-table.js";
import { eventsOf, type PlainEvent } from "../../../src/coordination/events/events-of.js";
import type { NaiveEdge } from "./naive.js";

/** The engine's edges with names. */
export function edgesOf(events: readonly PlainEvent[] | EventTable, options: CoActivityOptions): NaiveEdge[] {
  const table = "actors" in events ? events : eventsOf(events);
  const { a, b, weight, meanDelta } = coActivity(table, options);
  return Array.from(a, (one, at) => {
    const mean = meanDelta[at] as number;
    const names = [table.actors[one] as string, table.actors[b[at] as number] as string] as const;
    return [...names, weight[at] as number, Number.isNaN(mean) ? undefined : mean];
  });
}

/** Events of one object, given as `actor: seconds`. */
export function onObject(target: string, ...events: [actor: string, seconds: number][]): PlainEvent[] {
  return events.map(([actor, seconds], at) => ({ actor, target, seconds, event: `${target}-${at}` }));
}
