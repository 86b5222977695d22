import { reply } from "../events.js";
import { type LondonNumbers, londonNumbers } from "../london/numbers.js";
import { londonScale, londonTotals } from "../post-totals.js";
import { postKinds } from "../posts.js";
import { bounds } from "../rhythm.js";
import { LondonEvents } from "./london-events.js";
import { networkRows } from "./network-rows.js";
import { postSums } from "./post-rows.js";
import { atLeast, type CalibrationRow, met, share } from "./row.js";
import type { TwinParts } from "./twin-parts.js";

const ownRetweet = postKinds.indexOf("retweet");
const eventsHow = "events by others in the amplification window";

/** London's two accounts, their amplification and the network: claims U1 to U23. Without members the network has no rows. */
export function londonRows(twin: TwinParts): CalibrationRow[] {
  const london = new LondonEvents(twin);
  const numbers = londonNumbers(twin.scale);
  return [
    ...postRowsOf(twin, london),
    ...eventRows(twin, london, numbers),
    ...(twin.members.length > 0 ? networkRows(twin, london, numbers) : []),
  ];
}

/** Posts in the amplification window that are not retweets, and their likes. */
function postRowsOf(twin: TwinParts, { ambassador, embassy }: LondonEvents): CalibrationRow[] {
  const { to } = bounds(twin.study.amplificationWindow);
  const { posts, scale } = twin;
  const sums = (principal: number) =>
    postSums(
      twin,
      (at) => at === principal,
      (post) => posts.kind[post] !== ownRetweet && (posts.time[post] ?? 0) < to,
    );
  const published = (name: keyof typeof londonTotals) => {
    const { text, quote, reply: replies, thread } = londonTotals[name].window.counts;
    return (text + quote + replies + thread) * londonScale(scale);
  };
  const likes = (londonTotals.ambassador.window.likes + londonTotals.embassy.window.likes) * londonScale(scale);
  const how = "posts that are not retweets, in the amplification window";
  const [his, its] = [sums(ambassador), sums(embassy)];
  return [
    met({ claim: "U1", quantity: "tweets of the ambassador", how }, Math.round(published("ambassador")), his.posts),
    met({ claim: "U1", quantity: "tweets of the embassy", how }, Math.round(published("embassy")), its.posts),
    met({ claim: "U4", quantity: "likes of both", how }, Math.round(likes), his.likes + its.likes),
  ];
}

function eventRows({ study }: TwinParts, london: LondonEvents, numbers: LondonNumbers): CalibrationRow[] {
  const { ambassador, embassy, inWindow, isRetweet, on } = london;
  const [ofHim = 0, ofIt = 0, repliesToHim = 0, repliesToIt = 0] = numbers.totals;
  const retweets = (principal: number, ...tests: ((event: number) => boolean)[]) =>
    london.count(on(principal), isRetweet, inWindow, ...tests);
  const replies = london.count(london.isKind(reply), inWindow);
  const [bySuspended = 0, bySuspendedOfIt = 0] = numbers.suspendedRetweets;
  const suspended = (statusDay: number) =>
    share(retweets(ambassador, london.suspendedOn(statusDay)), retweets(ambassador));
  const shareHow = (statusDay: number) => `by accounts suspended on ${study.statusDays[statusDay]}, over all of them`;
  return [
    met({ claim: "U2 U22", quantity: "retweets of the ambassador", how: eventsHow }, ofHim, retweets(ambassador)),
    met({ claim: "U2", quantity: "retweets of the embassy", how: eventsHow }, ofIt, retweets(embassy)),
    met({ claim: "U3", quantity: "replies to both", how: eventsHow }, repliesToHim + repliesToIt, replies),
    met(
      { claim: "G11", quantity: "share of the ambassador's retweets by suspended", how: shareHow(0) },
      share(bySuspended, ofHim),
      suspended(0),
    ),
    met(
      { claim: "G11", quantity: "share of the embassy's retweets by suspended", how: shareHow(0) },
      share(bySuspendedOfIt, ofIt),
      share(retweets(embassy, london.suspendedOn(0)), retweets(embassy)),
    ),
    atLeast(
      { claim: "U23 G12", quantity: "share of the ambassador's retweets by suspended in the end", how: shareHow(1) },
      0.5,
      suspended(1),
    ),
  ];
}
