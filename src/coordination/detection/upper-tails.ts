/** Beyond a count as improbable as this, counts need not be told apart. */
const negligible = 1e-7;

/**
 * Upper tails of the number of successes among independent trials, account after account in the same memory: `tails[k]` is the
 * probability of at least k. Exact (Poisson-binomial); sums only positive terms, so small tails keep their digits.
 *
 * Counts are told apart as far as they can matter: up to the one asked for, and to the last that is not negligible. Time of a call
 * is trials times these.
 */
export class UpperTails {
  tails = new Float64Array(64);

  /**
   * Follows the trials whose chances stand from `from` up to `to`. `tails` then holds from 0 to one more than the number it
   * returns: the largest count of at least `asked` that is not negligible.
   */
  follow(chance: Float64Array, from: number, to: number, asked: number): number {
    const most = Math.min(to - from, Math.max(asked, lastThatMatters(chance, from, to)));
    this.makeRoomFor(most + 2);
    const { tails } = this;
    tails.fill(0, 0, most + 2);
    tails[0] = 1;
    let beyond = 0;
    for (let at = from; at < to; at += 1) {
      const success = chance[at] as number;
      const failure = 1 - success;
      beyond += (tails[most] as number) * success;
      for (let count = Math.min(at - from + 1, most); count >= 1; count -= 1) {
        tails[count] = (tails[count] as number) * failure + (tails[count - 1] as number) * success;
      }
      tails[0] = (tails[0] as number) * failure;
    }
    tails[most + 1] = beyond;
    for (let count = most; count >= 0; count -= 1)
      tails[count] = (tails[count] as number) + (tails[count + 1] as number);
    return this.withoutNegligible(most, asked);
  }

  private withoutNegligible(most: number, asked: number): number {
    let last = most;
    while (last > asked && (this.tails[last] as number) < negligible) last -= 1;
    return last;
  }

  private makeRoomFor(size: number): void {
    if (size > this.tails.length) this.tails = new Float64Array(2 * size);
  }
}

const few = 8;

/** A count beyond which all are negligible: the bound of Chernoff for the mean, (mean / k)^k e^(k - mean). */
function lastThatMatters(chance: Float64Array, from: number, to: number): number {
  if (to - from <= few) return to - from;
  let mean = 0;
  for (let at = from; at < to; at += 1) mean += chance[at] as number;
  let count = Math.ceil(mean);
  while (count < to - from && count * (Math.log(mean / count) + 1) - mean > Math.log(negligible)) count += 1;
  return count;
}
