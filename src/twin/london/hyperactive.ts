import type { RandomStream } from "../random.js";
import { momentWithin, ordinaryCreation } from "./accounts.js";
import type { Planter } from "./planter.js";
import { targetsBefore } from "./targets.js";

const second = 1000;
const day = 86_400_000;
const runs = 150;

/** One account that retweets whatever it finds, day and night, in quick runs; it belongs to nobody and is suspended. */
export function plantHyperactive(planter: Planter, windowFrom: number, random: RandomStream): void {
  const createdAt = ordinaryCreation(windowFrom - 90 * day, random);
  const suspendedFrom = momentWithin("2021-02-08", "2021-02-26", random);
  const account = planter.add("hyperactive", { createdAt, suspendedFrom }, ["runs at all hours"], random);
  const targets = planter.stage.targets[0];
  const end = Math.min(suspendedFrom, Date.parse("2021-02-01T00:00:00Z"));
  for (let run = 0; run < Math.round(runs * planter.part); run += 1) {
    let time = random.integer(windowFrom / second, end / second - 1) * second;
    const latest = targetsBefore(targets, time) - 1;
    for (let target = latest; target > latest - random.integer(2, 12); target -= 1) {
      if (planter.act(account, 0, target, time)) time += random.integer(1, 25) * second;
    }
  }
  planter.retweetElsewhere(account, 2500, random);
}
