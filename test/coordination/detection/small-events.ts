import { type WindowedEvents, windowedEvents } from "../../../src/coordination/detection/windowed-events.js";
import { eventsOf } from "../../../src/coordination/events/events-of.js";
import { type RandomNumbers, randomNumbers } from "../../../src/statistics/random-numbers.js";

/** Who acted on what, and when, in seconds. */
export type Row = readonly [actor: string, target: string, seconds: number];

/** Events to work on, for a window of 60 seconds; accounts are numbered in the order of their names. */
export function smallEvents(rows: readonly Row[]): WindowedEvents {
  return windowedEvents(eventsOf(rows.map(([actor, target, seconds]) => ({ actor, target, seconds }))), 60);
}

/** The numbers of accounts called a, b, c, ... */
export function numbersOf(names: string): Set<number> {
  return new Set([...names].map((name) => name.charCodeAt(0) - "a".charCodeAt(0)));
}

const day = 86_400;

/** Traffic of 400 accounts on 80 targets over a day, and a dozen accounts who join each other on half of the targets. */
export function trafficWithGroup(seed: number, { joining = 0.3 } = {}): Row[] {
  const random = randomNumbers(`small events/${seed}`);
  const rows: Row[] = [];
  for (let target = 0; target < 80; target += 1) {
    for (let event = 0; event < 40; event += 1) rows.push(ordinary(target, random));
    if (target % 2 === 0) rows.push(...together(target, joining, random));
  }
  return rows;
}

/** The accounts of the group. */
export const group = Array.from({ length: 12 }, (_, member) => `group ${String(member).padStart(2, "0")}`);

function ordinary(target: number, random: RandomNumbers): Row {
  return [`account ${Math.floor(random() * 400)}`, `target ${target}`, Math.floor(random() * day)];
}

function together(target: number, joining: number, random: RandomNumbers): Row[] {
  const begin = Math.floor(random() * day);
  return group
    .filter(() => random() < joining)
    .map((member): Row => [member, `target ${target}`, begin + Math.floor(random() * 60)]);
}
