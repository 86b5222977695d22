import { UndirectedGraph } from "graphology";
import layout from "graphology-layout-forceatlas2";

// Its types describe an ES module, and the package is CommonJS: what is imported is the function itself.
const forceAtlas2 = layout as unknown as typeof layout.default;

/** A node of a drawn network: a circle with a label to its right. Lengths in points. */
export interface LaidNode {
  id: string;
  radius: number;
  labelWidth: number;
}

export interface LaidEdge {
  from: string;
  to: string;
  weight: number;
}

/** The room of a drawing in points. */
export interface Room {
  width: number;
  height: number;
}

const iterations = 600;
const labelHeight = 6.5;
const labelGap = 2;

/**
 * Places the nodes of a network by ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian 2014, PLoS ONE 9:e98679), stretches
 * them over the room, and moves circles and labels that overlap apart.
 *
 * The nodes start on a circle in the order given, so that the same network is always placed alike. The places on the page
 * have no unit; what lies close is tied more strongly, and only roughly so. Time grows with the square of the nodes.
 *
 * @returns the centre of each node's circle, from the top left of the room, in the order given
 */
export function networkLayout(nodes: readonly LaidNode[], edges: readonly LaidEdge[], room: Room): [number, number][] {
  const graph = new UndirectedGraph();
  nodes.forEach(({ id }, at) => {
    const angle = (2 * Math.PI * at) / nodes.length;
    graph.addNode(id, { x: Math.cos(angle), y: Math.sin(angle) });
  });
  for (const { from, to, weight } of edges) graph.addEdge(from, to, { weight });
  const settings = { gravity: 0.4, scalingRatio: 20, edgeWeightInfluence: 0.7, outboundAttractionDistribution: true };
  const placed = forceAtlas2(graph, { iterations, settings, getEdgeWeight: "weight" });
  const raw = nodes.map(({ id }): [number, number] => [placed[id]?.x ?? 0, placed[id]?.y ?? 0]);
  return apart(nodes, stretched(nodes, raw, room), room);
}

/** Stretches both directions so that every circle and label has room. */
function stretched(nodes: readonly LaidNode[], raw: [number, number][], { width, height }: Room): [number, number][] {
  const across = evened(raw.map(([x]) => x));
  const down = evened(raw.map(([, y]) => y));
  return nodes.map((node, at) => {
    const { left, right, half } = boxOf(node);
    return [left + (across[at] ?? 0) * (width - left - right), half + (down[at] ?? 0) * (height - 2 * half)];
  });
}

/** Values on 0..1, halfway between their own distances and equal ones, so that a lone outlier does not press the rest together. */
function evened(values: number[]): number[] {
  const ascending = [...values].sort((a, b) => a - b);
  const [least = 0, most = 0] = [ascending[0], ascending.at(-1)];
  const last = Math.max(1, values.length - 1);
  return values.map((value) => ((value - least) / (most - least || 1) + ascending.indexOf(value) / last) / 2);
}

function boxOf({ radius, labelWidth }: LaidNode) {
  return { left: radius + 1, right: radius + labelGap + labelWidth + 1, half: Math.max(radius, labelHeight / 2) + 0.5 };
}

/** Pushes overlapping boxes apart, by turns, in the direction that takes the shorter way. */
function apart(nodes: readonly LaidNode[], places: [number, number][], { width, height }: Room): [number, number][] {
  const boxes = nodes.map(boxOf);
  const now = places.map(([x, y]): [number, number] => [x, y]);
  for (let turn = 0; turn < 400; turn += 1) {
    let moved = false;
    for (let a = 0; a < now.length; a += 1)
      for (let b = a + 1; b < now.length; b += 1) moved = push(now, boxes, a, b) || moved;
    now.forEach((place, at) => {
      const { left, right, half } = boxes[at] as ReturnType<typeof boxOf>;
      place[0] = Math.min(Math.max(place[0], left), width - right);
      place[1] = Math.min(Math.max(place[1], half), height - half);
    });
    if (!moved) break;
  }
  return now;
}

function push(now: [number, number][], boxes: ReturnType<typeof boxOf>[], a: number, b: number): boolean {
  const [one, two] = [now[a] as [number, number], now[b] as [number, number]];
  const [first, second] = [boxes[a] as ReturnType<typeof boxOf>, boxes[b] as ReturnType<typeof boxOf>];
  const oneLeft = one[0] <= two[0];
  const across = oneLeft
    ? one[0] + first.right - (two[0] - second.left)
    : two[0] + second.right - (one[0] - first.left);
  const down = first.half + second.half - Math.abs(one[1] - two[1]);
  if (across <= 0 || down <= 0) return false;
  const axis = down <= across ? 1 : 0;
  const half = (axis === 1 ? down : across) / 2 + 0.05;
  const sign = axis === 1 ? (one[1] <= two[1] ? 1 : -1) : oneLeft ? 1 : -1;
  one[axis] -= sign * half;
  two[axis] += sign * half;
  return true;
}
