import type { Amplifiers } from "../amplifiers.js";
import { type Events, quote } from "../events.js";
import { type Lane, lanes, placeOf } from "./lanes.js";
import { type Period, periodAt } from "./periods.js";
import type { Targets } from "./targets.js";

const lanesTotal = 4;
const targetsAtMost = 65_536;

/** What a stage is set up with; the targets are those of the ambassador and the embassy. */
export interface StageOptions {
  amplifiers: Amplifiers;
  events: Events;
  periods: readonly Period[];
  targets: readonly [Targets, Targets];
}

/**
 * Where London's amplification happens: it writes the events, refuses what cannot be (twice the same, before the target,
 * by an account that does not exist yet or any more) and counts what has been done by lane and period.
 */
export class Stage {
  readonly amplifiers: Amplifiers;
  readonly events: Events;
  readonly periods: readonly Period[];
  readonly targets: readonly [Targets, Targets];
  private readonly done = new Set<number>();
  private readonly counts: Float64Array;

  constructor({ amplifiers, events, periods, targets }: StageOptions) {
    this.amplifiers = amplifiers;
    this.events = events;
    this.periods = periods;
    this.targets = targets;
    this.counts = new Float64Array(lanesTotal * periods.length);
  }

  /** Events so far in that lane and period. */
  count(lane: Lane, period: number): number {
    return this.counts[lane * this.periods.length + period] ?? 0;
  }

  targetsIn(lane: Lane): Targets {
    return this.targets[placeOf(lane)];
  }

  hasDone(amplifier: number, lane: Lane, target: number): boolean {
    return this.done.has((amplifier * lanesTotal + lane) * targetsAtMost + target);
  }

  /** Writes a retweet or reply if it can be; says whether it did. */
  act(amplifier: number, lane: Lane, target: number, time: number, text?: string): boolean {
    const period = periodAt(this.periods, time);
    const { principal, post, time: targetTimes } = this.targetsIn(lane);
    const targetTime = targetTimes[target];
    if (period < 0 || targetTime === undefined || time <= targetTime) return false;
    if (!this.isThere(amplifier, time) || this.hasDone(amplifier, lane, target)) return false;
    this.done.add((amplifier * lanesTotal + lane) * targetsAtMost + target);
    const at = lane * this.periods.length + period;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.events.add(amplifier, principal, post[target] as number, lanes[lane].kind, time, targetTime, text);
    return true;
  }

  /** Writes a quote if it can be. Quotes are in no published total and are not counted. */
  quote(amplifier: number, place: 0 | 1, target: number, time: number, text: string): boolean {
    const { principal, post, time: targetTimes } = this.targets[place];
    const targetTime = targetTimes[target] ?? Number.POSITIVE_INFINITY;
    if (time <= targetTime || periodAt(this.periods, time) < 0 || !this.isThere(amplifier, time)) return false;
    this.events.add(amplifier, principal, post[target] as number, quote, time, targetTime, text);
    return true;
  }

  private isThere(amplifier: number, time: number): boolean {
    return this.amplifiers.createdAt.at(amplifier) < time && time < this.amplifiers.endOf(amplifier);
  }
}
