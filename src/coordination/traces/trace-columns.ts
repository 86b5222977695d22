import type { AccountTraces } from "./account-traces.js";
import { qName } from "./q-values.js";
import { type TraceName, traceMeanings } from "./trace-names.js";

/** A column of the table of traces as a file has it. */
export interface TraceColumn {
  /** In lower case with underscores, such as `co_activity_p_value`. */
  name: string;
  description: string;
}

interface Place extends TraceColumn {
  trace: TraceName;
  measure: string;
}

const places: Place[] = (Object.keys(traceMeanings) as TraceName[]).flatMap((trace) =>
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
export function traceCells(row: AccountTraces): (string | number | null)[] {
  const cells = places.map(({ trace, measure }) => cell((row[trace] as unknown as Record<string, unknown>)[measure]));
  return [row.account, ...cells];
}

function cell(value: unknown): string | number | null {
  if (typeof value === "boolean") return Number(value);
  if (Array.isArray(value)) return value.map((share: number) => share.toFixed(4)).join(" ");
  return typeof value === "number" ? value : null;
}
