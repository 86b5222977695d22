import { reply } from "../events.js";
import { day } from "../ordinary/window.js";
import { postKinds } from "../posts.js";
import { bounds } from "../rhythm.js";
import type { LondonEvents } from "./london-events.js";
import { share } from "./row.js";
import type { TwinParts } from "./twin-parts.js";

const ownRetweet = postKinds.indexOf("retweet");
/** Weeks with fewer retweets, such as the two that the window cuts, have no share worth a bound. */
const leastInWeek = 30;

/** Replies of the principal in threads of its own, in the amplification window: claim U11 counts them, U3 doesn't. */
export function ownThreadReplies(twin: TwinParts, principal: number): number {
  return postsInWindow(twin, principal).filter((post) => (twin.posts.threadOf[post] ?? -1) >= 0).length;
}

/** The network's share of the ambassador's retweets in each week of the amplification window. */
export function weeklyShares({ events, study }: TwinParts, london: LondonEvents): number[] {
  const { from } = bounds(study.amplificationWindow);
  const firstWeekday = study.weekStart === "sunday" ? 0 : 1;
  const weekFrom = from - ((new Date(from).getUTCDay() - firstWeekday + 7) % 7) * day;
  const all: number[] = [];
  const network: number[] = [];
  for (const event of london.where(london.on(london.ambassador), london.isRetweet, london.inWindow)) {
    const week = Math.floor((events.time.at(event) - weekFrom) / (7 * day));
    all[week] = (all[week] ?? 0) + 1;
    network[week] = (network[week] ?? 0) + Number(london.byNetwork(event));
  }
  return all.flatMap((count, week) => (count >= leastInWeek ? [share(network[week] ?? 0, count)] : []));
}

/** The largest share of the ambassador's main tweets that one member replied to (claim U20). */
export function mostRepliedTo(twin: TwinParts, london: LondonEvents): number {
  const { posts, events } = twin;
  const main = new Set(
    postsInWindow(twin, london.ambassador).filter(
      (post) => posts.kind[post] !== ownRetweet && (posts.threadOf[post] ?? -1) < 0,
    ),
  );
  const repliedTo = new Map<number, Set<number>>();
  for (const event of london.where(london.isKind(reply), london.byNetwork, london.inWindow)) {
    const post = events.post.at(event);
    if (!main.has(post)) continue;
    const amplifier = events.amplifier.at(event);
    const own = repliedTo.get(amplifier) ?? new Set();
    repliedTo.set(amplifier, own.add(post));
  }
  return share(Math.max(0, ...[...repliedTo.values()].map(({ size }) => size)), main.size);
}

function postsInWindow({ posts, study }: TwinParts, principal: number): number[] {
  const { from, to } = bounds(study.amplificationWindow);
  const own = [];
  for (let post = posts.start[principal] ?? 0; post < (posts.start[principal + 1] ?? 0); post += 1) {
    const time = posts.time[post] ?? 0;
    if (time >= from && time < to) own.push(post);
  }
  return own;
}
