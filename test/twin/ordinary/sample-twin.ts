import { oii2021 } from "../../../src/study/oii-2021.js";
import { Amplifiers } from "../../../src/twin/amplifiers.js";
import { Events, reply, retweet } from "../../../src/twin/events.js";
import { addOrdinary } from "../../../src/twin/ordinary/add-ordinary.js";
import type { Posts } from "../../../src/twin/posts.js";
import { type TwinPrincipal, twinPrincipals } from "../../../src/twin/principals.js";
import { type RandomStream, randomStream } from "../../../src/twin/random.js";

const from = Date.parse("2020-06-09T00:00:00Z");
const to = Date.parse("2021-02-24T00:00:00Z");
const day = 86_400_000;
const postsOfMedian = 800;

/** Posts for tests of what is built on them: heavy-tailed volumes and shares, a fifth of them own retweets. */
export function samplePosts(principals: readonly TwinPrincipal[], seed: number, scale: number): Posts {
  const random = randomStream(seed, "sample posts");
  const counts = principals.map(() => Math.max(2, Math.round(postsOfMedian * scale * heavy(random))));
  const count = counts.reduce((sum, one) => sum + one, 0);
  const column = (fill: number) => new Int32Array(count).fill(fill);
  const posts: Posts = {
    count,
    principal: column(0),
    start: new Int32Array(principals.length + 1),
    time: new Float64Array(count),
    kind: new Uint8Array(count),
    threadOf: column(-1),
    likes: column(0),
    replies: column(0),
    shares: column(0),
  };
  let row = 0;
  principals.forEach(({ account }, principal) => {
    const begin = Math.max(from, Date.parse(account.created_at ?? ""));
    const own = counts[principal] ?? 0;
    posts.principal.fill(principal, row, row + own);
    for (let at = 0; at < own; at += 1, row += 1) {
      posts.time[row] = Math.floor((begin + ((at + random.fraction()) / own) * (to - begin)) / 1000) * 1000;
      posts.kind[row] = random.fraction() < 0.2 ? 1 : 0;
      posts.shares[row] = posts.kind[row] === 1 ? -1 : Math.floor(5 * heavy(random));
    }
    posts.start[principal + 1] = row;
  });
  return posts;
}

function heavy(random: RandomStream): number {
  return Math.min(40, (1 - random.fraction()) ** -0.8 - 0.5);
}

/** Principals, posts, and what `planted` leaves in them, filled up with ordinary accounts. */
export function sampleTwin(seed: number, scale: number, plant?: (twin: PlantedTwin) => void) {
  const principals = twinPrincipals(seed);
  const posts = samplePosts(principals, seed, scale);
  const twin = { principals, posts, amplifiers: new Amplifiers(), events: new Events(), seed, scale, study: oii2021 };
  plant?.(twin);
  const planted = { events: twin.events.count, accounts: twin.amplifiers.count };
  addOrdinary(twin);
  return { ...twin, planted };
}

export interface PlantedTwin {
  principals: readonly TwinPrincipal[];
  amplifiers: Amplifiers;
  events: Events;
}

export function principalOf(principals: readonly TwinPrincipal[], handle: string): number {
  return principals.findIndex(({ account }) => account.platform === "twitter" && account.handle === handle);
}

/** London's 45,332 retweets and some replies, half of them by accounts that are suspended in January. */
export function plantLondonOf(retweets: number) {
  return ({ principals, amplifiers, events }: PlantedTwin) => {
    const suspendedFrom = Date.parse("2021-01-20T00:00:00Z");
    const accounts = Array.from({ length: 2_000 }, (_, at) =>
      amplifiers.add({
        group: "network",
        createdAt: from - 100 * day,
        followers: 5,
        ...(at % 2 === 0 ? { suspendedFrom } : {}),
      }),
    );
    const ambassador = principalOf(principals, "twin_ambassador_gb");
    for (let at = 0; at < retweets; at += 1) {
      const time = from + 10 * day + at * 1000;
      events.add(accounts[at % 2_000] ?? 0, ambassador, -1, at % 10 === 9 ? reply : retweet, time, from - day);
      if (at % 10 === 9) events.add(accounts[at % 2_000] ?? 0, ambassador, -1, retweet, time, from - day);
    }
  };
}
