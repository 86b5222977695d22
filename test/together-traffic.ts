import type { Row } from "../src/corpus/schema.js";
import { randomNumbers } from "../src/statistics/random-numbers.js";
import { instant } from "./tiny-corpus.js";
import { retweet } from "./tiny-retweets.js";

/** Six accounts that act together. */
export const together = ["m1", "m2", "m3", "m4", "m5", "m6"];
/** Thirty that act whenever they like. */
export const crowd = Array.from({ length: 30 }, (_, at) => `x${String(at).padStart(2, "0")}`);

const posts = 60;
const hour = 3_600_000;

/**
 * Retweets of 60 posts of the diplomat "d", two hours apart: the crowd's at any time of the day after, and those of the six at one
 * moment for each post, one after another at a fixed distance in seconds.
 */
export function togetherTraffic(distance: number): Row<"amplifications">[] {
  const random = randomNumbers(`together ${distance}`);
  const rows: Row<"amplifications">[] = [];
  const act = (who: string, post: number, seconds: number) => {
    const posted = Date.parse("2020-07-01T00:00:00Z") + post * 2 * hour;
    const target = { target_post_id: `p${post}`, target_created_at: at(posted) };
    rows.push(retweet(who, at(posted + seconds * 1000), { ...target, amplification_id: `${who} p${post}` }));
  };
  for (let post = 0; post < posts; post += 1) {
    for (const who of crowd) if (random() < 0.33) act(who, post, 60 + Math.floor(random() * 80_000));
    const moment = 3600 + Math.floor(random() * 60_000);
    const present = together.filter(() => random() < 0.5);
    for (const [place, who] of present.entries()) act(who, post, moment + place * distance);
  }
  return rows;
}

function at(milliseconds: number) {
  return instant(new Date(milliseconds).toISOString().replace(".000Z", "Z"));
}
