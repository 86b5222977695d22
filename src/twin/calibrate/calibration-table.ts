import { accountRows } from "./account-rows.js";
import { amplificationRows } from "./amplification-rows.js";
import { londonRows } from "./london-rows.js";
import { postRows } from "./post-rows.js";
import type { CalibrationRow } from "./row.js";
import { tallies } from "./tallies.js";
import type { TwinParts } from "./twin-parts.js";

/**
 * Every calibrated quantity of a twin: what it is built to, and what is counted in what was generated.
 *
 * Targets are those of the twin's scale. Below a scale of 0.05 London shrinks too and no calibration is claimed; without a
 * network its rows are missing.
 *
 * @example
 * calibrationTable(parts).filter(({ error }) => Math.abs(error) > 0.01);
 */
export function calibrationTable(twin: TwinParts): CalibrationRow[] {
  const counted = tallies(twin.principals, twin.events, twin.amplifiers, twin.study);
  return [...accountRows(twin), ...postRows(twin), ...amplificationRows(twin, counted), ...londonRows(twin)];
}
