import type { EventTable } from "../events/event-table.js";
import { countPairs } from "./count.js";
import { Gatherer } from "./gather.js";
import { type CoActivityOptions, checkedOptions } from "./options.js";
import { rowsFor } from "./rows.js";
import { refuseTooMany } from "./too-many.js";

/** Edges between accounts as columns, sorted by `a` and then `b`. */
export interface Edges {
  /** Numbers of the accounts in the table's `actors`; `a` is the smaller, except for `qut`. */
  a: Uint32Array;
  b: Uint32Array;
  /** Co-actions; for `qut` messages of `a` with at least one of `b` within the window. */
  weight: Uint32Array;
  /** Mean difference in time of the co-actions, in seconds; for `qut` NaN. */
  meanDelta: Float64Array;
  /** Events left out because their id came before, and because their account has too few. */
  repeated: number;
  tooFew: number;
}

/**
 * Pairs of different accounts that acted on the same target together, how often and how far apart.
 *
 * - `pairwise` (default): two events at most `window` seconds apart, both ends included. Of events with the same id the earliest
 *   counts. So do Schoch et al. 2022 (Scientific Reports 12, 4572) and the papers.
 * - `bins`: two events in the same stretch of `window` seconds, counted from the target's first event or from the epoch (CooRnet:
 *   Giglietto et al. 2020). Misses pairs across an edge.
 * - `chained`: two events with no gap above `window` between them, so that a busy target is one long chain.
 * - `qut`: directed; messages of the one with at least one of the other within `window`, as the QUT coordination network toolkit
 *   (Graham 2020) counts.
 * - `coortweet`: as CooRTweet's `detect_groups` (Righetti and Balluff). Repeated event ids are **not** dropped, so that a row
 *   given twice pairs twice; two rows of one event are no pair, nor is an event whose id is its target's in any. Accounts with
 *   fewer rows than `minParticipation` go first; then a pair needs **one** account that has so many rows whose event stands in
 *   any pair. CooRTweet's further threshold on the weights is left to the reader of the edges.
 *
 * Under all semantics but `coortweet`, accounts with fewer events than `minParticipation` are left out, so both of a pair have so
 * many. Accounts never pair with themselves. Differences are exact to the microsecond.
 *
 * Time is events plus co-actions, plus sorting each account's partners; memory events plus edges, whatever the co-actions.
 *
 * @throws UserError for an option that is none, or more than `most` co-actions, with their exact number.
 * @example
 * coActivity(eventsOf([{ actor: "a", target: "t", seconds: 0 }, { actor: "b", target: "t", seconds: 60 }]), { window: 60 }).weight[0]; // 1
 */
export function coActivity(events: EventTable, options: CoActivityOptions): Edges {
  const { semantics, most } = checkedOptions(options);
  const rows = rowsFor(events, options);
  refuseTooMany(countPairs(rows.partners) - countPairs(rows.partners, rows.actor, events.actors.length), most);
  const gatherer = new Gatherer(rows, events.actors.length, semantics);
  const edges = new EdgeColumns();
  for (let a = 0; a < events.actors.length; a += 1) {
    const count = gatherer.gather(a);
    for (let at = 0; at < count; at += 1) {
      const b = gatherer.partners[at] as number;
      const weight = gatherer.weight[b] as number;
      const meanDelta = (gatherer.ticks[b] as number) / (weight * rows.time.perSecond);
      edges.add(a, b, weight, semantics === "qut" ? Number.NaN : meanDelta);
    }
    gatherer.clear(count);
  }
  return { ...edges.finish(), repeated: rows.repeated, tooFew: rows.tooFew };
}

/** Columns of edges that grow. */
class EdgeColumns {
  private count = 0;
  private numbers = new Uint32Array(3 << 10);
  private means = new Float64Array(1 << 10);

  add(a: number, b: number, weight: number, mean: number): void {
    if (this.count === this.means.length) this.makeRoom();
    const at = this.count * 3;
    this.numbers[at] = a;
    this.numbers[at + 1] = b;
    this.numbers[at + 2] = weight;
    this.means[this.count] = mean;
    this.count += 1;
  }

  finish(): Pick<Edges, "a" | "b" | "weight" | "meanDelta"> {
    const column = (which: number) =>
      Uint32Array.from({ length: this.count }, (_, at) => this.numbers[at * 3 + which] as number);
    return { a: column(0), b: column(1), weight: column(2), meanDelta: this.means.slice(0, this.count) };
  }

  private makeRoom(): void {
    const { numbers, means } = this;
    this.numbers = new Uint32Array(numbers.length * 2);
    this.numbers.set(numbers);
    this.means = new Float64Array(means.length * 2);
    this.means.set(means);
  }
}
