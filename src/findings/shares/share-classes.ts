import type { FocusActions, Status } from "./focus-actions.js";

/** The parts into which retweets and replies are divided, in the order in which they are stacked. */
export const shareClasses = [
  "network, gone by the first query",
  "network, gone by the last query",
  "network, not seen gone",
  "other, gone by either query",
  "other, not seen gone",
] as const;
export type ShareClass = (typeof shareClasses)[number];

/** How many actions each part has; a part without any has 0. */
export type ClassCounts = Record<ShareClass, number>;

/**
 * The part to which actions of such accounts belong. Gone means suspended or deleted, which the papers take together here.
 *
 * An account that was restored between the queries counts as gone: it was. One that the platform was not asked about was
 * not seen gone, and neither were the two offices.
 *
 * @example
 * shareClass({ network: true, first: "active", last: "suspended" }); // "network, gone by the last query"
 */
export function shareClass({ network, first, last }: Pick<FocusActions, "network" | "first" | "last">): ShareClass {
  if (network && isGone(first)) return "network, gone by the first query";
  if (network) return isGone(last) ? "network, gone by the last query" : "network, not seen gone";
  return isGone(first) || isGone(last) ? "other, gone by either query" : "other, not seen gone";
}

function isGone(status: Status | null): boolean {
  return status === "suspended" || status === "deleted";
}

/** Actions by part. */
export function classCounts(actions: readonly FocusActions[]): ClassCounts {
  const counts: ClassCounts = {
    "network, gone by the first query": 0,
    "network, gone by the last query": 0,
    "network, not seen gone": 0,
    "other, gone by either query": 0,
    "other, not seen gone": 0,
  };
  for (const row of actions) counts[shareClass(row)] += row.actions;
  return counts;
}

/** How many of the actions are the network's. */
export function networkCount(counts: ClassCounts): number {
  return (
    counts["network, gone by the first query"] +
    counts["network, gone by the last query"] +
    counts["network, not seen gone"]
  );
}

/** How many were made by accounts that were seen gone. */
export function goneCount(counts: ClassCounts): number {
  return (
    counts["network, gone by the first query"] +
    counts["network, gone by the last query"] +
    counts["other, gone by either query"]
  );
}

/** All of them. */
export function allCount(counts: ClassCounts): number {
  return shareClasses.reduce((sum, name) => sum + counts[name], 0);
}
