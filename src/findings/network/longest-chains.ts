import type { Runs } from "../../coordination/traces/runs.js";

/**
 * The longest chains of runs in which each begins at most `lag` seconds after the end of the one before and is another
 * account's; chains share no run. Of two equally long the earlier is taken.
 *
 * Where several runs could be the one before, that with the longest chain behind it is taken, of these the one that ended
 * last: the longest path in a graph ordered by time. Time is runs times the runs that begin while one goes on.
 *
 * @returns numbers of the runs of each chain of at least two, chains in order of time
 * @example
 * const runs = { account: [0, 1, 0], begin: [0, 50, 500], end: [40, 90, 600] };
 * longestChains(runs, 60, 1); // [[0, 1]]
 */
export function longestChains(runs: ArrayLikeRuns, lag: number, most: number): number[][] {
  const used = new Set<number>();
  const chains: number[][] = [];
  while (chains.length < most) {
    const chain = longestChain(runs, lag, used);
    if (chain.length < 2) break;
    for (const run of chain) used.add(run);
    chains.push(chain);
  }
  return chains.sort(([a = 0], [b = 0]) => a - b);
}

type ArrayLikeRuns = Record<keyof Runs, ArrayLike<number>>;

function longestChain({ account, begin, end }: ArrayLikeRuns, lag: number, used: ReadonlySet<number>): number[] {
  const lengths = new Int32Array(begin.length);
  const previous = new Int32Array(begin.length).fill(-1);
  const byEnd = Array.from({ length: begin.length }, (_, run) => run)
    .filter((run) => !used.has(run))
    .sort((a, b) => (end[a] as number) - (end[b] as number) || a - b);
  let last = -1;
  let oldest = 0;
  // Runs in order of begin: whatever ended before one began has its length by then, as a run ends after it begins.
  for (let run = 0; run < begin.length; run += 1) {
    if (used.has(run)) continue;
    const start = begin[run] as number;
    while (oldest < byEnd.length && (end[byEnd[oldest] as number] as number) < start - lag) oldest += 1;
    lengths[run] = 1;
    for (let at = oldest; at < byEnd.length && (end[byEnd[at] as number] as number) <= start; at += 1) {
      const before = byEnd[at] as number;
      if (before >= run || account[before] === account[run]) continue;
      if ((lengths[before] as number) + 1 < (lengths[run] as number)) continue;
      lengths[run] = (lengths[before] as number) + 1;
      previous[run] = before;
    }
    if (last < 0 || (lengths[run] as number) > (lengths[last] as number)) last = run;
  }
  const chain: number[] = [];
  for (let run = last; run >= 0; run = previous[run] as number) chain.unshift(run);
  return chain;
}
