import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import { momentWithin, ordinaryCreation } from "./accounts.js";
import { londonHour } from "./hours.js";
import type { Lane } from "./lanes.js";
import type { Planted, Planter } from "./planter.js";
import { ordinaryDelay } from "./reactions.js";
import { ordinaryReply } from "./texts.js";

const second = 1000;
const hour = 3_600_000;

/**
 * Loyal fans: people in London's hours who follow little else, retweet much of what London posts, and often at once. They
 * meet each other and the network within the minute by chance alone. One in four is suspended in the end.
 */
export function plantFans(planter: Planter, windowFrom: number, random: RandomStream): void {
  for (let fan = 0; fan < planter.size(28); fan += 1) {
    const suspended = random.fraction() < 0.25;
    const account = planter.add(
      "fan",
      {
        createdAt: ordinaryCreation(windowFrom, random),
        ...(suspended ? { suspendedFrom: momentWithin("2020-12-10", "2021-02-26", random) } : {}),
      },
      ["same hours", "many London retweets", "quick reactions"],
      random,
    );
    const eagerness = Math.min(0.14, 0.045 * logNormal(random, 0.5));
    for (const lane of [0, 1] as const) follow(planter, account, lane, eagerness, random);
    for (const lane of [2, 3] as const) follow(planter, account, lane, eagerness * 0.4, random);
    planter.retweetElsewhere(account, random.integer(0, 30), random);
  }
}

function follow(planter: Planter, account: Planted, lane: Lane, eagerness: number, random: RandomStream): void {
  const { time } = planter.stage.targetsIn(lane);
  for (let target = 0; target < time.length; target += 1) {
    if (random.fraction() >= eagerness) continue;
    const text = lane > 1 ? ordinaryReply(random) : undefined;
    planter.act(account, lane, target, fanTime(time[target] as number, random), text);
  }
}

/** At once while awake, later else; what comes in the night is read in the morning. */
function fanTime(posted: number, random: RandomStream): number {
  const delay = random.fraction() < 0.45 ? Math.round(8 + 40 * logNormal(random, 0.8)) * second : ordinaryDelay(random);
  const time = posted + delay;
  const clock = londonHour(time);
  if (clock >= 7 && clock < 21) return time;
  return Math.floor(time / hour) * hour + ((31 - clock) % 24) * hour + random.integer(0, 7200) * second;
}
