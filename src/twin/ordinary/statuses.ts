import type { UtcDay } from "../../study/time.js";
import type { Amplifiers } from "../amplifiers.js";
import { startOf } from "./window.js";

/** Statuses of accounts, as numbers in the column of `statusesOf`. */
export const statusNames = ["active", "suspended", "deleted"] as const;

export const active = 0;
export const suspended = 1;
export const deleted = 2;

/**
 * What the platform says of each amplifier when asked at the first moment of the day, as numbers into `statusNames`.
 * Of an account that was both suspended and deleted, it says what happened first.
 *
 * @example
 * statusNames[statusesOf(amplifiers, utcDay("2021-03-01"))[0] ?? 0]; // "active"
 */
export function statusesOf(amplifiers: Amplifiers, day: UtcDay): Uint8Array {
  const asked = startOf(day);
  const suspendedFrom = amplifiers.suspendedFrom.view();
  const deletedFrom = amplifiers.deletedFrom.view();
  const statuses = new Uint8Array(amplifiers.count);
  for (let amplifier = 0; amplifier < statuses.length; amplifier += 1) {
    const suspension = suspendedFrom[amplifier] ?? Number.POSITIVE_INFINITY;
    const deletion = deletedFrom[amplifier] ?? Number.POSITIVE_INFINITY;
    if (Math.min(suspension, deletion) > asked) continue;
    statuses[amplifier] = suspension <= deletion ? suspended : deleted;
  }
  return statuses;
}
