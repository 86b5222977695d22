import type { WindowedEvents } from "./windowed-events.js";

/** Two members that acted on the same targets within the window. */
export interface MemberEdge {
  /** Numbers of the accounts, the smaller first. */
  a: number;
  b: number;
  /** How often, and how often chance gives that. */
  weight: number;
  expected: number;
  /** Mean seconds between the two. */
  meanDelta: number;
}

/**
 * The pairs of members that acted together, each with how often it would have by chance: if on every target they share, whose
 * moments are whose had been dealt out anew. Everyone's events are dealt, so that a target on which many act at once says little.
 *
 * Time and memory are those of the members' events and of the events on their targets.
 *
 * @param events of everyone, where together means at most a window apart
 * @example
 * const rows = [["a", 0], ["b", 10], ["c", 500]].map(([actor, seconds]) => ({ actor, target: "t", seconds }));
 * memberEdges(windowedEvents(eventsOf(rows), 60), new Set([0, 1])).map(({ expected }) => expected.toFixed(3)); // ["0.333"]
 */
export function memberEdges(events: WindowedEvents, members: ReadonlySet<number>): MemberEdge[] {
  const edges = new Map<number, { weight: number; delta: number; expected: number }>();
  const edgeOf = (one: number, other: number) => {
    const key = Math.min(one, other) * events.accounts + Math.max(one, other);
    const edge = edges.get(key) ?? { weight: 0, delta: 0, expected: 0 };
    edges.set(key, edge);
    return edge;
  };
  for (let target = 0; target < events.targets; target += 1) {
    const own = membersOn(events, target, members);
    addMeetings(events, own, edgeOf);
    addChance(events, target, own, edgeOf);
  }
  return [...edges]
    .filter(([, { weight }]) => weight > 0)
    .sort(([one], [other]) => one - other)
    .map(([key, { weight, delta, expected }]) => {
      const a = Math.floor(key / events.accounts);
      return { a, b: key - a * events.accounts, weight, expected, meanDelta: delta / weight };
    });
}

type EdgeOf = (one: number, other: number) => { weight: number; delta: number; expected: number };

function membersOn({ ofTarget, account }: WindowedEvents, target: number, members: ReadonlySet<number>): number[] {
  const own: number[] = [];
  for (let event = ofTarget[target] as number; event < (ofTarget[target + 1] as number); event += 1) {
    if (members.has(account[event] as number)) own.push(event);
  }
  return own;
}

function addMeetings({ account, past, seconds }: WindowedEvents, own: readonly number[], edgeOf: EdgeOf): void {
  own.forEach((event, at) => {
    for (let next = at + 1; next < own.length && (own[next] as number) < (past[event] as number); next += 1) {
      const other = own[next] as number;
      if (account[other] === account[event]) continue;
      const edge = edgeOf(account[event] as number, account[other] as number);
      edge.weight += 1;
      edge.delta += (seconds[other] as number) - (seconds[event] as number);
    }
  });
}

/** Of all pairs of events on the target, the share that is within the window, for each pair that two members could make. */
function addChance(
  { account, ofTarget, past }: WindowedEvents,
  target: number,
  own: readonly number[],
  edgeOf: EdgeOf,
): void {
  const counts = new Map<number, number>();
  for (const event of own) counts.set(account[event] as number, (counts.get(account[event] as number) ?? 0) + 1);
  if (counts.size < 2) return;
  const [from, to] = [ofTarget[target] as number, ofTarget[target + 1] as number];
  let near = 0;
  for (let event = from; event < to; event += 1) near += (past[event] as number) - event - 1;
  const share = near / (((to - from) * (to - from - 1)) / 2);
  const accounts = [...counts];
  accounts.forEach(([one, ownCount], at) => {
    for (const [other, otherCount] of accounts.slice(at + 1)) {
      edgeOf(one, other).expected += ownCount * otherCount * share;
    }
  });
}
