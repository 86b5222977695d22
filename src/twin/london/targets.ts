import { drawn, logNormal, runningTotals } from "../draws.js";
import { type Posts, postKinds } from "../posts.js";
import type { RandomStream } from "../random.js";

const day = 86_400_000;
const ownRetweet = postKinds.indexOf("retweet");

/** What one of London's accounts wrote and others can act on, oldest first. A target is its row number. */
export interface Targets {
  /** Number of the principal. */
  principal: number;
  time: Float64Array;
  /** Number of the post; -1 for the tweets from before the posting window, which `time` alone tells apart. */
  post: Int32Array;
  /** 1 where the target continues a thread. */
  thread: Uint8Array;
  /** Running totals of how much each draws. */
  draw: Float64Array;
  /** First target that is a post of the posting window. */
  firstPost: number;
}

/** Where the targets of one account come from. */
export interface TargetOptions {
  principal: number;
  createdAt: number;
  posts: Posts;
  /** When the posting window begins, and how many older tweets can still be acted on. */
  windowFrom: number;
  older: number;
}

/** The account's own tweets: retweets are left out, since acting on one counts for the author of the original. */
export function targetsOf(options: TargetOptions, random: RandomStream): Targets {
  const { principal, posts } = options;
  const older = olderTimes(options, random);
  const own: number[] = [];
  for (let post = posts.start[principal] ?? 0; post < (posts.start[principal + 1] ?? 0); post += 1) {
    if (posts.kind[post] !== ownRetweet) own.push(post);
  }
  const continues = (post: number) => Number((posts.threadOf[post] ?? -1) >= 0);
  const thread = Uint8Array.from([...older.map(() => 0), ...own.map(continues)]);
  return {
    principal,
    time: Float64Array.from([...older, ...own.map((post) => posts.time[post] ?? 0)]),
    post: Int32Array.from([...older.map(() => -1), ...own]),
    thread,
    draw: runningTotals(Array.from(thread, (isThread) => logNormal(random, 1) * (isThread ? 0.35 : 1))),
    firstPost: older.length,
  };
}

/** Different whole seconds in the year before the window, none from before the account was opened. */
function olderTimes({ createdAt, windowFrom, older }: TargetOptions, random: RandomStream): number[] {
  const first = Math.ceil(Math.max(createdAt, windowFrom - 250 * day) / 1000);
  const last = windowFrom / 1000 - 1;
  const times = new Set<number>();
  const room = Math.min(older, Math.floor((last - first) / 1000));
  while (times.size < room) times.add(random.integer(first, last) * 1000);
  return [...times].sort((a, b) => a - b);
}

/** Number of targets from before the moment, which is also the first one after. */
export function targetsBefore({ time }: Targets, moment: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] as number) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One of the targets posted from one moment to another, popular ones more often; -1 if there are none. */
export function drawTarget(targets: Targets, from: number, to: number, random: RandomStream): number {
  const { draw } = targets;
  const first = targetsBefore(targets, from);
  const end = targetsBefore(targets, to);
  if (first === end) return -1;
  const low = first > 0 ? (draw[first - 1] as number) : 0;
  const high = draw[end - 1] as number;
  const target = drawn(draw, (low + random.fraction() * (high - low)) / (draw[draw.length - 1] as number));
  return Math.min(Math.max(target, first), end - 1);
}
