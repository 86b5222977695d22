import type { WindowedEvents } from "./windowed-events.js";

/**
 * The occasions an account had to be seen with a group: its events on targets on which another member of the group acted.
 *
 * Whether it was together with the group is compared with the events of everyone else on the same target: if labels and times had
 * nothing to do with each other, the account's event would be any of theirs or its own. So the test is one of timing given who
 * acted on which target; a taste for the same targets is no evidence.
 */
export interface Occasions {
  account: number;
  /** Probability, for each occasion, to be together with the group by chance. */
  chance: number[];
  /** Whether it was. */
  met: boolean[];
  /** Occasions on which it was. */
  together: number;
}

/** Occasions of every account that had any, and how often members of the group used theirs. */
export interface GroupOccasions {
  occasions: Map<number, Occasions>;
  /** Probability that a member is together with another on an occasion, drawn towards one half by six pretended occasions. */
  memberRate: number;
}

const [least, most] = [1e-4, 0.999];
const pretended = 3;
const mostMemberRate = 0.9;

/**
 * What ties each account to a group by timing. A member's occasions are counted against the other members only.
 *
 * Time is the events on the group's targets.
 */
export function occasionsWith(events: WindowedEvents, group: ReadonlySet<number>): GroupOccasions {
  const { ofTarget, account, stratum } = events;
  const occasions = new Map<number, Occasions>();
  let [used, had] = [0, 0];
  for (const target of targetsOf(events, group)) {
    const [from, to] = [ofTarget[target] as number, ofTarget[target + 1] as number];
    const met = metIn(events, group, from, to);
    const tallies = outsiders(events, group, met, from, to);
    const byMembers = countByMember(account, group, from, to);
    const members = [...byMembers.values()].reduce((sum, count) => sum + count, 0);
    for (let event = from; event < to; event += 1) {
      const one = account[event] as number;
      const own = byMembers.get(one) ?? 0;
      if (own === members) continue;
      const together = met[event - from] as number;
      const { all, met: some } = tallies.get(stratum[event] as number) ?? { all: 0, met: 0 };
      const chance = own > 0 ? (some + together) / (all + 1) : some / all;
      note(occasions, one, Math.min(most, Math.max(least, chance)), together === 1);
      if (own === 0) continue;
      used += together;
      had += 1;
    }
  }
  return { occasions, memberRate: Math.min(mostMemberRate, (used + pretended) / (had + 2 * pretended)) };
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

function note(occasions: Map<number, Occasions>, account: number, chance: number, met: boolean): void {
  const known = occasions.get(account);
  if (!known) occasions.set(account, { account, chance: [chance], met: [met], together: Number(met) });
  else {
    known.chance.push(chance);
    known.met.push(met);
    known.together += Number(met);
  }
}
