import type { Amplifiers } from "../amplifiers.js";
import { logNormal } from "../draws.js";
import { type Events, type quote, type reply, retweet } from "../events.js";
import type { RandomStream } from "../random.js";
import { type Fate, type Life, lifeOf } from "./lives.js";
import type { Quotas } from "./quotas.js";
import { Reactions } from "./reaction.js";
import type { Talk } from "./talk.js";
import type { Targets } from "./targets.js";
import { type Temper, temperOf } from "./temper.js";
import { day } from "./window.js";

/** How many retweets an account is to make of an audience whose principals still have quotas. */
export interface Work {
  quotas: Quotas;
  retweets: number;
}

/** Where ordinary accounts are written and what they act on. */
export interface CrowdOptions {
  amplifiers: Amplifiers;
  events: Events;
  targets: Targets;
  statusDays: readonly [number, number];
}

/** Adds ordinary accounts one after the other, each with all that it does. */
export class Crowd {
  private readonly reactions: Reactions;
  /** Principals that the account at hand is to retweet, in order. */
  private readonly whom: number[] = [];

  constructor(
    private readonly options: CrowdOptions,
    private readonly random: RandomStream,
  ) {
    this.reactions = new Reactions(options.targets, random);
  }

  /** Adds an account that does this work, and talks about these principals as often as they are named. */
  add(fate: Fate, work: readonly Work[], talk: Talk, talks: number): void {
    const favourites = work.map(({ quotas }) => quotas.draw(this.random));
    const retweets = work.reduce((sum, one) => sum + one.retweets, 0);
    const talked = Array.from({ length: talks }, () => talk.principal(favourites[0], this.random));
    const home = favourites[0] ?? talked[0] ?? 0;
    const temper = temperOf(
      retweets,
      this.options.targets.zones[home] ?? { offset: 0, europeanSummer: false },
      this.random,
    );
    this.whom.length = 0;
    work.forEach((one, at) => {
      this.deal(one, favourites[at] ?? 0, temper.loyalty);
    });
    const life = this.lifeOf(fate, talked, retweets);
    const amplifier = this.options.amplifiers.add({
      group: "ordinary",
      createdAt: life.createdAt,
      suspendedFrom: life.suspendedFrom,
      deletedFrom: life.deletedFrom,
      followers: Math.floor(110 * logNormal(this.random, 1.9)),
    });
    this.retweetAll(amplifier, life, temper);
    for (const principal of talked) this.talkAbout(amplifier, principal, talk.kind(this.random), life, temper);
  }

  /** Chooses whom to retweet: the favourite first and often, but not more than half of what it posted. */
  private deal({ quotas, retweets }: Work, favourite: number, loyalty: number): void {
    const { retweetable } = this.options.targets;
    let room = Math.max(1, (retweetable.end(favourite) - retweetable.first(favourite)) / 2);
    this.whom.push(favourite);
    for (let further = retweets - 1; further > 0; further -= 1) {
      room -= 1;
      const loyal = room > 0 && quotas.leftOf(favourite) > 0 && this.random.fraction() < loyalty;
      if (loyal) quotas.take(favourite);
      this.whom.push(loyal ? favourite : quotas.draw(this.random));
    }
  }

  /** A life long enough for what the account does, and not over before the last of its principals posted. */
  private lifeOf(fate: Fate, talked: readonly number[], retweets: number): Life {
    const { targets, statusDays } = this.options;
    let notBefore = targets.window.from + Math.min(90, retweets / 8) * day;
    for (const principal of this.whom) notBefore = Math.max(notBefore, targets.availableFrom[principal] ?? 0);
    for (const principal of talked) notBefore = Math.max(notBefore, targets.availableFrom[principal] ?? 0);
    return lifeOf(fate, { window: targets.window, statusDays, notBefore }, this.random);
  }

  private retweetAll(amplifier: number, { acts }: Life, temper: Temper): void {
    let last = Number.NEGATIVE_INFINITY;
    for (const principal of this.whom) {
      const follows = last > 0 && this.random.fraction() < temper.burst;
      const { post, time, targetTime } =
        (follows ? this.reactions.next(amplifier, principal, last, acts, temper) : undefined) ??
        this.reactions.fresh(amplifier, principal, acts, temper);
      this.reactions.remember(post, amplifier);
      this.options.events.add(amplifier, principal, post, retweet, time, targetTime);
      last = time;
    }
  }

  private talkAbout(
    amplifier: number,
    principal: number,
    kind: typeof quote | typeof reply,
    life: Life,
    temper: Temper,
  ) {
    const { post, time, targetTime } = this.reactions.fresh(-2, principal, life.acts, temper);
    this.options.events.add(amplifier, principal, post, kind, time, targetTime);
  }
}
