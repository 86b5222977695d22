import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import { londonHour } from "./hours.js";
import type { Member } from "./member.js";
import { type Period, periodAt } from "./periods.js";
import type { Session } from "./session.js";
import type { Stage } from "./stage.js";
import { memberReply } from "./texts.js";

const second = 1000;
const hour = 3_600_000;
const mostOfAWeek = 0.6;

/** A reply of the member that answers most main tweets (claim U20). */
export interface PlannedReply {
  target: number;
  time: number;
  period: number;
}

/**
 * About four fifths of the ambassador's main tweets of the window, each answered within working hours: at once, or the next
 * morning. Never more than a part of what the network replies in a week.
 */
export function planRepliesToMost(
  stage: Stage,
  member: Member,
  network: Float64Array,
  random: RandomStream,
): PlannedReply[] {
  const { time, thread, firstPost } = stage.targets[0];
  const end = stage.periods.filter(({ inWindow }) => inWindow).at(-1)?.to ?? 0;
  const main = Array.from(time.keys()).filter(
    (at) => at >= firstPost && thread[at] === 0 && (time[at] as number) < end,
  );
  const chosen = random.shuffled(main).slice(0, Math.ceil(main.length * (0.79 + 0.07 * random.fraction())));
  const room = network.map((count) => Math.floor(count * mostOfAWeek));
  return chosen
    .map((target) => ({ target, time: replyTime(time[target] as number, member, random) }))
    .map((reply) => ({ ...reply, period: periodAt(stage.periods, reply.time) }))
    .filter(({ time: at, period }) => {
      if (at >= end || period < 0 || (room[period] ?? 0) < 1) return false;
      room[period] = (room[period] ?? 0) - 1;
      return true;
    });
}

function replyTime(posted: number, member: Member, random: RandomStream): number {
  const soon = Math.max(posted, member.from) + Math.round(700 * logNormal(random, 0.9) + 20) * second;
  const clock = londonHour(soon);
  if (clock >= 7 && clock < 21) return soon;
  const hoursToMorning = (31 - clock) % 24;
  return Math.floor(soon / hour) * hour + hoursToMorning * hour + random.integer(0, 9000) * second;
}

/** How many of the replies fall in each period, at full effort. */
export function countByPeriod(replies: readonly PlannedReply[], periods: readonly Period[]): Float64Array {
  const counts = new Float64Array(periods.length);
  for (const { period } of replies) counts[period] = (counts[period] ?? 0) + 1;
  return counts;
}

/** Writes those replies that the effort leaves, and notes them as sessions for others to join. */
export function replyToMost(
  stage: Stage,
  member: Member,
  replies: readonly PlannedReply[],
  effort: number,
  sessions: Session[][],
  random: RandomStream,
): void {
  for (const { target, time, period } of replies) {
    if (random.fraction() >= effort) continue;
    const text = memberReply(member, random);
    if (!stage.act(member.amplifier, 2, target, time, text)) continue;
    sessions[period]?.push({ place: 0, time, targets: [target] });
    if (random.fraction() < member.quoteShare)
      stage.quote(member.amplifier, 0, target, time + random.integer(8, 240) * second, text);
  }
}
