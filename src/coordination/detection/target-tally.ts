import type { WindowedEvents } from "./windowed-events.js";

/** Counts of the events on one target at a time: by member of a group, and of everyone else by stratum. */
export class TargetTally {
  /** Events of each member, and of all of them. */
  private readonly own: Uint32Array;
  private members = 0;
  /** Of each stratum: events of accounts outside the group, and those of them that met it. */
  private readonly outside: Uint32Array;
  private readonly outsideMet: Uint32Array;

  constructor(
    private readonly events: WindowedEvents,
    private readonly isMember: Uint8Array,
    private readonly met: Uint8Array,
  ) {
    this.own = new Uint32Array(events.accounts);
    this.outside = new Uint32Array(events.strata);
    this.outsideMet = new Uint32Array(events.strata);
  }

  /** Counts the events from `from` up to `to`, which are those of a target. */
  count(from: number, to: number): void {
    const { account, stratum } = this.events;
    const { isMember, own, outside, outsideMet, met } = this;
    for (let event = from; event < to; event += 1) {
      const one = account[event] as number;
      const key = stratum[event] as number;
      if (isMember[one] === 1) {
        own[one] = (own[one] as number) + 1;
        this.members += 1;
      } else {
        outside[key] = (outside[key] as number) + 1;
        outsideMet[key] = (outsideMet[key] as number) + (met[event] as number);
      }
    }
  }

  /** Whether a member other than this account acted on the target. */
  hasOthers(account: number): boolean {
    return this.own[account] !== this.members;
  }

  /** Chance of an event to be together with the group if its label were that of any outsider's in its stratum, or its own. */
  chance(event: number): number {
    const key = this.events.stratum[event] as number;
    const [all, met] = [this.outside[key] as number, this.outsideMet[key] as number];
    const isMember = this.isMember[this.events.account[event] as number] === 1;
    return isMember ? (met + (this.met[event] as number)) / (all + 1) : met / all;
  }

  /** Wipes what `count` counted. */
  forget(from: number, to: number): void {
    const { account, stratum } = this.events;
    for (let event = from; event < to; event += 1) {
      this.own[account[event] as number] = 0;
      this.outside[stratum[event] as number] = 0;
      this.outsideMet[stratum[event] as number] = 0;
    }
    this.members = 0;
  }
}
