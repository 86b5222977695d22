import { retweet } from "../events.js";
import { startOf } from "../ordinary/window.js";
import { bounds } from "../rhythm.js";
import { londonPrincipals } from "./audiences.js";
import type { TwinParts } from "./twin-parts.js";

/** Events on the two London accounts, with what London's claims ask of each. */
export class LondonEvents {
  private readonly rows: number[] = [];
  private readonly members: ReadonlySet<number>;
  readonly ambassador: number;
  readonly embassy: number;

  constructor(private readonly twin: TwinParts) {
    const { ambassador, embassy } = londonPrincipals(twin.principals);
    this.ambassador = ambassador;
    this.embassy = embassy;
    this.members = new Set(twin.members);
    const whom = twin.events.principal.view();
    for (let event = 0; event < whom.length; event += 1) {
      if (whom[event] === ambassador || whom[event] === embassy) this.rows.push(event);
    }
  }

  /** How many events pass all of these tests. */
  count(...tests: readonly ((event: number) => boolean)[]): number {
    return this.where(...tests).length;
  }

  /** The events that pass all of these tests. */
  where(...tests: readonly ((event: number) => boolean)[]): number[] {
    return this.rows.filter((event) => tests.every((test) => test(event)));
  }

  on = (principal: number) => (event: number) => this.twin.events.principal.at(event) === principal;
  isKind = (kind: number) => (event: number) => this.twin.events.kind.at(event) === kind;
  isRetweet = this.isKind(retweet);
  byNetwork = (event: number) => this.members.has(this.twin.events.amplifier.at(event));
  before = (end: number) => (event: number) => this.twin.events.time.at(event) < end;

  /** In the amplification window. */
  inWindow = (event: number) => {
    const { from, to } = bounds(this.twin.study.amplificationWindow);
    const time = this.twin.events.time.at(event);
    return time >= from && time < to;
  };

  /** By an account that the platform called suspended on that status day. */
  suspendedOn = (statusDay: number) => (event: number) => {
    const amplifier = this.twin.events.amplifier.at(event);
    const suspension = this.twin.amplifiers.suspendedFrom.at(amplifier);
    const asked = startOf(this.twin.study.statusDays[statusDay] ?? this.twin.study.labelDay);
    return suspension <= asked && suspension <= this.twin.amplifiers.deletedFrom.at(amplifier);
  };
}
