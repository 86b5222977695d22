import type { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import { randomNumbers } from "../../statistics/random-numbers.js";
import { crossTargetTies } from "./cross-target-ties.js";
import { type GrownGroup, growGroup } from "./grow-group.js";
import { OccasionFinder } from "./occasion-finder.js";
import { pairEvidence } from "./pair-evidence.js";
import type { WindowedEvents } from "./windowed-events.js";

/** What is looked for. */
export interface FindOptions {
  /** False discoveries allowed among a group's members, as a share. */
  rate: number;
  /** Smallest group that counts as one. */
  smallest: number;
}

/** The package exports the function itself; its types, written for another module system, say otherwise. */
const louvain = louvainModule as unknown as typeof louvainModule.default;

const smallestStart = 3;
const overlap = 0.5;
const known = 0.6;

/**
 * Groups of accounts that came together more often than chance has it, the most conspicuous first. Whether chance could have made
 * one as conspicuous is another question: see `detectGroups`.
 *
 * Starts are the communities of the ties that hold across targets (Louvain, seeded; Blondel et al. 2008); each is grown
 * (`growGroup`); of two groups that share half of the smaller, the more conspicuous stays.
 *
 * @example
 * const row = (n) => ({ actor: `${n % 40}`, target: `${n % 20}`, seconds: (n * 7919) % 86400 });
 * const rows = Array.from({ length: 800 }, (_, n) => row(n));
 * findGroups(windowedEvents(eventsOf(rows), 60), { rate: 0.03, smallest: 4 }); // []
 */
export function findGroups(events: WindowedEvents, { rate, smallest }: FindOptions): GrownGroup[] {
  const found: GrownGroup[] = [];
  const isKnown = (group: ReadonlySet<number>) => {
    return found.some(({ admitted }) => shared(group, admitted) > known * group.size);
  };
  const finder = new OccasionFinder(events);
  for (const start of startsIn(crossTargetTies(pairEvidence(events)))) {
    const group = growGroup(finder, start, { rate, smallest, isKnown });
    if (group) found.push(group);
  }
  found.sort((one, other) => other.balance - one.balance);
  const kept: GrownGroup[] = [];
  for (const group of found) {
    const { admitted } = group;
    if (!kept.some((before) => shared(admitted, before.admitted) > overlap * admitted.size)) kept.push(group);
  }
  return kept;
}

function startsIn(ties: UndirectedGraph): number[][] {
  if (ties.size === 0) return [];
  const communities = new Map<number, number[]>();
  const of = louvain(ties, { rng: randomNumbers("detection/communities"), getEdgeWeight: "weight" });
  for (const node of ties.nodes()) {
    const community = communities.get(of[node] as number) ?? [];
    community.push(Number(node));
    communities.set(of[node] as number, community);
  }
  return largestFirst([...communities.values()]).filter(({ length }) => length >= smallestStart);
}

function largestFirst(starts: number[][]): number[][] {
  return starts.sort((one, other) => other.length - one.length || (one[0] as number) - (other[0] as number));
}

function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let count = 0;
  for (const account of one) count += Number(other.has(account));
  return count;
}
