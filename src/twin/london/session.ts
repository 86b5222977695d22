import type { RandomStream } from "../random.js";
import type { Curve } from "../rhythm.js";
import type { Lane } from "./lanes.js";
import type { Member } from "./member.js";
import type { Period } from "./periods.js";
import type { Stage } from "./stage.js";

/** One lane of one period, and what is still to be done in it together. */
export interface Job {
  stage: Stage;
  members: readonly Member[];
  lane: Lane;
  period: Period;
  curve: Curve;
  /** Actions left, by member; counted down to 0. */
  left: Float64Array;
  /** Chance that a member who is called up joins, beside the one who leads. */
  joins: number;
  /** Sessions of this period so far, which replies come back to. */
  sessions: Session[];
  random: RandomStream;
}

/** A time at which members act on some targets of one account. */
export interface Session {
  place: 0 | 1;
  time: number;
  targets: readonly number[];
}

/** Members whose account ends within so many milliseconds are no longer called. */
export const longestSession = 15 * 60 * 1000;
