import { MovedChance } from "./moved-chance.js";
import type { OccasionColumns, Occasions } from "./occasions.js";
import { TargetTally } from "./target-tally.js";
import type { WindowedEvents } from "./windowed-events.js";

const [least, most] = [1e-4, 0.999];

/** Finds occasions, group after group, on the same events. What it needs room for is allocated once. */
export class OccasionFinder {
  private readonly isMember: Uint8Array;
  /** 1 for each event within the window of a member's, other than its own. */
  private readonly met: Uint8Array;
  /** Chance of each event that is an occasion; 0 for the others. */
  private readonly chance: Float64Array;
  /** Occasions and meetings of each account. */
  private readonly occasions: Uint32Array;
  private readonly meetings: Uint32Array;
  private readonly tally: TargetTally;
  private readonly moved: MovedChance;

  constructor(readonly events: WindowedEvents) {
    const { account, accounts } = events;
    this.isMember = new Uint8Array(accounts);
    this.met = new Uint8Array(account.length);
    this.chance = new Float64Array(account.length);
    this.occasions = new Uint32Array(accounts);
    this.meetings = new Uint32Array(accounts);
    this.tally = new TargetTally(events, this.isMember, this.met);
    this.moved = new MovedChance(events);
  }

  /**
   * What ties each account to a group by timing. A member's occasions are counted against the other members only.
   *
   * Time is the events on the group's targets.
   *
   * @param whom everyone, or only those who met the group at least once
   */
  with(group: ReadonlySet<number>, whom: "everyone" | "who met it" = "everyone"): OccasionColumns {
    for (const account of group) this.isMember[account] = 1;
    const targets = this.targetsOf(group);
    for (const target of targets) this.meet(target);
    const accounts: number[] = [];
    for (const target of targets) this.take(target, accounts, whom === "who met it");
    const columns = this.gather(targets, accounts);
    for (const account of group) this.isMember[account] = 0;
    return columns;
  }

  /** The occasions of the account at one place, with the members it met. */
  at(columns: OccasionColumns, place: number, group: ReadonlySet<number>): Occasions {
    const { accounts, starts, event, chance, together } = columns;
    const [from, to] = [starts[place] as number, starts[place + 1] as number];
    const account = accounts[place] as number;
    const partners = new Map<number, number>();
    for (let at = from; at < to; at += 1) this.notePartners(event[at] as number, group, partners);
    return { account, chance: chance.slice(from, to), together: together[place] as number, partners };
  }

  private targetsOf(group: ReadonlySet<number>): Uint32Array {
    const { ofAccount, events, target } = this.events;
    const targets = new Set<number>();
    for (const account of group) {
      for (let at = ofAccount[account] as number; at < (ofAccount[account + 1] as number); at += 1) {
        targets.add(target[events[at] as number] as number);
      }
    }
    return Uint32Array.from(targets).sort();
  }

  /** Marks and counts the events of a target that lie within the window of another member's. */
  private meet(target: number): void {
    const { account, first, past, ofTarget } = this.events;
    const { met, isMember, meetings } = this;
    for (let event = ofTarget[target] as number; event < (ofTarget[target + 1] as number); event += 1) {
      const member = account[event] as number;
      if (isMember[member] === 0) continue;
      for (let other = first[event] as number; other < (past[event] as number); other += 1) {
        const one = account[other] as number;
        if (one === member || met[other] === 1) continue;
        met[other] = 1;
        meetings[one] = (meetings[one] as number) + 1;
      }
    }
  }

  /** Notes the chance of each event that is an occasion, and its account if this is its first. */
  private take(target: number, accounts: number[], onlyWhoMet: boolean): void {
    const { account, ofTarget } = this.events;
    const { tally, moved, occasions, meetings } = this;
    const [from, to] = [ofTarget[target] as number, ofTarget[target + 1] as number];
    tally.count(from, to);
    moved.begin(from, to, this.isMember);
    for (let event = from; event < to; event += 1) {
      const one = account[event] as number;
      if (!tally.hasOthers(one) || (onlyWhoMet && meetings[one] === 0)) continue;
      this.chance[event] = Math.min(most, Math.max(least, tally.chance(event), moved.of(event)));
      if (occasions[one] === 0) accounts.push(one);
      occasions[one] = (occasions[one] as number) + 1;
    }
    tally.forget(from, to);
  }

  /** Sorts the occasions by account and wipes what was noted. */
  private gather(targets: Uint32Array, accounts: number[]): OccasionColumns {
    const { account, ofTarget } = this.events;
    const { chance, met, meetings, occasions } = this;
    const starts = new Uint32Array(accounts.length + 1);
    accounts.forEach((one, place) => {
      starts[place + 1] = (starts[place] as number) + (occasions[one] as number);
      occasions[one] = starts[place] as number;
    });
    const size = starts[accounts.length] as number;
    const columns = { accounts, starts, event: new Uint32Array(size), chance: new Float64Array(size) };
    for (const target of targets) {
      for (let event = ofTarget[target] as number; event < (ofTarget[target + 1] as number); event += 1) {
        met[event] = 0;
        if (chance[event] === 0) continue;
        const one = account[event] as number;
        const at = occasions[one] as number;
        columns.event[at] = event;
        columns.chance[at] = chance[event] as number;
        occasions[one] = at + 1;
        chance[event] = 0;
      }
    }
    const together = Uint32Array.from(accounts, (one) => meetings[one] as number);
    for (const one of accounts) {
      occasions[one] = 0;
      meetings[one] = 0;
    }
    return { ...columns, together };
  }

  private notePartners(event: number, group: ReadonlySet<number>, partners: Map<number, number>): void {
    const { account, first, past } = this.events;
    const met = new Set<number>();
    for (let other = first[event] as number; other < (past[event] as number); other += 1) {
      const partner = account[other] as number;
      if (partner !== account[event] && group.has(partner)) met.add(partner);
    }
    for (const partner of met) partners.set(partner, (partners.get(partner) ?? 0) + Number(met.size === 1));
  }
}
