import type { RandomStream } from "../random.js";
import { momentWithin, ordinaryCreation } from "./accounts.js";
import type { Lane } from "./lanes.js";
import type { Planted, Planter } from "./planter.js";

const second = 1000;
const retweetsElsewhere = 2500;

/**
 * Bots that retweet posts of every audited account within seconds. They act on the same targets at the same moments, because
 * each answers to the post and none to the others. A third is suspended.
 */
export function plantAggregators(planter: Planter, windowFrom: number, random: RandomStream): void {
  for (let bot = 0; bot < planter.size(6); bot += 1) {
    const createdAt = ordinaryCreation(windowFrom, random);
    const suspended = bot % 3 === 0 ? { suspendedFrom: momentWithin("2021-01-10", "2021-02-26", random) } : {};
    const account = planter.add(
      "aggregator",
      { createdAt, ...suspended },
      ["retweets every principal within seconds"],
      random,
    );
    const slowest = random.integer(4, 30);
    const coverage = 0.08 + 0.16 * random.fraction();
    for (const lane of [0, 1] as const) coverLondon(planter, account, lane, coverage, slowest, random);
    coverTheOthers(planter, account, slowest, random);
  }
}

function coverLondon(
  planter: Planter,
  account: Planted,
  lane: Lane,
  coverage: number,
  slowest: number,
  random: RandomStream,
): void {
  const { time, firstPost } = planter.stage.targetsIn(lane);
  for (let target = firstPost; target < time.length; target += 1) {
    if (random.fraction() >= coverage) continue;
    planter.act(account, lane, target, (time[target] as number) + random.integer(1, slowest) * second);
  }
}

/** Fewer outside London at small scales, but by the root only: with so few posts left it would look devoted to London. */
function coverTheOthers(
  planter: Planter,
  { amplifier, createdAt, until }: Planted,
  slowest: number,
  random: RandomStream,
): void {
  const { elsewhere, scale } = planter;
  const diplomats = elsewhere.accounts.filter(({ group }) => group === "diplomat");
  const posts = diplomats.reduce((sum, { first, end }) => sum + end - first, 0);
  const share = Math.min(0.5, (retweetsElsewhere * Math.sqrt(scale)) / Math.max(1, posts));
  for (const { first, end } of diplomats) {
    for (let post = first; post < end; post += 1) {
      if (random.fraction() >= share) continue;
      elsewhere.retweet(
        amplifier,
        post,
        elsewhere.timeOf(post) + random.integer(1, slowest) * second,
        createdAt,
        until,
      );
    }
  }
}
