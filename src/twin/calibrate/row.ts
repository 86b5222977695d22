import { londonScale } from "../post-totals.js";

/** One calibrated quantity: what it is built to, and what was counted in what was generated. */
export interface CalibrationRow {
  /** Ids of the claims it serves, separated by spaces; empty where the target is the twin's own. */
  claim: string;
  quantity: string;
  target: number;
  /** Whether the target is to be met or is a bound. */
  relation: "equal" | "at least" | "at most";
  reached: number;
  /** Relative difference from the target; 0 for a bound that is kept. */
  error: number;
  /** How the number was counted. */
  how: string;
}

type Named = Pick<CalibrationRow, "claim" | "quantity" | "how">;

/** A row whose target is a number to be met. */
export function met(named: Named, target: number, reached: number): CalibrationRow {
  return { ...named, target, relation: "equal", reached, error: relative(target, reached) };
}

/** A row whose target is the least that is to be reached. */
export function atLeast(named: Named, target: number, reached: number): CalibrationRow {
  const error = reached >= target ? 0 : relative(target, reached);
  return { ...named, target, relation: "at least", reached, error };
}

/** A row whose target is the most that is to be reached. */
export function atMost(named: Named, target: number, reached: number): CalibrationRow {
  const error = reached <= target ? 0 : relative(target, reached);
  return { ...named, target, relation: "at most", reached, error };
}

function relative(target: number, reached: number): number {
  if (target === reached) return 0;
  return target === 0 ? Number.POSITIVE_INFINITY : reached / target - 1;
}

/** A published total at that scale: London's part, as measured, has its own scale and the rest is multiplied. */
export function totalAt(published: number, inLondon: number, scale: number): number {
  return Math.round((published - inLondon / londonScale(scale)) * scale) + inLondon;
}

/** Part of the whole; 0 when there is no whole. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
