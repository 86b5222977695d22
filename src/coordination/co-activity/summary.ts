import type { EventTable } from "../events/event-table.js";
import type { EdgeCounts } from "./edge-lines.js";
import type { Semantics } from "./options.js";
import type { CoActivityRows } from "./rows.js";
import { grouped } from "./too-many.js";

const manyPerEvent = 100;
const many = 1e6;

/** Sentences about what was read, and what of it was left out. */
export function readLines(
  { actor, actors, targets, left }: EventTable,
  { repeated, tooFew }: CoActivityRows,
): string[] {
  const accounts = counted(actors.length, "account");
  const outside = [
    [left.withoutActor, "row", "without an account left out"],
    [left.withoutTarget, "row", "without an object left out: empty never matches empty"],
    [repeated, "event", "dropped as repeated: the id came before"],
    [tooFew, "event", "left out: an account with too few"],
  ] as const;
  return [
    `${counted(actor.length, "event")} by ${accounts} on ${counted(targets.length, "object")}`,
    ...outside.filter(([count]) => count > 0).map(([count, noun, why]) => `${counted(count, noun)} ${why}`),
  ];
}

/** A sentence about what was found. */
export function foundLine({ weight, edges }: EdgeCounts, semantics: Semantics): string {
  return semantics === "qut"
    ? `${counted(weight, "message")} with a partner, ${counted(edges, "directed pair")} of accounts`
    : `${counted(weight, "co-action")}, ${counted(edges, "pair")} of accounts`;
}

/** What a user should know before trusting or awaiting a result: that times may not be what they seem. */
export function* warnings({ seconds }: EventTable, { actor }: CoActivityRows, within: number): Generator<string> {
  if (seconds.length > 1 && seconds.every((time) => time === seconds[0])) {
    yield `warning: all ${grouped(seconds.length)} events have the same time; check that times are to the second`;
  }
  if (within >= many && within > manyPerEvent * actor.length) {
    const among = `${counted(within, "co-action")} among ${counted(actor.length, "event")}`;
    yield `warning: ${among}; check that times are to the second, or choose a shorter window`;
  }
}

/** A count with its noun. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
