import { logNormal } from "../draws.js";
import { momentBetween } from "./hours.js";
import { isReply, placeOf } from "./lanes.js";
import type { Member } from "./member.js";
import { type Job, longestSession } from "./session.js";
import { callUp, earlierSession, geometric, runOf } from "./session-cast.js";
import { memberReply } from "./texts.js";

const second = 1000;

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

/** A member who has acted on everything there is leaves the rest to the others. */
function passOn({ left }: Job, leader: number): void {
  const rest = left[leader] ?? 0;
  left[leader] = 0;
  const others = left.findIndex((count) => count > 0);
  if (others >= 0) left[others] = (left[others] ?? 0) + rest;
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
