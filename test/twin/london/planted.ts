import { oii2021 } from "../../../src/study/oii-2021.js";
import { Amplifiers } from "../../../src/twin/amplifiers.js";
import { Events } from "../../../src/twin/events.js";
import { type LondonPlan, plantLondon } from "../../../src/twin/london/plant-london.js";
import { makePosts } from "../../../src/twin/make-posts.js";
import type { Posts } from "../../../src/twin/posts.js";
import { postKinds } from "../../../src/twin/posts.js";
import { twinPrincipals } from "../../../src/twin/principals.js";

export const windowFrom = Date.parse("2020-06-09T00:00:00Z");
export const windowTo = Date.parse("2021-02-01T00:00:00Z");
export const firstQuery = Date.parse("2021-03-01T00:00:00Z");
export const secondQuery = Date.parse("2021-05-05T00:00:00Z");

/** One event, as an object that tests can filter. */
export interface PlantedEvent {
  amplifier: number;
  principal: number;
  post: number;
  kind: number;
  time: number;
  targetTime: number;
  text: string | undefined;
  /** "network", the group of a hard negative, or "ordinary". */
  group: string;
}

/** London as planted into real posts of the twin, with what most tests ask of it. */
export interface PlantedLondon {
  plan: LondonPlan;
  amplifiers: Amplifiers;
  posts: Posts;
  events: PlantedEvent[];
  ambassador: number;
  embassy: number;
}

export function planted(seed: number, { scale = 0.05, effort = 1 } = {}): PlantedLondon {
  const principals = twinPrincipals(seed);
  const posts = makePosts(principals, { seed, scale, study: oii2021 });
  const amplifiers = new Amplifiers();
  const columns = new Events();
  const plan = plantLondon({ principals, posts, amplifiers, events: columns, seed, scale, effort, study: oii2021 });
  const number = (handle: string) =>
    principals.findIndex(({ account }) => account.platform === "twitter" && account.handle === handle);
  return {
    plan,
    amplifiers,
    posts,
    events: Array.from({ length: columns.count }, (_, at) => eventAt(columns, amplifiers, at)),
    ambassador: number("twin_ambassador_gb"),
    embassy: number("twin_embassy_gb"),
  };
}

function eventAt(columns: Events, amplifiers: Amplifiers, at: number): PlantedEvent {
  const amplifier = columns.amplifier.at(at);
  return {
    amplifier,
    principal: columns.principal.at(at),
    post: columns.post.at(at),
    kind: columns.kind.at(at),
    time: columns.time.at(at),
    targetTime: columns.targetTime.at(at),
    text: columns.texts.get(at),
    group: amplifiers.planted.get(amplifier)?.group ?? "ordinary",
  };
}

export function inWindow({ time }: { time: number }): boolean {
  return time >= windowFrom && time < windowTo;
}

/** The ambassador's posts of the amplification window: main tweets and those that continue a thread. */
export function ownTweets({ posts, ambassador }: PlantedLondon): { main: number[]; thread: number[] } {
  const tweets = { main: [] as number[], thread: [] as number[] };
  for (let post = posts.start[ambassador] ?? 0; post < (posts.start[ambassador + 1] ?? 0); post += 1) {
    if (posts.kind[post] === postKinds.indexOf("retweet") || !inWindow({ time: posts.time[post] ?? 0 })) continue;
    tweets[(posts.threadOf[post] ?? -1) >= 0 ? "thread" : "main"].push(post);
  }
  return tweets;
}

export function countBy<Item>(items: Iterable<Item>, key: (item: Item) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Pairs of accounts that acted on the same target within 60 s, with how often; every pair of events counts. */
export function coActivity(events: readonly PlantedEvent[]): Map<string, number> {
  const sorted = [...events].sort(
    (a, b) => a.principal - b.principal || a.targetTime - b.targetTime || a.time - b.time,
  );
  const pairs = new Map<string, number>();
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next] as PlantedEvent;
      if (other.principal !== one.principal || other.targetTime !== one.targetTime) break;
      if (other.time - one.time > 60_000) break;
      if (other.amplifier === one.amplifier) continue;
      const pair = [one.amplifier, other.amplifier].sort((a, b) => a - b).join(" ");
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}
