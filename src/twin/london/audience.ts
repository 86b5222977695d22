import type { RandomStream } from "../random.js";
import { AudiencePool, type Person, type Standing } from "./audience-pool.js";
import type { Elsewhere } from "./elsewhere.js";
import { isReply, type Lane, laneNumbers } from "./lanes.js";
import type { LondonNumbers } from "./numbers.js";
import type { Period } from "./periods.js";
import { lateReaction, reactionIn } from "./reactions.js";
import type { Stage } from "./stage.js";
import { standingCounts } from "./standing-counts.js";
import { ordinaryReply } from "./texts.js";
import type { LanePlan } from "./weekly-plan.js";

const standings: readonly Standing[] = ["suspended", "suspended later", "kept"];
const sizes: Record<Standing, number> = { suspended: 1150, "suspended later": 160, kept: 6600 };
const attempts = 60;
const lastAttempts = 4000;

/** London's ordinary audience: it does what the plan has and nobody has done yet. Returns the accounts that acted. */
export function actAsAudience(
  stage: Stage,
  numbers: LondonNumbers,
  plans: readonly LanePlan[],
  random: RandomStream,
): Person[] {
  const pools = standings.map((standing) => {
    return new AudiencePool(standing, Math.round(sizes[standing] * numbers.part), stage.amplifiers, random);
  });
  for (const lane of laneNumbers) {
    const missing = (plans[lane] as LanePlan).totals.map((total, at) => total - stage.count(lane, at));
    const counts = standingCounts(stage, numbers, lane, missing);
    for (const [period, where] of stage.periods.entries()) {
      for (const [at, pool] of pools.entries()) {
        const wanted = counts[at]?.[period] ?? 0;
        for (let done = 0; done < wanted; done += 1) actOnce(stage, pool, lane, where, random);
      }
    }
  }
  return pools.flatMap(({ people }) => people.filter(({ acted }) => acted > 0));
}

/** One action of someone of that pool. Hours and recency give way when chance finds nobody, the totals never. */
function actOnce(stage: Stage, pool: AudiencePool, lane: Lane, period: Period, random: RandomStream): void {
  const targets = stage.targetsIn(lane);
  const text = isReply(lane) ? ordinaryReply(random) : undefined;
  for (let attempt = 0; attempt < lastAttempts; attempt += 1) {
    const person = pool.draw(lane, random);
    const reaction =
      attempt < attempts ? reactionIn(period, targets, person.zone, random) : lateReaction(period, targets, random);
    if (!reaction || reaction.time <= person.createdAt || reaction.time >= person.suspendedFrom) continue;
    if (reaction.time >= person.deletedFrom) continue;
    if (!stage.act(pool.amplifierOf(person), lane, reaction.target, reaction.time, text)) continue;
    person.acted += 1;
    quoteToo(stage, person, lane, reaction.target, reaction.time, random);
    return;
  }
  throw new Error(`nobody left to act on London from ${new Date(period.from).toISOString()}; widen the audience`);
}

/** Some who retweet also quote, in words of their own. */
function quoteToo(
  stage: Stage,
  { amplifier }: Person,
  lane: Lane,
  target: number,
  time: number,
  random: RandomStream,
): void {
  if (isReply(lane) || random.fraction() >= 0.05) return;
  stage.quote(amplifier, lane === 0 ? 0 : 1, target, time + random.integer(20, 1800) * 1000, ordinaryReply(random));
}

/** Half of the audience also follows other diplomats, a few of them much more than London's. */
export function actElsewhere(
  people: readonly Person[],
  elsewhere: Elsewhere,
  scale: number,
  random: RandomStream,
): void {
  for (const { amplifier, createdAt, suspendedFrom, deletedFrom, acted } of people) {
    const kind = random.fraction();
    const breadth = kind < 0.5 ? 0 : kind < 0.86 ? 0.2 + 1.3 * random.fraction() : 2 + 6 * random.fraction();
    const wanted = Math.floor(Math.min(acted, 60) * breadth * Math.min(scale, 1) + random.fraction());
    for (let done = 0; done < wanted; done += 1) {
      elsewhere.retweetSomething(amplifier, createdAt, Math.min(suspendedFrom, deletedFrom), random);
    }
  }
}
