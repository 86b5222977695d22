import { UndirectedGraph } from "graphology";
import type { PairEvidence } from "./pair-evidence.js";

/**
 * The ties that hold across targets: pairs that acted together on two targets or more, and pairs in a triangle of accounts whose
 * three ties do not all come from one target.
 *
 * A moment of haste on one popular post makes a clique of strangers; it leaves no tie here. A group that comes together again and
 * again, in changing casts, leaves many, even where no pair of it ever met twice. This is the 3-truss of the graph of pairs
 * (Cohen 2008, Trusses: cohesive subgraphs for social network analysis) with triangles counted across targets only.
 *
 * Time is, for each tie, the neighbours of its less connected end, times the few rounds until nothing changes.
 *
 * @example
 * const pair = { a: 0, b: 1, together: 1, target: 0, expected: 0.1, surprise: 1.4 };
 * crossTargetTies([pair, { ...pair, a: 2, b: 3, together: 2 }]).edges().length; // 1
 */
export function crossTargetTies(pairs: readonly PairEvidence[]): UndirectedGraph {
  const neighbours = new Map<number, Map<number, PairEvidence>>();
  const of = (account: number) => {
    const known = neighbours.get(account) ?? new Map<number, PairEvidence>();
    neighbours.set(account, known);
    return known;
  };
  let ties = pairs;
  for (const tie of ties) {
    of(tie.a).set(tie.b, tie);
    of(tie.b).set(tie.a, tie);
  }
  for (let before = -1; before !== ties.length; ) {
    before = ties.length;
    const loose = ties.filter((tie) => !isHeld(tie, of(tie.a), of(tie.b)));
    for (const { a, b } of loose) {
      of(a).delete(b);
      of(b).delete(a);
    }
    ties = ties.filter(({ a, b }) => of(a).has(b));
  }
  return graphOf(ties);
}

function isHeld(tie: PairEvidence, ofA: Map<number, PairEvidence>, ofB: Map<number, PairEvidence>): boolean {
  if (tie.together > 1) return true;
  const [fewer, more] = ofA.size < ofB.size ? [ofA, ofB] : [ofB, ofA];
  for (const [account, left] of fewer) {
    const right = more.get(account);
    if (right && !isOneMoment(tie, left, right)) return true;
  }
  return false;
}

function isOneMoment(...ties: readonly PairEvidence[]): boolean {
  return ties.every(({ together, target }) => together === 1 && target === ties[0]?.target);
}

function graphOf(ties: readonly PairEvidence[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const { a, b, surprise } of ties) {
    graph.mergeNode(a);
    graph.mergeNode(b);
    graph.addEdge(a, b, { weight: surprise });
  }
  return graph;
}
