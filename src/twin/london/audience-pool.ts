import type { Amplifiers } from "../amplifiers.js";
import { drawn, runningTotals } from "../draws.js";
import type { RandomStream } from "../random.js";
import type { TimeZone } from "../time-zones.js";
import { audienceZone, momentWithin, ordinaryCreation, ordinaryFollowers } from "./accounts.js";
import { isReply, type Lane } from "./lanes.js";

/** Whether an account of the audience was suspended by the first query day, by the second, or not at all. */
export type Standing = "suspended" | "suspended later" | "kept";

/** Someone who may act; becomes an amplifier with the first action. */
export interface Person {
  amplifier: number;
  createdAt: number;
  suspendedFrom: number;
  deletedFrom: number;
  followers: number;
  zone: TimeZone;
  /** Actions so far on London. */
  acted: number;
}

/** Fewer could not make London's events at the smallest scales. */
const smallest = 40;

/** Ordinary people of one standing, some of whom act thousands of times more often than others. */
export class AudiencePool {
  readonly people: Person[];
  private readonly retweetTotals: Float64Array;
  private readonly replyTotals: Float64Array;

  constructor(
    standing: Standing,
    size: number,
    private readonly amplifiers: Amplifiers,
    random: RandomStream,
  ) {
    this.people = Array.from({ length: Math.max(smallest, size) }, () => personOf(standing, random));
    const roles = this.people.map(() => random.fraction());
    const activity = () => Math.min(250, (1 - random.fraction()) ** (-1 / 1.15));
    this.retweetTotals = runningTotals(roles.map((role) => (role < 0.6 ? activity() : 0.01)));
    this.replyTotals = runningTotals(roles.map((role) => (role > 0.42 ? activity() : 0.01)));
  }

  /** Someone drawn by how much they do of that lane's kind. */
  draw(lane: Lane, random: RandomStream): Person {
    return this.people[drawn(isReply(lane) ? this.replyTotals : this.retweetTotals, random.fraction())] as Person;
  }

  /** The person's number among the amplifiers. */
  amplifierOf(person: Person): number {
    if (person.amplifier < 0) person.amplifier = this.amplifiers.add({ group: "ordinary", ...person });
    return person.amplifier;
  }
}

/** Suspension is slow: most of those suspended go in the last weeks before they are looked up. */
function personOf(standing: Standing, random: RandomStream): Person {
  const never = Number.POSITIVE_INFINITY;
  const late = random.fraction() < 0.6;
  const suspendedFrom =
    standing === "suspended"
      ? momentWithin(late ? "2021-02-01" : "2020-07-20", late ? "2021-02-28" : "2021-01-31", random)
      : standing === "suspended later"
        ? momentWithin("2021-03-02", "2021-05-04", random)
        : never;
  const young = standing !== "kept" && random.fraction() < 0.4;
  const latest = Math.min(suspendedFrom - 86_400_000, Date.parse("2021-01-20T00:00:00Z"));
  const createdAt = young
    ? Math.min(latest, momentWithin("2019-06-01", "2020-11-30", random))
    : ordinaryCreation(latest, random);
  const deleted = standing === "kept" && random.fraction() < 0.03;
  return {
    amplifier: -1,
    createdAt,
    suspendedFrom,
    deletedFrom: deleted ? momentWithin("2021-02-01", "2021-06-30", random) : never,
    followers: ordinaryFollowers(random),
    zone: audienceZone(random),
    acted: 0,
  };
}
