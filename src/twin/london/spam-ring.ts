import type { RandomStream } from "../random.js";
import { momentWithin } from "./accounts.js";
import type { OtherAccount } from "./elsewhere.js";
import type { Planted, Planter } from "./planter.js";
import { drawTarget } from "./targets.js";

const second = 1000;

/**
 * A ring that is coordinated indeed, but for five other embassies: its accounts retweet the same posts within the minute.
 * A few of them have also retweeted London once or twice. All but one in ten are still there on 1 March.
 */
export function plantSpamRing(planter: Planter, random: RandomStream): void {
  const { elsewhere, scale } = planter;
  const ring = Array.from({ length: planter.size(22) }, () => {
    const suspendedFrom =
      random.fraction() < 0.1
        ? momentWithin("2021-02-05", "2021-02-26", random)
        : momentWithin("2021-03-05", "2021-06-30", random);
    const createdAt = momentWithin("2019-11-01", "2020-07-15", random);
    return planter.add("spam ring", { createdAt, suspendedFrom }, ["co-activity on other embassies"], random);
  });
  const embassies = random.shuffled(elsewhere.accounts.filter(({ category }) => category === "embassy")).slice(0, 5);
  const actions = Math.round(80 * Math.max(0.3, Math.sqrt(scale)));
  for (let action = 0; action < actions; action += 1) {
    const embassy = embassies[action % Math.max(1, embassies.length)];
    if (embassy) actTogether(planter, ring, embassy, random);
  }
  for (const account of ring) if (random.fraction() < 0.4) visitLondon(planter, account, random);
}

function actTogether(
  { elsewhere }: Planter,
  ring: readonly Planted[],
  { first, end }: OtherAccount,
  random: RandomStream,
): void {
  const post = random.integer(first, end - 1);
  let time = elsewhere.timeOf(post) + random.integer(60, 7200) * second;
  for (const { amplifier, createdAt, until } of random.shuffled(ring).slice(0, random.integer(6, 14))) {
    elsewhere.retweet(amplifier, post, time, createdAt, until);
    time += random.integer(1, 20) * second;
  }
}

function visitLondon(planter: Planter, account: Planted, random: RandomStream): void {
  const targets = planter.stage.targets[0];
  for (let visit = 0; visit < random.integer(1, 2); visit += 1) {
    const target = drawTarget(targets, account.createdAt, Date.parse("2021-01-20T00:00:00Z"), random);
    const posted = targets.time[target];
    if (posted !== undefined) planter.act(account, 0, target, posted + random.integer(600, 80_000) * second);
  }
}
