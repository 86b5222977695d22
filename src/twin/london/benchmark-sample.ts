import type { RandomStream } from "../random.js";
import type { Stage } from "./stage.js";

/** Benchmark accounts whose full history is known, for every member. */
const perMember = 2;

/**
 * Non-members that did about as much on London as the members did: for each member the two nearest in number of actions that
 * are still free, in random order of the members.
 */
export function benchmarkSample(
  { events, targets }: Stage,
  members: readonly number[],
  random: RandomStream,
): number[] {
  const london = new Set(targets.map(({ principal }) => principal));
  const actions = new Map<number, number>();
  for (let event = 0; event < events.count; event += 1) {
    const amplifier = events.amplifier.at(event);
    if (london.has(events.principal.at(event))) actions.set(amplifier, (actions.get(amplifier) ?? 0) + 1);
  }
  const isMember = new Set(members);
  const free = [...actions].filter(([amplifier]) => !isMember.has(amplifier));
  const sample: number[] = [];
  for (const member of random.shuffled(members)) {
    const wanted = Math.log(actions.get(member) ?? 1);
    for (let chosen = 0; chosen < perMember && free.length > 0; chosen += 1) {
      const at = nearest(free, wanted);
      sample.push((free[at] as [number, number])[0]);
      free.splice(at, 1);
    }
  }
  return sample.sort((a, b) => a - b);
}

function nearest(free: readonly (readonly [number, number])[], wanted: number): number {
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const [at, [, actions]] of free.entries()) {
    const away = Math.abs(Math.log(actions) - wanted);
    if (away < distance) [best, distance] = [at, away];
  }
  return best;
}
