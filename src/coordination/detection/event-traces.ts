import { benjaminiHochberg } from "../../statistics/benjamini-hochberg.js";
import type { EventTable } from "../events/event-table.js";
import { activeHours } from "../traces/active-hours.js";
import { addQValues } from "../traces/q-values.js";
import { type Cell, cellsOfTrace, columnsOfTrace } from "../traces/trace-columns.js";
import { sharedTargets } from "./shared-targets.js";
import type { WindowedEvents } from "./windowed-events.js";

/** A table of traces beside the detector's own columns: names, and the cells of each account. */
export interface MoreColumns {
  names: readonly string[];
  cells: ReadonlyMap<string, readonly Cell[]>;
}

const sharedColumns = [
  ...["targets", "shared_targets", "shared_targets_by_chance"],
  ...["shared_targets_p_value", "shared_targets_q_value"],
];

/** The targets that each account shares with the members, as columns (`sharedTargets`). */
export function sharedTargetColumns(
  { actors }: EventTable,
  events: WindowedEvents,
  members: ReadonlySet<number>,
): MoreColumns {
  const shares = sharedTargets(events, members);
  const qValues = benjaminiHochberg(shares?.map(({ pValue }) => pValue) ?? []);
  const cells = shares?.map(({ targets, shared, expected, pValue }, account): [string, Cell[]] => {
    const own = [expected, pValue, qValues[account] as number].map((value) => Number(value.toPrecision(6)));
    return [actors[account] as string, [targets, shared, ...own]];
  });
  return { names: sharedColumns, cells: new Map(cells) };
}

/** The daily hours of each account, as columns (`activeHours`). */
export function activeHoursColumns({ actors }: EventTable, { account, seconds }: WindowedEvents): MoreColumns {
  const hours = addQValues(activeHours(account, seconds, actors.length));
  const cells = hours.map((trace, at): [string, Cell[]] => [actors[at] as string, cellsOfTrace("hours", trace)]);
  return { names: columnsOfTrace("hours").map(({ name }) => name), cells: new Map(cells) };
}

/** Columns side by side; where one table lacks an account, its cells are empty. */
export function sideBySide(...tables: readonly MoreColumns[]): MoreColumns {
  const accounts = new Set(tables.flatMap(({ cells }) => [...cells.keys()]));
  const rowOf = (account: string) => {
    return tables.flatMap(({ names, cells }) => cells.get(account) ?? names.map(() => null));
  };
  return {
    names: tables.flatMap(({ names }) => names),
    cells: new Map([...accounts].map((account) => [account, rowOf(account)])),
  };
}
