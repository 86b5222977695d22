import { type Posts, postKinds } from "../posts.js";
import type { RandomStream } from "../random.js";

const ownRetweet = postKinds.indexOf("retweet");
/** What a post that nobody shared weighs beside one shared once. */
const unsharedWeight = 0.25;

/** The posts that others can retweet: a principal's own retweets are not among them, since those count for the author. */
export class Retweetable {
  readonly posts: Posts;
  /** Sum of the weights of all posts before this one. */
  private readonly before: Float64Array;

  /** Posts from `end` on draw nothing. */
  constructor(posts: Posts, end: number) {
    this.posts = posts;
    this.before = new Float64Array(posts.count + 1);
    for (let post = 0; post < posts.count; post += 1) {
      const drawn = posts.kind[post] !== ownRetweet && (posts.time[post] ?? 0) < end;
      const weight = drawn ? Math.max(0, posts.shares[post] ?? 0) + unsharedWeight : 0;
      this.before[post + 1] = (this.before[post] ?? 0) + weight;
    }
  }

  /** How much the posts from one row to another (the last not included) draw. */
  weight(from: number, to: number): number {
    return (this.before[to] ?? 0) - (this.before[from] ?? 0);
  }

  /** How much all posts of the principal draw. */
  reach(principal: number): number {
    return this.weight(this.first(principal), this.end(principal));
  }

  first(principal: number): number {
    return this.posts.start[principal] ?? 0;
  }

  end(principal: number): number {
    return this.posts.start[principal + 1] ?? 0;
  }

  /** First row of the principal at or after the moment. */
  rowAt(principal: number, moment: number): number {
    const { time } = this.posts;
    let low = this.first(principal);
    let high = this.end(principal);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((time[middle] ?? 0) < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** One of the rows from one to another, in proportion to how much each draws; -1 when none draws anything. */
  draw(from: number, to: number, random: RandomStream): number {
    const base = this.before[from] ?? 0;
    const weight = this.weight(from, to);
    if (!(weight > 0)) return -1;
    const goal = base + random.fraction() * weight;
    let low = from;
    let high = to - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.before[middle + 1] ?? 0) > goal) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Time of the principal's first post that draws anything; Infinity when none does. */
  firstTime(principal: number): number {
    for (let post = this.first(principal); post < this.end(principal); post += 1) {
      if (this.weight(post, post + 1) > 0) return this.posts.time[post] ?? 0;
    }
    return Number.POSITIVE_INFINITY;
  }
}
