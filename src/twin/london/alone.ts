import type { RandomStream } from "../random.js";
import type { Curve } from "../rhythm.js";
import { london } from "../time-zones.js";
import { momentBetween } from "./hours.js";
import { isReply, type Lane } from "./lanes.js";
import type { Member } from "./member.js";
import type { Period } from "./periods.js";
import { reactionIn } from "./reactions.js";
import type { Stage } from "./stage.js";
import { targetsBefore } from "./targets.js";
import { memberReply } from "./texts.js";

const attempts = 40;

/** What one member does by itself in a lane and period: reactions at ordinary delays. */
export function actAlone(
  stage: Stage,
  member: Member,
  lane: Lane,
  count: number,
  period: Period,
  curve: Curve,
  random: RandomStream,
): void {
  for (let done = 0; done < count; done += 1) {
    const text = isReply(lane) ? memberReply(member, random) : undefined;
    if (!reactOnce(stage, member, lane, period, text, random))
      catchUp(stage, member, lane, period, curve, text, random);
  }
}

function reactOnce(
  stage: Stage,
  { amplifier, from }: Member,
  lane: Lane,
  period: Period,
  text: string | undefined,
  random: RandomStream,
): boolean {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const reaction = reactionIn(period, stage.targetsIn(lane), london, random);
    if (!reaction || reaction.time < from) continue;
    if (stage.act(amplifier, lane, reaction.target, reaction.time, text)) return true;
  }
  return false;
}

/** The latest target that the member has left out, at one of its usual hours. */
function catchUp(
  stage: Stage,
  { amplifier, from, until }: Member,
  lane: Lane,
  period: Period,
  curve: Curve,
  text: string | undefined,
  random: RandomStream,
): void {
  const time = momentBetween(curve, Math.max(from, period.from), Math.min(until, period.to), random);
  for (let target = targetsBefore(stage.targetsIn(lane), time) - 1; target >= 0; target -= 1) {
    if (stage.act(amplifier, lane, target, time, text)) return;
  }
}
