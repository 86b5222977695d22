import type { Semantics } from "./options.js";
import type { PartnerRows } from "./rows.js";

const few = 24;

/**
 * Collects the edges of one account at a time: visits its events, and around each the partners, and counts by partner account in
 * columns that are cleared again. So memory is bounded by events and accounts however many co-actions there are, no pair is ever
 * stored, and edges come out sorted. Each co-action is visited from both its sides.
 */
export class Gatherer {
  /** Partner accounts of the account last gathered, ascending; as many as `gather` returned. */
  readonly partners: Uint32Array;
  /** For each of them co-actions, or for `qut` the messages with a partner. */
  readonly weight: Uint32Array;
  /** For each of them the sum of the differences in time, in ticks. */
  readonly ticks: Float64Array;
  private readonly lastRow: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly rowsByActor: Uint32Array;

  constructor(
    private readonly rows: PartnerRows,
    actors: number,
    private readonly semantics: Semantics,
  ) {
    this.partners = new Uint32Array(actors);
    this.weight = new Uint32Array(actors);
    this.ticks = new Float64Array(actors);
    this.lastRow = new Uint32Array(semantics === "qut" ? actors : 0);
    [this.starts, this.rowsByActor] = grouped(rows.actor, actors);
  }

  /**
   * Counts the partners of an account: those with a higher number, and for `qut` all. `clear` must be called before the next.
   *
   * @returns how many accounts they are
   */
  gather(actor: number): number {
    const [from, to] = [this.starts[actor] as number, this.starts[actor + 1] as number];
    const count = this.semantics === "qut" ? this.messages(actor, from, to) : this.coActions(actor, from, to);
    const found = this.partners.subarray(0, count);
    if (count > few) found.sort();
    else insertionSort(found);
    return count;
  }

  /** Forgets the first `count` partners. */
  clear(count: number): void {
    const { partners, weight, ticks } = this;
    for (let at = 0; at < count; at += 1) {
      weight[partners[at] as number] = 0;
      ticks[partners[at] as number] = 0;
    }
  }

  private coActions(own: number, from: number, to: number): number {
    const { actor, time, partners, coortweet } = this.rows;
    const [{ ticks }, { first, past }] = [time, partners];
    const isQualified = coortweet === undefined || coortweet.qualified[own] === 1;
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const row = this.rowsByActor[at] as number;
      const [tick, end] = [ticks[row] as number, past[row] as number];
      for (let other = first[row] as number; other < end; other += 1) {
        const partner = actor[other] as number;
        if (partner <= own) continue;
        if (coortweet) {
          if (coortweet.event[other] === coortweet.event[row]) continue;
          if (!isQualified && coortweet.qualified[partner] === 0) continue;
        }
        const before = this.weight[partner] as number;
        if (before === 0) {
          this.partners[count] = partner;
          count += 1;
        }
        this.weight[partner] = before + 1;
        this.ticks[partner] = (this.ticks[partner] as number) + Math.abs((ticks[other] as number) - tick);
      }
    }
    return count;
  }

  /** A message counts once for a partner, however many of the partner's messages are within the window. */
  private messages(own: number, from: number, to: number): number {
    const { actor, partners } = this.rows;
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const row = this.rowsByActor[at] as number;
      const end = partners.past[row] as number;
      for (let other = partners.first[row] as number; other < end; other += 1) {
        const partner = actor[other] as number;
        const before = this.weight[partner] as number;
        if (partner === own || (before > 0 && this.lastRow[partner] === row)) continue;
        if (before === 0) {
          this.partners[count] = partner;
          count += 1;
        }
        this.lastRow[partner] = row;
        this.weight[partner] = before + 1;
      }
    }
    return count;
  }
}

/** Rows by actor: where each actor's begin, and the rows. */
function grouped(actor: Uint32Array, actors: number): [starts: Uint32Array, rows: Uint32Array] {
  const starts = new Uint32Array(actors + 1);
  for (const one of actor) starts[one + 1] = (starts[one + 1] as number) + 1;
  for (let at = 1; at <= actors; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const [next, rows] = [starts.slice(), new Uint32Array(actor.length)];
  for (let row = 0; row < actor.length; row += 1) {
    const place = next[actor[row] as number] as number;
    rows[place] = row;
    next[actor[row] as number] = place + 1;
  }
  return [starts, rows];
}

function insertionSort(numbers: Uint32Array): void {
  for (let next = 1; next < numbers.length; next += 1) {
    const number = numbers[next] as number;
    let at = next;
    for (; at > 0 && (numbers[at - 1] as number) > number; at -= 1) numbers[at] = numbers[at - 1] as number;
    numbers[at] = number;
  }
}
