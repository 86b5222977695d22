import { UserError } from "../../errors.js";

/**
 * Refuses work that would take hours and fill the disk.
 *
 * @throws UserError with the exact number of co-actions.
 */
export function refuseTooMany(coActions: number, most: number): void {
  if (coActions <= most) return;
  throw new UserError(
    `too many co-actions: ${grouped(coActions)}, more than ${grouped(most)}; check that times are to the second, or choose a shorter window, or raise the limit (--most)`,
  );
}

/** A count with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
