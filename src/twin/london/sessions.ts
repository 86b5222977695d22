import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import type { Curve } from "../rhythm.js";
import { momentBetween } from "./hours.js";
import { isReply, type Lane, placeOf } from "./lanes.js";
import type { Member } from "./member.js";
import type { Period } from "./periods.js";
import type { Stage } from "./stage.js";
import { targetsBefore } from "./targets.js";
import { memberReply } from "./texts.js";

const second = 1000;
const longestSession = 15 * 60 * second;

/** One lane of one period, and what is still to be done in it together. */
export interface Job {
  stage: Stage;
  members: readonly Member[];
  lane: Lane;
  period: Period;
  curve: Curve;
  /** Actions left, by member; counted down to 0. */
  left: Float64Array;
  /** Chance that a member who is called up joins, beside the one who leads. */
  joins: number;
  /** Sessions of this period so far, which replies come back to. */
  sessions: Session[];
  random: RandomStream;
}

/** A time at which members act on some targets of one account. */
export interface Session {
  place: 0 | 1;
  time: number;
  targets: readonly number[];
}

/**
 * Sessions until nobody has anything left to do: one member leads, others of its shift join, and all act on the same run
 * of targets seconds apart. Members whose first day falls in the period start with a session of their own.
 */
export function runSessions(job: Job): void {
  for (const [leader, member] of job.members.entries()) {
    const starts = member.from >= job.period.from && member.from < job.period.to;
    if (starts && (job.left[leader] ?? 0) > 0) runSession(job, leader, member.from);
  }
  for (let leader = drawLeader(job); leader >= 0; leader = drawLeader(job)) {
    const { from, until } = job.members[leader] as Member;
    runSession(job, leader, momentBetween(job.curve, from, until - longestSession, job.random));
  }
}

function drawLeader({ left, random }: Job): number {
  const total = left.reduce((a, b) => a + b, 0);
  let at = random.fraction() * total;
  return left.findIndex((count) => {
    at -= count;
    return count > 0 && at < 0;
  });
}

function runSession(job: Job, leader: number, time: number): void {
  const { random, lane } = job;
  const member = job.members[leader] as Member;
  const isChain = !isReply(lane) && (member.runsThrough || random.fraction() < 0.55);
  const again = isReply(lane) ? earlierSession(job, member) : undefined;
  const start = again ? again.time + random.integer(2, 40) * second : time;
  const length = isReply(lane)
    ? 1
    : isChain
      ? (member.runsThrough ? 8 : 3) + geometric(4, random)
      : 1 + geometric(0.6, random);
  const targets = runOf(job, leader, start, length, again?.targets ?? []);
  if (targets.length === 0) {
    passOn(job, leader);
    return;
  }
  job.sessions.push({ place: placeOf(lane), time: start, targets });
  const group = [leader, ...callUp(job, leader, start, isChain)];
  if (isReply(lane) || !isChain) actAtOnce(job, group, targets, start);
  else actInChain(job, group, targets, start);
}

/** Every other reply goes to a target that the network has just acted on. */
function earlierSession({ sessions, lane, random }: Job, member: Member): Session | undefined {
  if (random.fraction() < 0.4) return undefined;
  const there = sessions.filter(
    ({ place, time }) => place === placeOf(lane) && time >= member.from && time < member.until - longestSession,
  );
  return there[random.integer(0, Math.max(0, there.length - 1))];
}

/** The last targets before that time on which the leader has not acted; now and then the run starts further back. */
function runOf(
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

/** A member who has acted on everything there is leaves the rest to the others. */
function passOn({ left }: Job, leader: number): void {
  const rest = left[leader] ?? 0;
  left[leader] = 0;
  const others = left.findIndex((count) => count > 0);
  if (others >= 0) left[others] = (left[others] ?? 0) + rest;
}

/** Who joins: members of the leader's shift, a few of another, those with most to do more often. */
function callUp({ members, left, joins, lane, random }: Job, leader: number, time: number, isChain: boolean): number[] {
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

/** One account runs through the targets, the next follows within the minute; sometimes two operators work side by side. */
function actInChain(job: Job, group: readonly number[], targets: readonly number[], start: number): void {
  const { random, members } = job;
  let time = start;
  for (const at of group) {
    const begun = time;
    const { gap } = members[at] as Member;
    for (const target of targets) {
      if (act(job, at, target, time)) time += Math.max(1, Math.round(gap * logNormal(random, 0.35))) * second;
    }
    const sideBySide = random.fraction() < 0.3;
    time = (sideBySide ? begun : time) + random.integer(5, 55) * second;
  }
}

/** All act on the same one or two targets, each some seconds after the one before. */
function actAtOnce(job: Job, group: readonly number[], targets: readonly number[], start: number): void {
  const { random } = job;
  const typical = isReply(job.lane) ? 22 : 11;
  let time = start;
  for (const at of group) {
    for (const [place, target] of targets.entries()) act(job, at, target, time + place * random.integer(2, 5) * second);
    time += Math.max(2, Math.round(-Math.log(1 - random.fraction()) * typical)) * second;
  }
}

function act(job: Job, at: number, target: number, time: number): boolean {
  const { stage, members, lane, left, period, random } = job;
  const member = members[at] as Member;
  if ((left[at] ?? 0) <= 0 || time >= period.to) return false;
  const text = isReply(lane) ? memberReply(member, random) : undefined;
  if (!stage.act(member.amplifier, lane, target, time, text)) return false;
  left[at] = (left[at] ?? 0) - 1;
  if (text !== undefined && random.fraction() < member.quoteShare) {
    stage.quote(member.amplifier, placeOf(lane), target, time + random.integer(8, 240) * second, text);
  }
  return true;
}

/** A whole number of at least 0 with that mean. */
function geometric(mean: number, random: RandomStream): number {
  return Math.floor(Math.log(1 - random.fraction()) / Math.log(mean / (1 + mean)));
}
