import { normalUpperTail } from "./normal-tail.js";

/** How long something took for each member of a group, for instance the days from creation to the first amplification. */
export interface Durations {
  /** Time until the event, or until observation ended; one per member, in any unit. */
  times: ArrayLike<number>;
  /** Whether the event was seen (1) or observation ended before it (0); all seen when left out. */
  seen?: ArrayLike<number>;
}

/** Outcome of a log-rank test. */
export interface LogRank {
  /** Events of the first group, and how many it would have had if both groups waited alike. */
  observed: number;
  expected: number;
  variance: number;
  /** (observed - expected) / standard error: below 0 when the first group waits longer. 0 when nothing can be compared. */
  z: number;
  /** Two-sided. */
  pValue: number;
}

/**
 * Log-rank test: does one group wait longer than another until something happens? It is the test for dormancy, because
 * accounts that never woke up while observed still count for as long as they were watched (Mantel 1966, Cancer Chemotherapy
 * Reports 50:163-170).
 *
 * The p-value takes z as normal, which needs about ten events in all. Time n log n.
 *
 * @throws RangeError when a time is not a number or `seen` is not one per time.
 * @example
 * logRank({ times: [5, 6, 7] }, { times: [1, 2, 3] }).z.toFixed(4); // "-2.2476"
 */
export function logRank(first: Durations, second: Durations): LogRank {
  const rows = [...rowsOf(first, 1), ...rowsOf(second, 0)].sort((a, b) => a.time - b.time);
  let atRisk = rows.length;
  let firstAtRisk = first.times.length;
  let [observed, expected, variance] = [0, 0, 0];
  for (let start = 0; start < rows.length; ) {
    let [end, events] = [start, 0];
    let firstLeaving = 0;
    for (; end < rows.length && rows[end]?.time === rows[start]?.time; end += 1) {
      const { seen, first: isFirst } = rows[end] as Row;
      events += seen;
      observed += seen * isFirst;
      firstLeaving += isFirst;
    }
    const share = firstAtRisk / atRisk;
    expected += events * share;
    if (atRisk > 1) variance += events * share * (1 - share) * ((atRisk - events) / (atRisk - 1));
    atRisk -= end - start;
    firstAtRisk -= firstLeaving;
    start = end;
  }
  const z = variance > 0 ? (observed - expected) / Math.sqrt(variance) : 0;
  return { observed, expected, variance, z, pValue: Math.min(1, 2 * normalUpperTail(Math.abs(z))) };
}

interface Row {
  time: number;
  /** 1 when the event was seen. */
  seen: number;
  /** 1 for a member of the first group. */
  first: number;
}

function rowsOf({ times, seen }: Durations, first: number): Row[] {
  if (seen && seen.length !== times.length) {
    throw new RangeError(`${seen.length} marks of events seen for ${times.length} times; give one for each`);
  }
  return Array.from(times, (time, at) => {
    if (Number.isNaN(time)) throw new RangeError(`time of member ${at + 1} is not a number: ${time}`);
    return { time, seen: seen ? Number(Number(seen[at]) !== 0) : 1, first };
  });
}
