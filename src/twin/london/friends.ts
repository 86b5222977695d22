import type { RandomStream } from "../random.js";
import { audienceZone, ordinaryCreation } from "./accounts.js";
import type { Planter } from "./planter.js";
import { reactionIn } from "./reactions.js";

/** Pairs of friends: what one retweets the other often retweets within the minute, and each does as much alone. */
export function plantFriends(planter: Planter, windowFrom: number, random: RandomStream): void {
  const { stage } = planter;
  const within = stage.periods.filter(({ inWindow }) => inWindow);
  for (let pair = 0; pair < planter.size(12); pair += 1) {
    const friend = () =>
      planter.add("friend", { createdAt: ordinaryCreation(windowFrom, random) }, ["retweet together"], random);
    const [one, other] = [friend(), friend()];
    const zone = audienceZone(random);
    for (let action = 0; action < 110; action += 1) {
      const period = within[random.integer(0, within.length - 1)];
      const reaction = period ? reactionIn(period, stage.targets[0], zone, random) : undefined;
      if (!reaction) continue;
      const first = random.fraction() < 0.5 ? one : other;
      const follows = random.fraction() < 0.4;
      if (!planter.act(first, 0, reaction.target, reaction.time) || !follows) continue;
      planter.act(first === one ? other : one, 0, reaction.target, reaction.time + random.integer(4, 58) * 1000);
    }
    for (const account of [one, other]) planter.retweetElsewhere(account, random.integer(0, 20), random);
  }
}
