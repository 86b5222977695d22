import { apportion } from "../apportion.js";
import { retweet } from "../events.js";
import { type Lane, lanes, placeOf } from "./lanes.js";
import type { LondonNumbers } from "./numbers.js";
import { periodAt } from "./periods.js";
import type { Stage } from "./stage.js";

const firstQuery = Date.parse("2021-03-01T00:00:00Z");
const secondQuery = Date.parse("2021-05-05T00:00:00Z");

/** Retweets within the window by accounts suspended by each of the two query days. */
export interface SuspendedRetweets {
  first: number;
  second: number;
}

/** Counts what has been placed on one of London's accounts so far, by the fate of who did it. */
export function suspendedRetweets({ events, amplifiers, periods, targets }: Stage, place: 0 | 1): SuspendedRetweets {
  const counts = { first: 0, second: 0 };
  const { principal } = targets[place];
  for (let event = 0; event < events.count; event += 1) {
    if (events.principal.at(event) !== principal || events.kind.at(event) !== retweet) continue;
    if (periods[periodAt(periods, events.time.at(event))]?.inWindow !== true) continue;
    const suspendedFrom = amplifiers.suspendedFrom.at(events.amplifier.at(event));
    if (suspendedFrom < firstQuery) counts.first += 1;
    if (suspendedFrom < secondQuery) counts.second += 1;
  }
  return counts;
}

/**
 * How much of what is missing goes to people suspended by 1 March, suspended later, and kept: so much that the published
 * shares of suspended accounts come out whatever the network and the planted groups have done.
 */
export function standingCounts(
  stage: Stage,
  numbers: LondonNumbers,
  lane: Lane,
  missing: Float64Array,
): Float64Array[] {
  const within = missing.map((count, at) => (stage.periods[at]?.inWindow ? count : 0));
  const wanted = lanes[lane].kind === retweet ? wantedRetweets(stage, numbers, lane, within) : usualParts(within);
  const first = spread(wanted.first, within, (at) => 1.15 - (0.3 * at) / within.length);
  const rest = within.map((count, at) => count - (first[at] as number));
  const second = spread(wanted.second, rest, () => 1);
  const later = missing.map((count, at) => (stage.periods[at]?.inWindow ? 0 : Math.floor(count * 0.06)));
  const secondOrLater = second.map((count, at) => count + (later[at] as number));
  return [
    first,
    secondOrLater,
    missing.map((count, at) => count - (first[at] as number) - (secondOrLater[at] as number)),
  ];
}

function wantedRetweets(stage: Stage, numbers: LondonNumbers, lane: Lane, within: Float64Array): SuspendedRetweets {
  const place = placeOf(lane);
  const placed = suspendedRetweets(stage, place);
  const missing = within.reduce((a, b) => a + b, 0);
  const first = limit((numbers.suspendedRetweets[place] ?? 0) - placed.first, missing);
  const inTheEnd = place === 0 ? numbers.finallySuspendedRetweets : placed.second + first + Math.round(0.04 * missing);
  return { first, second: limit(inTheEnd - placed.second - first, missing - first) };
}

/** Where nothing is published, one in eight and one in thirty. */
function usualParts(within: Float64Array): SuspendedRetweets {
  const missing = within.reduce((a, b) => a + b, 0);
  return { first: Math.round(missing / 8), second: Math.round(missing / 30) };
}

function limit(count: number, most: number): number {
  return Math.min(Math.max(0, count), most);
}

/** That many of the room there is, by weight, in no period more than there is room for. */
function spread(count: number, room: Float64Array, weight: (at: number) => number): Float64Array {
  const given = new Float64Array(room.length);
  let left = count;
  while (left > 0) {
    const open = room.map((most, at) => (most - (given[at] as number)) * weight(at));
    if (open.every((free) => free <= 0)) return given;
    const more = apportion(left, open);
    for (let at = 0; at < room.length; at += 1) {
      const added = Math.min(more[at] as number, (room[at] as number) - (given[at] as number));
      given[at] = (given[at] as number) + added;
      left -= added;
    }
  }
  return given;
}
