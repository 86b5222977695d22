import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import { randomNumbers } from "../../statistics/random-numbers.js";

/** A place in a drawing, in 0..1 both ways. */
export interface Point {
  x: number;
  y: number;
}

// Of a CommonJS module the types promise the function itself, and Node gives it under `default`.
const forceAtlas2 = forceAtlas2Module as unknown as { assign: typeof forceAtlas2Module.default.assign };

const iterations = 400;

/**
 * Places of nodes so that those with heavy edges lie close together: ForceAtlas2 from random places (Jacomy and others 2014,
 * PLoS ONE 9:e98679), with logarithmic attraction so that groups stand apart. Where a node lies says nothing by itself; who
 * its neighbours are does. The same seed gives the same drawing. Time is iterations x nodes squared.
 *
 * @param edges pairs of numbers of nodes with a positive weight
 * @example
 * springLayout(2, [[0, 1, 3]], "example").length; // 2
 */
export function springLayout(
  nodes: number,
  edges: readonly (readonly [first: number, second: number, weight: number])[],
  seed: string,
): Point[] {
  const random = randomNumbers(seed);
  const graph = new UndirectedGraph();
  for (let node = 0; node < nodes; node += 1) graph.addNode(String(node), { x: random(), y: random() });
  for (const [first, second, weight] of edges)
    graph.addEdge(String(first), String(second), { weight: Math.sqrt(weight) });
  if (graph.size > 0) {
    forceAtlas2.assign(graph, {
      iterations,
      getEdgeWeight: "weight",
      settings: {
        linLogMode: true,
        gravity: 1.2,
        scalingRatio: 2,
        edgeWeightInfluence: 1,
        slowDown: 4,
        barnesHutOptimize: false,
      },
    });
  }
  const points = Array.from({ length: nodes }, (_, node) => graph.getNodeAttributes(String(node)) as Point);
  return [points.map(({ x }) => x), points.map(({ y }) => y)].map(inUnit).reduce<Point[]>((placed, values, axis) => {
    return values.map((value, at) => ({ ...(placed[at] ?? { x: 0, y: 0 }), [axis === 0 ? "x" : "y"]: value }));
  }, []);
}

function inUnit(values: number[]): number[] {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const span = values.reduce((most, value) => Math.max(most, value), low) - low;
  return values.map((value) => (span > 0 ? Math.round(((value - low) / span) * 1e4) / 1e4 : 0.5));
}
