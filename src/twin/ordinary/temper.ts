import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import { localOffset, type TimeZone } from "../time-zones.js";
import { hour, second } from "./window.js";

/** How an ordinary account behaves. */
export interface Temper {
  zone: TimeZone;
  /** How often it retweets its favourite principal rather than another. */
  loyalty: number;
  /** How often the next retweet follows the last within seconds. */
  burst: number;
  /** Median seconds between retweets of one burst. */
  burstGap: number;
  /** Whether it watches for new posts and mostly retweets them within seconds (claim G14). */
  watches: boolean;
}

/** From this many retweets on an account counts as busy: it needs bursts to make them (claims G9 and G10). */
const busyFrom = 40;

const zonesInAll = 100;

/** Where the audience lives, for accounts that do not live where their favourite is posted: hours ahead of UTC, and percent. */
const zones: readonly [offset: number, weight: number][] = [
  [8, 26],
  [7, 8],
  [5.5, 10],
  [5, 8],
  [3, 7],
  [2, 6],
  [1, 13],
  [0, 5],
  [-3, 4],
  [-5, 8],
  [-8, 5],
];

/** Draws how an account behaves that makes so many retweets and whose favourite principal lives in the zone. */
export function temperOf(retweets: number, favouritesZone: TimeZone, random: RandomStream): Temper {
  const busy = retweets >= busyFrom;
  const watches = random.fraction() < (busy ? 0.22 : 0.02);
  const bursts = !watches && random.fraction() < (busy ? 0.8 : 0.12);
  return {
    zone: random.fraction() < 0.4 ? favouritesZone : someZone(random),
    loyalty: random.fraction() < 0.3 ? 0.95 : 0.3 + 0.4 * random.fraction(),
    burst: bursts ? 0.55 + 0.35 * random.fraction() : 0.08,
    burstGap: 6 * logNormal(random, 0.7),
    watches,
  };
}

function someZone(random: RandomStream): TimeZone {
  let place = random.fraction() * zonesInAll;
  for (const [offset, weight] of zones) {
    if (place < weight) return { offset, europeanSummer: offset >= 0 && offset <= 2 };
    place -= weight;
  }
  return { offset: 0, europeanSummer: false };
}

/** Milliseconds from a post to the reaction to it: seconds for those who watch, else minutes to days. */
export function reactionDelay({ watches }: Temper, random: RandomStream): number {
  const place = random.fraction();
  if (watches && place < 0.85) return (1 + 12 * logNormal(random, 0.8)) * second;
  if (place < 0.06) return 45 * second * logNormal(random, 1);
  return place < 0.8 ? 2.5 * hour * logNormal(random, 1.7) : 30 * hour * logNormal(random, 0.9);
}

/** The moment, put off to the morning if the account sleeps then; programs that watch do not sleep. */
export function whenAwake(moment: number, { zone, watches }: Temper, random: RandomStream): number {
  if (watches) return moment;
  const local = ((moment + localOffset(zone, moment)) / hour) % 24;
  if (local < 0.5 || local >= 7 || random.fraction() < 0.12) return moment;
  return moment + (7 - local + 2.5 * random.fraction()) * hour;
}
