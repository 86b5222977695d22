import { coActivity } from "../../coordination/co-activity/co-activity.js";
import { quantile } from "../../statistics/quantile.js";
import { type Case, window } from "../case.js";

/** Everyone with at least two events who ever acted together with anyone who has two as well. */
export function anyCoAction({ table }: Case): Set<string> {
  const { a, b } = coActivity(table, { window, minParticipation: 2 });
  return new Set([...a, ...b].map((account) => table.actors[account] as string));
}

/**
 * Both ends of the edges heavier than a quantile of all weights (type 7), as CooRTweet has it with its `edge_weight` and its least
 * participation of two.
 */
export function cooRTweet(edgeWeight: number): (one: Case) => Set<string> {
  return ({ table }) => {
    const { a, b, weight } = coActivity(table, { window, semantics: "coortweet" });
    const threshold = quantile(weight.slice().sort(), edgeWeight) ?? Number.POSITIVE_INFINITY;
    return endsOf(table.actors, a, b, (edge) => (weight[edge] as number) > threshold);
  };
}

/** Both ends of the edges that weigh enough, as the QUT coordination network toolkit has it with its `min_edge_weight`. */
export function qut(least: number): (one: Case) => Set<string> {
  return ({ table }) => {
    const { a, b, weight } = coActivity(table, { window, semantics: "qut" });
    return endsOf(table.actors, a, b, (edge) => (weight[edge] as number) >= least);
  };
}

function endsOf(actors: readonly string[], a: Uint32Array, b: Uint32Array, isKept: (edge: number) => boolean) {
  const ends = new Set<string>();
  for (let edge = 0; edge < a.length; edge += 1) {
    if (!isKept(edge)) continue;
    ends.add(actors[a[edge] as number] as string);
    ends.add(actors[b[edge] as number] as string);
  }
  return ends;
}
