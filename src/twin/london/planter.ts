import type { AmplifierGroup } from "../amplifiers.js";
import type { RandomStream } from "../random.js";
import { ordinaryFollowers } from "./accounts.js";
import type { Elsewhere } from "./elsewhere.js";
import { type Lane, laneNumbers } from "./lanes.js";
import { periodAt } from "./periods.js";
import type { Stage } from "./stage.js";
import type { LanePlan } from "./weekly-plan.js";

const largestPart = 0.45;
const never = Number.POSITIVE_INFINITY;

/** What the hard negatives are planted with. */
export interface PlanterOptions {
  stage: Stage;
  plans: readonly LanePlan[];
  elsewhere: Elsewhere;
  /** How much of London is planted, and the scale of everything outside it. */
  part: number;
  scale: number;
}

/** Where an innocent account stands: when it was created and for how long it is there. */
export interface Standing {
  createdAt: number;
  suspendedFrom?: number;
}

/** An account of a hard negative. */
export interface Planted {
  amplifier: number;
  createdAt: number;
  until: number;
}

/**
 * Plants accounts that look coordinated in one way or another and are not the network. What they do on London stays within
 * a part of what the network leaves of each week, so that the week's total can always be met.
 */
export class Planter {
  readonly stage: Stage;
  readonly elsewhere: Elsewhere;
  readonly part: number;
  readonly scale: number;
  private readonly room: Float64Array[];

  constructor({ stage, plans, elsewhere, part, scale }: PlanterOptions) {
    this.stage = stage;
    this.elsewhere = elsewhere;
    this.part = part;
    this.scale = Math.min(1, scale);
    this.room = laneNumbers.map((lane) => {
      return (plans[lane] as LanePlan).totals.map((total, at) =>
        Math.floor(largestPart * (total - stage.count(lane, at))),
      );
    });
  }

  /** So many accounts at that part of London, at least one. */
  size(count: number): number {
    return Math.max(1, Math.round(count * this.part));
  }

  add(
    group: AmplifierGroup,
    { createdAt, suspendedFrom }: Standing,
    traces: readonly string[],
    random: RandomStream,
  ): Planted {
    const followers = ordinaryFollowers(random);
    const end = suspendedFrom ?? never;
    const amplifier = this.stage.amplifiers.add({ group, createdAt, suspendedFrom: end, followers, traces });
    return { amplifier, createdAt, until: end };
  }

  /** Acts on London if the account can and the week has room; says whether it did. */
  act({ amplifier }: Planted, lane: Lane, target: number, time: number, text?: string): boolean {
    const period = periodAt(this.stage.periods, time);
    const room = this.room[lane]?.[period] ?? 0;
    if (room <= 0 || !this.stage.act(amplifier, lane, target, time, text)) return false;
    (this.room[lane] as Float64Array)[period] = room - 1;
    return true;
  }

  quote({ amplifier }: Planted, place: 0 | 1, target: number, time: number, text: string): boolean {
    return this.stage.quote(amplifier, place, target, time, text);
  }

  /** About so many retweets of other diplomats, scaled as everything outside London. */
  retweetElsewhere({ amplifier, createdAt, until }: Planted, count: number, random: RandomStream): void {
    const wanted = Math.floor(count * this.scale + random.fraction());
    for (let done = 0; done < wanted; done += 1) this.elsewhere.retweetSomething(amplifier, createdAt, until, random);
  }
}
