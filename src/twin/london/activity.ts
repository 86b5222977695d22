import type { Study } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";
import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import type { Member } from "./member.js";
import { lastDay } from "./numbers.js";
import { startOfWeek } from "./periods.js";
import type { Stage } from "./stage.js";

const day = 86_400_000;
const week = 7 * day;
/** The papers' grid of weeks begins in November 2016. */
const firstDay = Date.parse("2016-11-06T00:00:00Z");

/** Own posts of an account in a week, by its number among the amplifiers and the week's first day. */
export interface WeekOfPosts {
  amplifier: number;
  week: UtcDay;
  posts: number;
}

/** How an account posts beside what it does on the audited accounts. */
interface Way {
  /** Posts a week while it is active, and the share of weeks in which it is. */
  posts: number;
  active: number;
  /** From when to when it is silent. */
  silent: readonly [number, number];
}

/**
 * Own posts by week of the members and of the benchmark sample: what they do on the audited accounts, and more. Dormant
 * members fall silent years before the day they are activated; some of the others pause as well, for their own reasons.
 */
export function weeklyActivity(
  stage: Stage,
  study: Study,
  members: readonly Member[],
  sample: readonly number[],
  random: RandomStream,
): WeekOfPosts[] {
  const start = startOfWeek(firstDay, study.weekStart);
  const weeks = Math.ceil((Date.parse(`${lastDay}T00:00:00Z`) + day - start) / week);
  const counts = actionsByWeek(stage, new Set([...members.map(({ amplifier }) => amplifier), ...sample]), start, weeks);
  for (const member of members) addPosts(stage, member.amplifier, wayOfMember(member, random), counts, start, random);
  for (const amplifier of sample) addPosts(stage, amplifier, wayOfOthers(random), counts, start, random);
  return [...counts].sort(([a], [b]) => a - b).flatMap(([amplifier, posts]) => rowsOf(amplifier, posts, start));
}

function rowsOf(amplifier: number, counts: Float64Array, start: number): WeekOfPosts[] {
  return [...counts].flatMap((posts, at) => {
    const firstDayOfWeek = new Date(start + at * week).toISOString().slice(0, 10) as UtcDay;
    return posts > 0 ? [{ amplifier, week: firstDayOfWeek, posts }] : [];
  });
}

function actionsByWeek({ events }: Stage, whose: Set<number>, start: number, weeks: number): Map<number, Float64Array> {
  const counts = new Map([...whose].map((amplifier) => [amplifier, new Float64Array(weeks)]));
  for (let event = 0; event < events.count; event += 1) {
    const row = counts.get(events.amplifier.at(event));
    const at = Math.floor((events.time.at(event) - start) / week);
    if (row && at >= 0 && at < weeks) row[at] = (row[at] ?? 0) + 1;
  }
  return counts;
}

function wayOfMember({ origin, createdAt, from }: Member, random: RandomStream): Way {
  const posts = 4 * logNormal(random, 0.7);
  if (origin === "creation burst")
    return { posts, active: 0.6, silent: [createdAt + random.integer(2, 9) * day, from] };
  if (origin === "established") return { posts, active: 0.3 + 0.5 * random.fraction(), silent: [0, 0] };
  const asleep = Date.parse("2017-01-01T00:00:00Z") + random.integer(0, 500) * day;
  return { posts, active: 0.5, silent: [asleep, from] };
}

function wayOfOthers(random: RandomStream): Way {
  const pauses = random.fraction() < 0.15;
  const from = Date.parse("2017-06-01T00:00:00Z") + random.integer(0, 900) * day;
  const silent = pauses ? ([from, from + random.integer(90, 700) * day] as const) : ([0, 0] as const);
  return { posts: 9 * logNormal(random, 1), active: 0.35 + 0.6 * random.fraction(), silent };
}

/** Adds posts to the weeks in which the account exists and isn't silent. */
function addPosts(
  { amplifiers }: Stage,
  amplifier: number,
  { posts, active, silent: [silentFrom, silentTo] }: Way,
  counts: Map<number, Float64Array>,
  start: number,
  random: RandomStream,
): void {
  const row = counts.get(amplifier) as Float64Array;
  for (let at = 0; at < row.length; at += 1) {
    const from = start + at * week;
    const exists = from + day > amplifiers.createdAt.at(amplifier) && from + week <= amplifiers.endOf(amplifier);
    const silent = from + week > silentFrom && from < silentTo;
    if (!exists || silent || random.fraction() >= active) continue;
    row[at] = (row[at] ?? 0) + Math.max(1, Math.round(posts * logNormal(random, 0.6)));
  }
}
