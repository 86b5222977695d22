import type { RandomStream } from "../random.js";
import { audienceZone, ordinaryCreation } from "./accounts.js";
import type { Lane } from "./lanes.js";
import type { Planter } from "./planter.js";
import { reactionIn } from "./reactions.js";
import { criticReply } from "./texts.js";

/** Critics, civil ones: they share the diplomats' phrases with the network because they quote them to disagree. */
export function plantCritics(planter: Planter, windowFrom: number, random: RandomStream): void {
  const { stage } = planter;
  const within = stage.periods.filter(({ inWindow }) => inWindow);
  for (let critic = 0; critic < planter.size(22); critic += 1) {
    const account = planter.add(
      "critic",
      { createdAt: ordinaryCreation(windowFrom, random) },
      ["quotes official phrases"],
      random,
    );
    const zone = audienceZone(random);
    const actions = random.integer(20, 130);
    for (let action = 0; action < actions; action += 1) {
      const lane: Lane = random.fraction() < 0.85 ? 2 : 3;
      const period = within[random.integer(0, within.length - 1)];
      const reaction = period ? reactionIn(period, stage.targetsIn(lane), zone, random) : undefined;
      if (!reaction) continue;
      const text = criticReply(random);
      if (random.fraction() < 0.25) planter.quote(account, lane === 2 ? 0 : 1, reaction.target, reaction.time, text);
      else planter.act(account, lane, reaction.target, reaction.time, text);
    }
    planter.retweetElsewhere(account, random.integer(0, 6), random);
  }
}
