import type { WindowedEvents } from "../coordination/detection/windowed-events.js";
import type { EventTable } from "../coordination/events/event-table.js";

/** Events in which it is known who is coordinated, because they were planted. */
export interface Case {
  table: EventTable;
  /** The same events, indexed for a window. */
  events: WindowedEvents;
  /** Accounts that are coordinated. */
  members: ReadonlySet<string>;
  /** Accounts that only look like it, by the name of their group. */
  innocents: ReadonlyMap<string, readonly string[]>;
  /** What the detector flags, which sees nothing of the above. */
  detect(): Promise<readonly string[]>;
}

/** Seconds within which two actions count as together, for the detector and every rule alike. */
export const window = 60;
