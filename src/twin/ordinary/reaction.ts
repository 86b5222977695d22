import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import { hasOlderPosts, type Targets } from "./targets.js";
import { reactionDelay, type Temper, whenAwake } from "./temper.js";
import { day, hour, second, type TimeSpan, wholeSecond } from "./window.js";

/** One act of an account, before it is written. */
export interface Reaction {
  /** Number of the post; -1 for one older than the posting window. */
  post: number;
  time: number;
  targetTime: number;
}

/** How often an older post is acted on where there is one, and how long before an account's first act posts still count. */
const olderShare = 0.03;
const lookBack = 4 * day;
/** How far back someone in a burst scrolls. */
const scrolled = 60;

/** Draws the acts of accounts on posts, and remembers which account retweeted what: nobody retweets a post twice. */
export class Reactions {
  private readonly lastRetweeter: Int32Array;

  constructor(
    private readonly targets: Targets,
    private readonly random: RandomStream,
  ) {
    this.lastRetweeter = new Int32Array(targets.retweetable.posts.count).fill(-1);
  }

  /** Says that the account retweeted the post. */
  remember(post: number, amplifier: number): void {
    if (post >= 0) this.lastRetweeter[post] = amplifier;
  }

  /** An act on a post that drew the account, popular posts more often, within the span in which it acts. */
  fresh(amplifier: number, principal: number, acts: TimeSpan, temper: Temper): Reaction {
    const { retweetable } = this.targets;
    const older = hasOlderPosts(this.targets, principal);
    if (older && this.random.fraction() < olderShare) return this.older(principal, acts);
    const end = retweetable.rowAt(principal, acts.to - 60 * second);
    const begin = retweetable.rowAt(principal, acts.from - lookBack);
    const drawn = retweetable.draw(begin, end, this.random);
    const post = drawn >= 0 ? drawn : retweetable.draw(retweetable.first(principal), end, this.random);
    const unseen = post >= 0 ? this.unseen(post, end, amplifier) : -1;
    if (unseen < 0 && older) return this.older(principal, acts);
    return this.reactTo(unseen >= 0 ? unseen : post, acts, temper);
  }

  /** An act seconds after the last one, on one of the latest posts; undefined when there is none left or no time. */
  next(amplifier: number, principal: number, last: number, acts: TimeSpan, temper: Temper): Reaction | undefined {
    const { retweetable } = this.targets;
    const time = last + Math.max(1, Math.round(temper.burstGap * logNormal(this.random, 0.8))) * second;
    if (time >= acts.to) return undefined;
    const end = retweetable.rowAt(principal, time);
    const stop = Math.max(retweetable.first(principal), end - scrolled);
    let skipped = Math.floor(-2 * Math.log(1 - this.random.fraction()));
    for (let post = end - 1; post >= stop; post -= 1) {
      if (!this.isUnseen(post, amplifier) || skipped-- > 0) continue;
      return { post, time, targetTime: retweetable.posts.time[post] ?? 0 };
    }
    return undefined;
  }

  private isUnseen(post: number, amplifier: number): boolean {
    return this.lastRetweeter[post] !== amplifier && this.targets.retweetable.weight(post, post + 1) > 0;
  }

  /** The post, or the nearest after it that the account has not retweeted, or the nearest before; -1 for none. */
  private unseen(drawn: number, end: number, amplifier: number): number {
    for (let post = drawn; post < end; post += 1) if (this.isUnseen(post, amplifier)) return post;
    const first = this.targets.retweetable.first(this.targets.retweetable.posts.principal[drawn] ?? 0);
    for (let post = drawn - 1; post >= first; post -= 1) if (this.isUnseen(post, amplifier)) return post;
    return -1;
  }

  private reactTo(post: number, acts: TimeSpan, temper: Temper): Reaction {
    const targetTime = this.targets.retweetable.posts.time[post] ?? 0;
    const seen = Math.max(targetTime, acts.from);
    const wished = whenAwake(seen + reactionDelay(temper, this.random), temper, this.random);
    const time = wished < acts.to ? wished : seen + this.random.fraction() * (acts.to - seen);
    return { post, time: Math.max(wholeSecond(time), targetTime + second), targetTime };
  }

  private older(principal: number, acts: TimeSpan): Reaction {
    const { window, createdAt } = this.targets;
    const age = 20 * day * logNormal(this.random, 1) + second;
    const created = Math.min((createdAt[principal] ?? 0) + hour, window.from - second);
    const time = acts.from + this.random.fraction() * (acts.to - acts.from);
    return { post: -1, time: wholeSecond(time), targetTime: wholeSecond(Math.max(window.from - age, created)) };
  }
}
