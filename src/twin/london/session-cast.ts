import type { RandomStream } from "../random.js";
import { isReply, placeOf } from "./lanes.js";
import type { Member } from "./member.js";
import { type Job, longestSession, type Session } from "./session.js";
import { targetsBefore } from "./targets.js";

const second = 1000;

/** Every other reply goes to a target that the network has just acted on. */
export function earlierSession({ sessions, lane, random }: Job, member: Member): Session | undefined {
  if (random.fraction() < 0.4) return undefined;
  const there = sessions.filter(
    ({ place, time }) => place === placeOf(lane) && time >= member.from && time < member.until - longestSession,
  );
  return there[random.integer(0, Math.max(0, there.length - 1))];
}

/** The last targets before that time on which the leader has not acted; now and then the run starts further back. */
export function runOf(
  { stage, members, lane, random }: Job,
  leader: number,
  time: number,
  length: number,
  preferred: readonly number[],
): number[] {
  const { amplifier } = members[leader] as Member;
  const { thread } = stage.targetsIn(lane);
  const before = targetsBefore(stage.targetsIn(lane), time - 5 * second);
  const skipped = random.fraction() < 0.75 ? 0 : geometric(8, random);
  const run: number[] = [];
  const open = (target: number) => target >= 0 && target < before && !stage.hasDone(amplifier, lane, target);
  const wanted = preferred.find((target) => open(target));
  if (wanted !== undefined) return [wanted];
  for (let target = before - 1 - skipped; target >= 0 && run.length < length; target -= 1) {
    const passedOver = isReply(lane) && thread[target] === 1 && random.fraction() < 0.8;
    if (open(target) && !passedOver) run.push(target);
  }
  for (let target = before - 1; run.length === 0 && target >= 0; target -= 1) if (open(target)) run.push(target);
  return random.fraction() < 0.5 ? run : run.reverse();
}

/** Who joins: members of the leader's shift, a few of another, those with most to do more often. */
export function callUp(
  { members, left, joins, lane, random }: Job,
  leader: number,
  time: number,
  isChain: boolean,
): number[] {
  const { shift, runsThrough } = members[leader] as Member;
  const wanted = isReply(lane) ? 1 + geometric(1.6, random) : 2 + geometric(4.5, random);
  const free = members.flatMap((member, at) => {
    const there = member.from <= time && time < member.until - longestSession;
    const fits = there && (left[at] ?? 0) > 0 && at !== leader && (isChain || !member.runsThrough);
    const likes = member.shift === shift || random.fraction() < 0.12;
    return fits && likes ? [{ at, key: -Math.log(1 - random.fraction()) / (left[at] ?? 1) }] : [];
  });
  const called = free.sort((a, b) => a.key - b.key).slice(0, Math.min(wanted, 13));
  const joined = called.map(({ at }) => at).filter(() => random.fraction() < joins);
  const runner = runsThrough ? -1 : joined.findIndex((at) => members[at]?.runsThrough);
  return runner > 0 ? [joined[runner] as number, ...joined.filter((_, at) => at !== runner)] : joined;
}

/** A whole number of at least 0 with that mean. */
export function geometric(mean: number, random: RandomStream): number {
  return Math.floor(Math.log(1 - random.fraction()) / Math.log(mean / (1 + mean)));
}
