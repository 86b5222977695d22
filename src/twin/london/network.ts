import type { RandomStream } from "../random.js";
import type { Curve } from "../rhythm.js";
import { actAlone } from "./alone.js";
import { networkCurves } from "./hours.js";
import { type Lane, laneNumbers } from "./lanes.js";
import type { Member } from "./member.js";
import type { LondonNumbers } from "./numbers.js";
import type { Period } from "./periods.js";
import { type Quotas, shareOut } from "./quotas.js";
import { countByPeriod, planRepliesToMost, replyToMost } from "./replies-to-most.js";
import type { Session } from "./session.js";
import { runSessions } from "./sessions.js";
import type { Stage } from "./stage.js";
import type { LanePlan } from "./weekly-plan.js";

/**
 * What the network does on London: sessions in which members act together, each member's own doings, and the replies of the
 * one that answers most main tweets. At full effort each week has exactly the planned number.
 */
export function actAsNetwork(
  stage: Stage,
  numbers: LondonNumbers,
  plans: readonly LanePlan[],
  members: readonly Member[],
  effort: number,
  random: RandomStream,
): void {
  const replier = members.find(({ repliesToMost }) => repliesToMost);
  const planned = replier ? planRepliesToMost(stage, replier, (plans[2] as LanePlan).network, random) : [];
  const setAside = countByPeriod(planned, stage.periods);
  const quotas = shareOut(numbers, plans, members, stage.periods, setAside, effort, random);
  callEveryone(quotas, members, stage.periods, effort, random);
  const sessions: Session[][] = stage.periods.map(() => []);
  if (replier) replyToMost(stage, replier, planned, effort, sessions, random);
  const curves = networkCurves(stage.periods);
  for (const lane of laneNumbers) {
    for (const [at, period] of stage.periods.entries()) {
      const work = { at, period, curve: curves[at] as Curve, lane, sessions: sessions[at] ?? [] };
      actInPeriod(stage, members, quotas, work, Math.sqrt(effort), random);
    }
  }
}

interface Work {
  at: number;
  period: Period;
  curve: Curve;
  lane: Lane;
  sessions: Session[];
}

function actInPeriod(
  stage: Stage,
  members: readonly Member[],
  quotas: Quotas,
  { at, period, curve, lane, sessions }: Work,
  joins: number,
  random: RandomStream,
): void {
  const left = Float64Array.from(members, (_, member) => quotas.together[lane]?.[member]?.[at] ?? 0);
  runSessions({ stage, members, lane, period, curve, left, joins, sessions, random });
  for (const [place, member] of members.entries()) {
    actAlone(stage, member, lane, quotas.alone[lane]?.[place]?.[at] ?? 0, period, curve, random);
  }
}

/**
 * Weak efforts leave some with nothing to do. The cohort is called for its activation all the same, in so far as members
 * answer calls at all, and nobody stays without a single retweet.
 */
function callEveryone(
  quotas: Quotas,
  members: readonly Member[],
  periods: readonly Period[],
  effort: number,
  random: RandomStream,
): void {
  if (effort === 1) return;
  const retweets = quotas.together[0] ?? [];
  for (const [at, { from, origin }] of members.entries()) {
    const row = retweets[at] as Float64Array;
    const first = periods.findIndex((period) => period.from <= from && from < period.to);
    const called = origin === "dormant" && random.fraction() < Math.sqrt(effort);
    const idle = row.every((count) => count === 0);
    if ((called || idle) && row[first] === 0) row[first] = 1;
  }
}
