import type { ByteTexts } from "../events/byte-texts.js";
import type { Gatherer } from "./gather.js";
import { LineBytes, putNumber, putText } from "./line-bytes.js";

const comma = 0x2c;
const newline = 0x0a;

/** What one stretch of the edge file holds. */
export interface EdgeCounts {
  edges: number;
  /** Sum of the weights: co-actions, or for `qut` messages. */
  weight: number;
}

/** The header of the edge file. */
export function edgeHeader(directed: boolean): string {
  return directed ? "user_1,user_2,weight\n" : "account_a,account_b,weight,mean_delta_s\n";
}

/** Writes the edges of accounts, one line each, into bytes. */
export class EdgeLines {
  readonly lines = new LineBytes();
  private readonly longest: number;

  constructor(
    private readonly gatherer: Gatherer,
    /** Names as CSV cells, each with the comma behind it. */
    private readonly cells: ByteTexts,
    private readonly perSecond: number,
    private readonly directed: boolean,
  ) {
    let longest = 0;
    for (let at = 0; at < cells.count; at += 1) {
      longest = Math.max(longest, (cells.starts[at + 1] as number) - (cells.starts[at] as number));
    }
    this.longest = longest;
  }

  /** Appends the edges of the accounts from `from` up to `to`. */
  append(from: number, to: number): EdgeCounts {
    const counts = { edges: 0, weight: 0 };
    for (let account = from; account < to; account += 1) {
      const partners = this.gatherer.gather(account);
      if (partners === 0) continue;
      this.lines.reserve(partners, this.longest);
      counts.weight += this.appendPartners(account, partners);
      counts.edges += partners;
      this.gatherer.clear(partners);
    }
    return counts;
  }

  private appendPartners(account: number, count: number): number {
    const { lines, cells, perSecond, directed } = this;
    const { partners, weight, ticks } = this.gatherer;
    const { target } = lines;
    let at = lines.length;
    let sum = 0;
    for (let which = 0; which < count; which += 1) {
      const partner = partners[which] as number;
      const times = weight[partner] as number;
      at = putText(target, at, cells, account);
      at = putText(target, at, cells, partner);
      at = putNumber(target, at, times);
      if (!directed) {
        target.bytes[at] = comma;
        at = putNumber(target, at + 1, (ticks[partner] as number) / (times * perSecond));
      }
      target.bytes[at] = newline;
      at += 1;
      sum += times;
    }
    lines.length = at;
    return sum;
  }
}
