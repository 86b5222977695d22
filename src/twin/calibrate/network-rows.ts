import { utcDay } from "../../study/time.js";
import type { Amplifiers } from "../amplifiers.js";
import { reply } from "../events.js";
import { type LondonNumbers, lastDay } from "../london/numbers.js";
import { deleted, statusesOf, suspended } from "../ordinary/statuses.js";
import { day, startOf } from "../ordinary/window.js";
import type { LondonEvents } from "./london-events.js";
import { mostRepliedTo, ownThreadReplies, weeklyShares } from "./network-counts.js";
import { atLeast, atMost, type CalibrationRow, met, share } from "./row.js";
import type { TwinParts } from "./twin-parts.js";

/** Claim U8: suspended within about a week after the report of 28 April. */
const reported = startOf(utcDay("2021-04-28"));
const gone = startOf(utcDay("2021-05-05"));
/** Claim U17. */
const burstDays = ["2020-04-21", "2020-04-23", "2020-08-04", "2020-08-11", "2020-08-26"].map((text) =>
  startOf(utcDay(text)),
);

/** The network: claims U5 to U23. The bounds of claims that count events shrink with London. */
export function networkRows(twin: TwinParts, london: LondonEvents, numbers: LondonNumbers): CalibrationRow[] {
  return [
    ...memberRows(twin, numbers),
    ...shareRows(twin, london, numbers),
    ...weekRows(twin, london),
    ...countRows(twin, london, numbers),
  ];
}

function memberRows({ amplifiers, members, study }: TwinParts, { members: sizes, createdInBursts }: LondonNumbers) {
  const statuses = statusesOf(amplifiers, study.statusDays[0] ?? study.labelDay);
  const withStatus = (status: number) => members.filter((member) => statuses[member] === status).length;
  const row = (claim: string, quantity: string, target: number, reached: number, how: string) =>
    met({ claim, quantity, how }, target, reached);
  const whole = sizes.suspended + sizes.deleted + sizes.suspendedLater;
  const bursts = members.filter((member) => {
    const created = amplifiers.createdAt.at(member);
    return burstDays.some((start) => created >= start && created < start + day);
  });
  const first = "status on 1 March";
  return [
    row("U5", "accounts in the network", whole, members.length, "members planted"),
    row("U6", "members suspended", sizes.suspended, withStatus(suspended), first),
    row("U6", "members deleted", sizes.deleted, withStatus(deleted), first),
    row(
      "U7 U8",
      "members suspended after the report",
      sizes.suspendedLater,
      members.filter((member) => suspendedAfterReport(amplifiers, member)).length,
      "suspended from 28 April to 4 May 2021",
    ),
    row("U17", "members created on the five days", createdInBursts, bursts.length, "creation dates of members"),
  ];
}

function suspendedAfterReport({ suspendedFrom }: Amplifiers, member: number): boolean {
  const suspension = suspendedFrom.at(member);
  return suspension >= reported && suspension < gone;
}

function shareRows(twin: TwinParts, london: LondonEvents, { networkShares }: LondonNumbers): CalibrationRow[] {
  const { ambassador, embassy, byNetwork, inWindow, isRetweet, on } = london;
  const [ofHim = 0, ofIt = 0, repliesToHim = 0] = networkShares;
  const retweets = (principal: number) =>
    share(
      london.count(on(principal), isRetweet, inWindow, byNetwork),
      london.count(on(principal), isRetweet, inWindow),
    );
  const isReply = london.isKind(reply);
  const replies = london.count(on(ambassador), isReply, inWindow) + ownThreadReplies(twin, ambassador);
  const networkReplies = london.count(on(ambassador), isReply, inWindow, byNetwork);
  const how = "by the network, over all in the amplification window";
  return [
    met(
      { claim: "U9 U12", quantity: "network's share of the ambassador's retweets", how },
      ofHim,
      retweets(ambassador),
    ),
    met({ claim: "U10", quantity: "network's share of the embassy's retweets", how }, ofIt, retweets(embassy)),
    met(
      { claim: "U11", quantity: "network's share of replies to the ambassador", how: `${how}, his thread replies too` },
      repliesToHim,
      share(networkReplies, replies),
    ),
  ];
}

function weekRows(twin: TwinParts, london: LondonEvents): CalibrationRow[] {
  const shares = weeklyShares(twin, london);
  const between = (low: number, high: number) => shares.filter((one) => one >= low && one <= high).length;
  const how = "the ambassador's retweets by week with 30 or more, weeks from Sunday";
  return [
    atLeast({ claim: "U15", quantity: "weeks with 50 to 75% from the network", how }, 2, between(0.5, 0.75)),
    atMost({ claim: "U15", quantity: "highest weekly share of the network", how }, 0.75, Math.max(0, ...shares)),
    atLeast(
      { claim: "U16", quantity: "share of weeks with 30 to 50% from the network", how },
      0.5,
      share(between(0.3, 0.5), shares.length),
    ),
  ];
}

function countRows(twin: TwinParts, london: LondonEvents, { part }: LondonNumbers): CalibrationRow[] {
  const { ambassador, byNetwork, inWindow, isRetweet, on } = london;
  const isReply = london.isKind(reply);
  const known = london.before(startOf(utcDay(lastDay)) + day);
  const byLater = (event: number) =>
    byNetwork(event) && suspendedAfterReport(twin.amplifiers, twin.events.amplifier.at(event));
  const [retweets, replies] = [london.count(isRetweet, byLater, known), london.count(isReply, byLater, known)];
  const all = london.count(byNetwork, known, (event) => isRetweet(event) || isReply(event));
  const how = `to ${lastDay}`;
  return [
    atLeast(
      { claim: "U13", quantity: "network's retweets of the ambassador", how: "in the amplification window" },
      18_000 * part,
      london.count(on(ambassador), isRetweet, inWindow, byNetwork),
    ),
    atLeast({ claim: "U14", quantity: "network's retweets of and replies to London", how }, 25_000 * part, all),
    atLeast({ claim: "U21", quantity: "retweets by members suspended after the report", how }, 10_000 * part, retweets),
    atMost({ claim: "U21", quantity: "replies by members suspended after the report", how }, 6_000 * part, replies),
    atLeast(
      { claim: "U21", quantity: "both by members suspended after the report", how },
      16_000 * part,
      retweets + replies,
    ),
    atLeast(
      {
        claim: "U20",
        quantity: "highest share of main tweets a member replied to",
        how: "the ambassador's, no threads",
      },
      0.75,
      mostRepliedTo(twin, london),
    ),
  ];
}
