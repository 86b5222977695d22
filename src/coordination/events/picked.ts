import { sharedNumbers, sharedTimes } from "./shared-columns.js";

/** The values of a column in those rows, in that order. */
export function picked(column: Uint32Array, order: Uint32Array): Uint32Array {
  const found = sharedNumbers(order.length);
  for (let at = 0; at < order.length; at += 1) found[at] = column[order[at] as number] as number;
  return found;
}

/** The same for times. */
export function pickedSeconds(column: Float64Array, order: Uint32Array): Float64Array {
  const found = sharedTimes(order.length);
  for (let at = 0; at < order.length; at += 1) found[at] = column[order[at] as number] as number;
  return found;
}
