import type { EventTable } from "../events/event-table.js";
import type { CoActivityOptions } from "./options.js";
import { type CoActivityRows, rowsFor } from "./rows.js";

/** What is called with each co-action: two rows of the event table, the first not later, and the seconds between them. */
export type CoActionVisitor = (row: number, other: number, seconds: number) => void;

/**
 * Visits each co-action once, in canonical order: by target, then by the earlier event, then by the later. What counts as one is
 * said at `coActivity`; for `qut` it is two messages of different accounts within the window.
 *
 * Time is events plus co-actions, memory that of the events.
 *
 * @throws UserError for an option that is none.
 * @example
 * let far = 0;
 * forEachCoAction(events, { window: 60 }, (row, other, seconds) => { far = Math.max(far, seconds); });
 */
export function forEachCoAction(events: EventTable, options: CoActivityOptions, visit: CoActionVisitor): void {
  visitCoActions(rowsFor(events, options), visit);
}

/** The same for rows already chosen. */
export function visitCoActions(
  { source, actor, time, partners, coortweet }: CoActivityRows,
  visit: CoActionVisitor,
): void {
  const { ticks, perSecond } = time;
  for (let row = 0; row < source.length; row += 1) {
    const past = partners.past[row] as number;
    for (let other = row + 1; other < past; other += 1) {
      const [one, two] = [actor[row] as number, actor[other] as number];
      if (one === two) continue;
      if (coortweet && (coortweet.event[row] === coortweet.event[other] || !eitherOf(coortweet.qualified, one, two)))
        continue;
      const seconds = ((ticks[other] as number) - (ticks[row] as number)) / perSecond;
      visit(source[row] as number, source[other] as number, seconds);
    }
  }
}

function eitherOf(flags: Uint8Array, one: number, two: number): boolean {
  return flags[one] === 1 || flags[two] === 1;
}
