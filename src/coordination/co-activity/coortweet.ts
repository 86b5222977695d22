import type { EventTable } from "../events/event-table.js";
import type { CoActivityRows } from "./rows.js";

/**
 * What CooRTweet's `detect_groups` asks of a pair beyond different accounts within the window: different event ids, and one account
 * that takes part often enough.
 *
 * An account takes part by each of its remaining rows whose event id stands in any pair at all, be it another row of that event
 * on another target: the count looks event ids up, not rows. One side that reaches the least participation is enough, and pairs
 * that this rule drops are not looked at again.
 *
 * @param remaining Whether each row of the table is left after accounts with too few rows were dropped.
 */
export function coOccurringEvents(
  { event, actor, actors, ids }: EventTable,
  rows: CoActivityRows,
  remaining: Uint8Array,
  minParticipation: number,
): { event: Uint32Array; qualified: Uint8Array } {
  const ownEvent = rows.source.map((row) => event[row] as number);
  const inPair = eventsInPairs(rows, ownEvent, ids.count);
  const participation = new Uint32Array(actors.length);
  for (let row = 0; row < event.length; row += 1) {
    if (remaining[row] === 0 || inPair[event[row] as number] === 0) continue;
    const one = actor[row] as number;
    participation[one] = (participation[one] as number) + 1;
  }
  return { event: ownEvent, qualified: Uint8Array.from(participation, (count) => Number(count >= minParticipation)) };
}

/** For each event id, 1 if a row with it has a partner of another account with another event id. */
function eventsInPairs({ actor, partners }: CoActivityRows, event: Uint32Array, ids: number): Uint8Array {
  const inPair = new Uint8Array(ids);
  const nextOther = nextOtherActor(actor);
  for (let row = 0; row < actor.length; row += 1) {
    if (inPair[event[row] as number] === 1) continue;
    const past = partners.past[row] as number;
    for (let other = partners.first[row] as number; other < past; ) {
      if (actor[other] === actor[row]) {
        other = nextOther[other] as number;
        continue;
      }
      if (event[other] !== event[row]) {
        inPair[event[row] as number] = 1;
        break;
      }
      other += 1;
    }
  }
  return inPair;
}

/** For each row the next one of another actor, so that a burst of one account is passed over in one step. */
function nextOtherActor(actor: Uint32Array): Uint32Array {
  const next = new Uint32Array(actor.length);
  for (let row = actor.length - 1; row >= 0; row -= 1) {
    next[row] = actor[row] === actor[row + 1] ? (next[row + 1] as number) : row + 1;
  }
  return next;
}
