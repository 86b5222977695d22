import type { Posts } from "../posts.js";
import type { TwinPrincipal } from "../principals.js";
import { type TimeZone, timeZoneOf } from "../time-zones.js";
import { Retweetable } from "./retweetable.js";
import { day, hour, type TimeSpan } from "./window.js";

/** What ordinary accounts can act on: the posts of each principal, and whether it has older ones. */
export interface Targets {
  window: TimeSpan;
  retweetable: Retweetable;
  /** When each principal's account was created, in milliseconds. */
  createdAt: Float64Array;
  /** First moment at which each principal has something to act on; -Infinity with posts older than the window. */
  availableFrom: Float64Array;
  zones: readonly TimeZone[];
}

/** Nothing posted in the last hours of the window is acted on, so that every reaction falls into it. */
const lastReactions = 2 * hour;

/** Looks up once what every account needs to know of the principals. */
export function targetsOf(principals: readonly TwinPrincipal[], posts: Posts, window: TimeSpan): Targets {
  const retweetable = new Retweetable(posts, window.to - lastReactions);
  const createdAt = Float64Array.from(principals, ({ account }) => Date.parse(account.created_at ?? ""));
  return {
    window,
    retweetable,
    createdAt,
    availableFrom: createdAt.map((created, principal) =>
      created < window.from - day ? Number.NEGATIVE_INFINITY : retweetable.firstTime(principal),
    ),
    zones: principals.map(({ principal }) => timeZoneOf(principal)),
  };
}

/** Whether the principal had posted before the window; nobody's account date means nobody's older posts. */
export function hasOlderPosts({ availableFrom }: Targets, principal: number): boolean {
  return availableFrom[principal] === Number.NEGATIVE_INFINITY;
}
