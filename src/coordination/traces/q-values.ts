import { benjaminiHochberg } from "../../statistics/benjamini-hochberg.js";

/** Name of the q-value that belongs to a p-value: `pValue` to `qValue`, `sharedPValue` to `sharedQValue`. */
type QName<Name> = Name extends "pValue" ? "qValue" : Name extends `${infer Of}PValue` ? `${Of}QValue` : never;

/** A trace with a q-value for each of its p-values. */
export type Judged<Trace> = Trace & { [Name in keyof Trace as QName<Name>]: number | null };

/** The q-value's name for a p-value's; null for any other name. */
export function qName(name: string): string | null {
  return /^pValue$|PValue$/.test(name)
    ? name.replace(/([pP])Value$/, (_, p) => (p === "p" ? "qValue" : "QValue"))
    : null;
}

/**
 * Adds to each account's trace the q-value of each of its p-values: Benjamini and Hochberg over the accounts that could
 * be tested, which are those whose p-value is not null. Time n log n for each p-value.
 *
 * @example
 * addQValues([{ pValue: 0.01 }, { pValue: null }, { pValue: 0.5 }]).map(({ qValue }) => qValue); // [0.02, null, 0.5]
 */
export function addQValues<Trace extends object>(traces: readonly Trace[]): Judged<Trace>[] {
  const rows = traces.map((trace) => ({ ...trace }) as Record<string, unknown>);
  for (const name of Object.keys(rows[0] ?? {})) {
    const q = qName(name);
    if (q === null) continue;
    const tested = rows.filter((row) => row[name] !== null);
    const qValues = benjaminiHochberg(tested.map((row) => row[name] as number));
    for (const row of rows) row[q] = null;
    tested.forEach((row, at) => {
      row[q] = qValues[at] as number;
    });
  }
  return rows as Judged<Trace>[];
}
