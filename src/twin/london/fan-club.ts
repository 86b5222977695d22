import type { Study } from "../../study/study.js";
import type { RandomStream } from "../random.js";
import { newsOfDays } from "../rhythm.js";
import { audienceZone } from "./accounts.js";
import type { Lane } from "./lanes.js";
import { periodAt } from "./periods.js";
import type { Planted, Planter } from "./planter.js";
import { reactionIn } from "./reactions.js";
import { ordinaryReply } from "./texts.js";

const day = 86_400_000;

/**
 * A fan club: accounts opened within one hour of the day with most news of the summer and autumn, after an appeal to join.
 * What they do afterwards, each does for itself.
 */
export function plantFanClub(planter: Planter, study: Study, seed: number, random: RandomStream): void {
  const newsDay = busiestDay(study, seed);
  const opened = newsDay + random.integer(10 * 3600, 18 * 3600) * 1000;
  for (let fan = 0; fan < planter.size(12); fan += 1) {
    const createdAt = opened + random.integer(0, 3599) * 1000;
    const account = planter.add("fan club", { createdAt }, ["created within an hour"], random);
    reactForWeeks(planter, account, random.integer(25, 60), random);
    planter.retweetElsewhere(account, random.integer(0, 25), random);
  }
}

/** The day from 1 July to 30 November with most to talk about. */
function busiestDay(study: Study, seed: number): number {
  const from = Date.parse(`${study.postingWindow.from}T00:00:00Z`);
  const news = newsOfDays(seed, study.postingWindow);
  let busiest = Date.parse("2020-07-01T00:00:00Z");
  for (let time = busiest; time < Date.parse("2020-12-01T00:00:00Z"); time += day) {
    if ((news[(time - from) / day] ?? 0) > (news[(busiest - from) / day] ?? 0)) busiest = time;
  }
  return busiest;
}

function reactForWeeks(planter: Planter, account: Planted, actions: number, random: RandomStream): void {
  const { stage } = planter;
  const zone = audienceZone(random);
  const first = periodAt(stage.periods, account.createdAt);
  for (let action = 0; action < actions; action += 1) {
    const lane: Lane = random.fraction() < 0.7 ? 0 : random.fraction() < 0.7 ? 2 : 1;
    const period = stage.periods[first + random.integer(0, 9)];
    const reaction = period ? reactionIn(period, stage.targetsIn(lane), zone, random) : undefined;
    const text = lane === 2 ? ordinaryReply(random) : undefined;
    if (reaction) planter.act(account, lane, reaction.target, reaction.time, text);
  }
}
