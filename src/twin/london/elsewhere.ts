import { drawn, runningTotals } from "../draws.js";
import { type Events, retweet } from "../events.js";
import { type Posts, postKinds } from "../posts.js";
import type { TwinPrincipal } from "../principals.js";
import type { RandomStream } from "../random.js";
import { ordinaryDelay } from "./reactions.js";

const ownRetweet = postKinds.indexOf("retweet");
const attempts = 12;

/** One of the audited accounts other than London's, on Twitter, with posts to act on. */
export interface OtherAccount {
  principal: number;
  category: string | null;
  group: string;
  first: number;
  end: number;
}

/** Retweets of the other audited accounts, by accounts whose London part is planted. */
export class Elsewhere {
  readonly accounts: readonly OtherAccount[];
  private readonly weights: Float64Array;
  private readonly done = new Set<number>();

  constructor(
    principals: readonly TwinPrincipal[],
    londoners: readonly number[],
    private readonly posts: Posts,
    private readonly events: Events,
    private readonly window: { from: number; to: number },
  ) {
    this.accounts = principals.flatMap(({ account, principal }, at) => {
      const first = posts.start[at] ?? 0;
      const end = posts.start[at + 1] ?? first;
      const fits = account.platform === "twitter" && !londoners.includes(at) && end > first;
      return fits ? [{ principal: at, category: principal.category, group: principal.group, first, end }] : [];
    });
    this.weights = runningTotals(this.accounts.map((account) => this.attention(account)));
  }

  /** What the account draws: the shares of its posts. State media get a small part of what London's audience does. */
  private attention({ first, end, group }: OtherAccount): number {
    let shares = 0;
    for (let post = first; post < end; post += 1) shares += Math.max(0, this.posts.shares[post] ?? 0);
    return (1 + shares) * (group === "diplomat" ? 1 : 0.01);
  }

  /** Retweets a post of some other account at an ordinary delay, if chance finds one while the account exists. */
  retweetSomething(amplifier: number, from: number, until: number, random: RandomStream): boolean {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const account = this.accounts[drawn(this.weights, random.fraction())];
      if (!account) return false;
      const post = random.integer(account.first, account.end - 1);
      if (this.retweet(amplifier, post, this.timeOf(post) + ordinaryDelay(random), from, until)) return true;
    }
    return false;
  }

  timeOf(post: number): number {
    return this.posts.time[post] ?? Number.POSITIVE_INFINITY;
  }

  /** Retweets that post then, unless it can't be: an own retweet, done before, or outside the span or the window. */
  retweet(amplifier: number, post: number, time: number, from: number, until: number): boolean {
    const key = amplifier * (this.posts.count + 1) + post;
    const possible = time > from && time < until && time >= this.window.from && time < this.window.to;
    if (!possible || this.posts.kind[post] === ownRetweet || this.done.has(key)) return false;
    this.done.add(key);
    this.events.add(amplifier, this.posts.principal[post] as number, post, retweet, time, this.timeOf(post));
    return true;
  }
}
