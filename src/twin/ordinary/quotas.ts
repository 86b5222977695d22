import type { RandomStream } from "../random.js";

/** Retweets that each principal is still to get: drawing takes one away, so that the quotas come out exactly. */
export class Quotas {
  private readonly left: Int32Array;
  /** Partial sums of `left` (Fenwick 1994), for draws in proportion to what is left. */
  private readonly tree: Int32Array;
  private readonly highestStep: number;
  private total = 0;

  constructor(quotas: Int32Array) {
    this.left = new Int32Array(quotas.length);
    this.tree = new Int32Array(quotas.length + 1);
    this.highestStep = 2 ** Math.floor(Math.log2(Math.max(1, quotas.length)));
    quotas.forEach((quota, principal) => {
      this.change(principal, quota);
    });
  }

  leftOf(principal: number): number {
    return this.left[principal] ?? 0;
  }

  /** Takes one retweet from the principal. */
  take(principal: number): void {
    this.change(principal, -1);
  }

  /** Draws a principal in proportion to what is left, and takes one retweet from it. */
  draw(random: RandomStream): number {
    if (this.total === 0)
      throw new RangeError("the quotas are used up: 0 left; plan as many retweets as accounts make");
    let rest = Math.floor(random.fraction() * this.total);
    let principal = 0;
    for (let step = this.highestStep; step > 0; step >>= 1) {
      const next = principal + step;
      const sum = next < this.tree.length ? (this.tree[next] ?? 0) : Number.POSITIVE_INFINITY;
      if (sum > rest) continue;
      rest -= sum;
      principal = next;
    }
    this.take(principal);
    return principal;
  }

  private change(principal: number, by: number): void {
    this.left[principal] = (this.left[principal] ?? 0) + by;
    this.total += by;
    for (let node = principal + 1; node < this.tree.length; node += node & -node) {
      this.tree[node] = (this.tree[node] ?? 0) + by;
    }
  }
}
