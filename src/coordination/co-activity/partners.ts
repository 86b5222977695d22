import { sharedNumbers } from "../events/shared-columns.js";
import type { Ticks } from "../events/ticks.js";
import type { BinOrigin, Semantics } from "./options.js";

/** For each row the rows on its target that count as together with it, itself among them: from `first` up to `past`. */
export interface Partners {
  first: Uint32Array;
  past: Uint32Array;
}

/**
 * Finds each row's partners in one pass. Rows stand by target and then time, so they lie side by side. Time and memory linear in
 * the rows.
 *
 * @param starts Where each target's rows begin, and their number at the end.
 * @param window In ticks.
 */
export function partnersOf(
  { ticks }: Ticks,
  starts: Uint32Array,
  window: number,
  semantics: Semantics,
  binOrigin: BinOrigin,
): Partners {
  const partners = { first: sharedNumbers(ticks.length), past: sharedNumbers(ticks.length) };
  for (let target = 0; target + 1 < starts.length; target += 1) {
    const [from, to] = [starts[target] as number, starts[target + 1] as number];
    if (from === to) continue;
    if (semantics === "bins") {
      const origin = binOrigin === "epoch" ? 0 : (ticks[from] as number);
      const bin = (tick: number) => (window > 0 ? Math.floor((tick - origin) / window) : tick);
      fillGroups(partners, from, to, (row) => bin(ticks[row] as number) === bin(ticks[row - 1] as number));
    } else if (semantics === "chained") {
      fillGroups(partners, from, to, (row) => (ticks[row] as number) - (ticks[row - 1] as number) <= window);
    } else fillWindows(partners, from, to, ticks, window);
  }
  return partners;
}

/** Partners are the rows of the same group; `continues` says whether a row is in the group of the row before it. */
function fillGroups({ first, past }: Partners, from: number, to: number, continues: (row: number) => boolean): void {
  for (let start = from, end = from; start < to; start = end) {
    for (end = start + 1; end < to && continues(end); ) end += 1;
    first.fill(start, start, end);
    past.fill(end, start, end);
  }
}

/** Partners are the rows at most `window` earlier or later: two pointers, each of which only moves forward. */
function fillWindows({ first, past }: Partners, from: number, to: number, ticks: Float64Array, window: number): void {
  let [earliest, beyond] = [from, from];
  for (let row = from; row < to; row += 1) {
    const tick = ticks[row] as number;
    while (tick - (ticks[earliest] as number) > window) earliest += 1;
    while (beyond < to && (ticks[beyond] as number) - tick <= window) beyond += 1;
    first[row] = earliest;
    past[row] = beyond;
  }
}
