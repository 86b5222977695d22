import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import type { TimeZone } from "../time-zones.js";
import { isAwake } from "./hours.js";
import type { Period } from "./periods.js";
import { drawTarget, type Targets } from "./targets.js";

const second = 1000;
const day = 86_400_000;

/** Someone acts on a target at a moment. */
export interface Reaction {
  target: number;
  time: number;
}

/** Milliseconds until an ordinary person reacts: some at once, most within hours, some after days. */
export function ordinaryDelay(random: RandomStream): number {
  const kind = random.fraction();
  const seconds =
    kind < 0.12
      ? 45 * logNormal(random, 0.9)
      : kind < 0.75
        ? 7500 * logNormal(random, 1.5)
        : 90_000 * logNormal(random, 0.9);
  return Math.max(3, Math.round(seconds)) * second;
}

/**
 * An ordinary reaction within the period: to something posted in it or just before, once in a while to something older,
 * while people in that zone are awake. Undefined where chance gave none; try again.
 */
export function reactionIn(
  period: Period,
  targets: Targets,
  zone: TimeZone,
  random: RandomStream,
): Reaction | undefined {
  if (random.fraction() < 0.03) return lateReaction(period, targets, random);
  const target = drawTarget(targets, period.from - 2 * day, period.to, random);
  if (target < 0) return lateReaction(period, targets, random);
  const time = (targets.time[target] as number) + ordinaryDelay(random);
  const fits = time >= period.from && time < period.to && isAwake(time, zone, random);
  return fits ? { target, time } : undefined;
}

/** A reaction at any moment of the period to anything posted before. */
export function lateReaction({ from, to }: Period, targets: Targets, random: RandomStream): Reaction | undefined {
  const time = random.integer(from / second, to / second - 1) * second;
  const target = drawTarget(targets, Number.NEGATIVE_INFINITY, time, random);
  return target < 0 ? undefined : { target, time };
}
