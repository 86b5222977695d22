import type { RandomStream } from "../random.js";
import { momentWithin } from "./accounts.js";
import type { Planter } from "./planter.js";
import { targetsBefore } from "./targets.js";
import { pupilReply } from "./texts.js";

const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;
const firstLesson = Date.parse("2020-09-15T00:00:00Z");
const weeks = 19;

/**
 * A language school: on Tuesday and Thursday afternoons its pupils reply to one of London's posts with sentences they were
 * set, within the same minutes. Accounts were opened for the course, over two weeks.
 */
export function plantPupils(planter: Planter, random: RandomStream): void {
  const pupils = Array.from({ length: planter.size(16) }, () => {
    const createdAt = momentWithin("2020-09-01", "2020-09-13", random);
    return planter.add("pupil", { createdAt }, ["set sentences", "same minutes"], random);
  });
  const targets = planter.stage.targets[0];
  for (let week = 0; week < weeks; week += 1) {
    for (const lesson of [0, 2]) {
      const begins = firstLesson + (7 * week + lesson) * day + 14 * hour + random.integer(300, 2400) * second;
      const target = targetsBefore(targets, begins) - 1 - random.integer(0, 4);
      for (const pupil of pupils) {
        if (random.fraction() < 0.45)
          planter.act(pupil, 2, target, begins + random.integer(0, 600) * second, pupilReply(random));
      }
    }
  }
  for (const pupil of pupils) planter.retweetElsewhere(pupil, random.integer(0, 4), random);
}
