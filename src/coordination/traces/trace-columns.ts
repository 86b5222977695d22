import type { AccountTraces } from "./account-traces.js";
import { qName } from "./q-values.js";
import { type TraceName, traceMeanings } from "./trace-names.js";

/** A column of the table of traces as a file has it. */
export interface TraceColumn {
  /** In lower case with underscores, such as `co_activity_p_value`. */
  name: string;
  description: string;
}

/** A cell of a row of a file. */
export type Cell = string | number | null;

interface Place extends TraceColumn {
  trace: TraceName;
  measure: string;
}

const names = Object.keys(traceMeanings) as TraceName[];

const places: Place[] = names.flatMap((trace) =>
  Object.entries(traceMeanings[trace] as Record<string, string>).flatMap(([measure, description]) => {
    const q = qName(measure);
    const own = { trace, measure, name: columnName(trace, measure), description };
    const corrected = "The p-value before it, corrected for the number of accounts tested (Benjamini and Hochberg)";
    return q === null ? [own] : [own, { trace, measure: q, name: columnName(trace, q), description: corrected }];
  }),
);

function columnName(trace: string, measure: string): string {
  return `${trace}_${measure}`
    .replaceAll(/(?<=[a-z])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])/g, (capital) => `_${capital}`)
    .toLowerCase();
}

/** The columns of {@link traceCells}, in order; the first is the account. */
export const traceColumns: readonly TraceColumn[] = [
  { name: "account_id", description: "Account id" },
  ...places.map(({ name, description }) => ({ name, description })),
];

/**
 * An account's traces as the cells of a row of a file, in the order of {@link traceColumns}: numbers, text, null for
 * what is not known; true and false as 1 and 0, a profile as numbers of four digits separated by spaces.
 *
 * @example
 * traceColumns[1]?.name; // "activity_retweets"
 */
export function traceCells(row: AccountTraces): Cell[] {
  return [row.account, ...names.flatMap((name) => cellsOfTrace(name, row[name]))];
}

/** The columns of one trace. */
export function columnsOfTrace(name: TraceName): TraceColumn[] {
  return places.filter(({ trace }) => trace === name).map(({ name, description }) => ({ name, description }));
}

/** The cells of one trace of an account, in the order of {@link columnsOfTrace}. */
export function cellsOfTrace<Name extends TraceName>(name: Name, trace: AccountTraces[Name]): Cell[] {
  const measures = trace as unknown as Record<string, unknown>;
  return places.filter((place) => place.trace === name).map(({ measure }) => cell(measures[measure]));
}

function cell(value: unknown): Cell {
  if (typeof value === "boolean") return Number(value);
  if (Array.isArray(value)) return value.map((share: number) => share.toFixed(4)).join(" ");
  return typeof value === "number" ? value : null;
}
