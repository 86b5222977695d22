/** Edges of a weighted undirected network, one entry each. */
export interface WeightedEdges {
  /** Numbers of the two nodes; an edge appears once. */
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  /** Above 0. */
  weight: ArrayLike<number>;
}

/**
 * Disparity filter: for each edge, how likely a node that spreads its strength over its edges at random would give one of
 * them this much. alpha = (1 - w / s)^(k - 1) with strength s and degree k, the smaller of the two ends (Serrano, Boguna and
 * Vespignani 2009, PNAS 106:6483-6488). Keep edges below the level you choose.
 *
 * It keeps what matters to either node and, unlike a threshold on weight, does not lose small nodes. An end with a single edge
 * says nothing and counts 1. The result does not depend on the order of edges or nodes. Time n log n.
 *
 * @returns Alpha of each edge, in the order given.
 * @throws RangeError when the lengths differ, a weight is not above 0, or an edge joins a node to itself.
 * @example
 * [...disparityFilter({ from: [0, 0, 0], to: [1, 2, 3], weight: [2, 1, 1] })]; // [0.25, 0.5625, 0.5625]
 */
export function disparityFilter({ from, to, weight }: WeightedEdges): Float64Array {
  check({ from, to, weight });
  const strength = new Map<number, number>();
  const degree = new Map<number, number>();
  // Adding in order of weight gives the same sum to the last digit however the edges came.
  const ascending = Uint32Array.from(weight, (_, edge) => edge);
  ascending.sort((a, b) => (weight[a] as number) - (weight[b] as number));
  for (const edge of ascending) {
    for (const node of [from[edge] as number, to[edge] as number]) {
      strength.set(node, (strength.get(node) ?? 0) + (weight[edge] as number));
      degree.set(node, (degree.get(node) ?? 0) + 1);
    }
  }
  const alpha = (node: number, own: number) => {
    const all = strength.get(node) as number;
    return Math.max(0, (all - own) / all) ** ((degree.get(node) as number) - 1);
  };
  return Float64Array.from(weight, (own, edge) =>
    Math.min(alpha(from[edge] as number, own), alpha(to[edge] as number, own)),
  );
}

function check({ from, to, weight }: WeightedEdges): void {
  if (from.length !== weight.length || to.length !== weight.length) {
    throw new RangeError(
      `${from.length} and ${to.length} ends for ${weight.length} weights; give one of each per edge`,
    );
  }
  for (let edge = 0; edge < weight.length; edge += 1) {
    const own = weight[edge] as number;
    if (!(own > 0 && own < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`weight of edge ${edge + 1} must be above 0: ${own}`);
    }
    if (from[edge] === to[edge])
      throw new RangeError(`edge ${edge + 1} joins a node to itself: ${from[edge]}; drop it`);
  }
}
