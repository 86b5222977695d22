import { MovedChance } from "./moved-chance.js";
import type { WindowedEvents } from "./windowed-events.js";

/**
 * The occasions an account had to be seen with a group: its events on targets on which another member of the group acted.
 *
 * Whether it was together with the group is compared with the events of everyone else on the same target: if labels and times had
 * nothing to do with each other, the account's event would be any of theirs or its own. So the test is one of timing given who
 * acted on which target; a taste for the same targets is no evidence. Where the events allow for jitter, the chance is also not
 * less than that of meeting the group at a moment a little earlier or later.
 */
export interface Occasions {
  account: number;
  /** Probability, for each occasion, to be together with the group by chance. */
  chance: number[];
  /** Whether it was. */
  met: boolean[];
  /** Occasions on which it was. */
  together: number;
  /** Members met, with the number of occasions on which each was the only one met. */
  partners: Map<number, number>;
}

const [least, most] = [1e-4, 0.999];

/**
 * What ties each account to a group by timing. A member's occasions are counted against the other members only.
 *
 * Time is the events on the group's targets.
 */
export function occasionsWith(events: WindowedEvents, group: ReadonlySet<number>): Map<number, Occasions> {
  const { ofTarget, account, stratum } = events;
  const occasions = new Map<number, Occasions>();
  for (const target of targetsOf(events, group)) {
    const [from, to] = [ofTarget[target] as number, ofTarget[target + 1] as number];
    const met = metIn(events, group, from, to);
    const tallies = outsiders(events, group, met, from, to);
    const byMembers = countByMember(account, group, from, to);
    const members = [...byMembers.values()].reduce((sum, count) => sum + count, 0);
    const moved = new MovedChance(events, group, from, to);
    for (let event = from; event < to; event += 1) {
      const one = account[event] as number;
      const own = byMembers.get(one) ?? 0;
      if (own === members) continue;
      const together = met[event - from] as number;
      const { all, met: some } = tallies.get(stratum[event] as number) ?? { all: 0, met: 0 };
      const exchanged = own > 0 ? (some + together) / (all + 1) : some / all;
      const chance = Math.max(exchanged, moved.of(event));
      const known = occasions.get(one) ?? newOccasions(one);
      occasions.set(one, known);
      known.chance.push(Math.min(most, Math.max(least, chance)));
      known.met.push(together === 1);
      if (together === 1) notePartners(events, group, event, known);
    }
  }
  return occasions;
}

function targetsOf({ ofAccount, events, target }: WindowedEvents, group: ReadonlySet<number>): number[] {
  const targets = new Set<number>();
  for (const account of group) {
    for (let at = ofAccount[account] as number; at < (ofAccount[account + 1] as number); at += 1) {
      targets.add(target[events[at] as number] as number);
    }
  }
  return [...targets].sort((one, other) => one - other);
}

/** 1 for each event of a target that lies within the window of another member's. */
function metIn(events: WindowedEvents, group: ReadonlySet<number>, from: number, to: number): Uint8Array {
  const { account, first, past } = events;
  const met = new Uint8Array(to - from);
  for (let event = from; event < to; event += 1) {
    const member = account[event] as number;
    if (!group.has(member)) continue;
    for (let other = first[event] as number; other < (past[event] as number); other += 1) {
      if (account[other] !== member) met[other - from] = 1;
    }
  }
  return met;
}

/** Events of accounts outside the group by stratum: all, and those together with the group. */
function outsiders(
  { account, stratum }: WindowedEvents,
  group: ReadonlySet<number>,
  met: Uint8Array,
  from: number,
  to: number,
) {
  const tallies = new Map<number, { all: number; met: number }>();
  for (let event = from; event < to; event += 1) {
    if (group.has(account[event] as number)) continue;
    const key = stratum[event] as number;
    const tally = tallies.get(key) ?? { all: 0, met: 0 };
    tally.all += 1;
    tally.met += met[event - from] as number;
    tallies.set(key, tally);
  }
  return tallies;
}

function countByMember(account: Uint32Array, group: ReadonlySet<number>, from: number, to: number) {
  const counts = new Map<number, number>();
  for (let event = from; event < to; event += 1) {
    const one = account[event] as number;
    if (group.has(one)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

function newOccasions(account: number): Occasions {
  return { account, chance: [], met: [], together: 0, partners: new Map() };
}

function notePartners(events: WindowedEvents, group: ReadonlySet<number>, event: number, known: Occasions): void {
  const { account, first, past } = events;
  const met = new Set<number>();
  for (let other = first[event] as number; other < (past[event] as number); other += 1) {
    const partner = account[other] as number;
    if (partner !== known.account && group.has(partner)) met.add(partner);
  }
  known.together += 1;
  for (const partner of met) {
    known.partners.set(partner, (known.partners.get(partner) ?? 0) + Number(met.size === 1));
  }
}
