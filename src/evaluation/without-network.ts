import { detectGroups } from "../coordination/detection/detect-groups.js";
import { relabelled } from "../coordination/detection/windowed-events.js";
import { type Background, shuffledWithinTargets } from "./background.js";
import { withTwinCase } from "./twin-case.js";

/** Accounts that the detector flags in a twin whose network does nothing together. It should flag nobody. */
export function flaggedInIdleTwin(seed: number, scale?: number): Promise<number> {
  return withTwinCase({ seed, effort: 0, scale }, async (one) => (await one.detect()).length);
}

/** Accounts that the detector flags in real traffic after a shuffle of the labels within targets. It should flag nobody. */
export function flaggedInShuffle(background: Background, seed: number): number {
  const { groups } = detectGroups(relabelled(background.events, shuffledWithinTargets(background, `null/${seed}`)));
  return new Set(groups.flatMap(({ admitted }) => [...admitted])).size;
}
