import { amplificationTotals } from "../calibration.js";
import { quote, reply } from "../events.js";
import { activeDays } from "./active-days.js";
import { audienceBits, diplomatBit, londonBit } from "./audiences.js";
import { busiest, quantile } from "./busiest.js";
import { atLeast, atMost, type CalibrationRow, met, share, totalAt } from "./row.js";
import { suspendedOn, type Tallies } from "./tallies.js";
import { topShare } from "./top-share.js";
import type { TwinParts } from "./twin-parts.js";

const { diplomat, state_media, suspendedRetweeters, both, diplomatTopShare, highestSuspendedShare } =
  amplificationTotals;
const retweetsHow = "retweets in the amplification window, statuses of 1 March";

/** Retweets, who made them, and how: claims G1 to G9, G11, G13 and G14. */
export function amplificationRows(twin: TwinParts, counted: Tallies): CalibrationRow[] {
  return [...totalRows(twin, counted), ...shareRows(twin, counted), ...behaviourRows(twin, counted), ...talkRows(twin)];
}

function totalRows({ scale }: TwinParts, counted: Tallies): CalibrationRow[] {
  const { london } = counted;
  const row = (claim: string, quantity: string, published: number, reached: number, inLondon = 0) =>
    met({ claim, quantity, how: retweetsHow }, totalAt(published, inLondon, scale), reached);
  const ofDiplomats = (claim: string, quantity: string, name: keyof typeof diplomat) =>
    row(claim, quantity, diplomat[name], counted.diplomat[name], london[name]);
  const ofMedia = (claim: string, quantity: string, name: keyof typeof state_media) =>
    row(claim, quantity, state_media[name], counted.state_media[name]);
  return [
    ofDiplomats("G1", "retweets of diplomats", "retweets"),
    ofDiplomats("G1", "accounts that retweeted diplomats", "retweeters"),
    ofMedia("G2", "retweets of state media", "retweets"),
    ofMedia("G2", "accounts that retweeted state media", "retweeters"),
    row("", "accounts that retweeted both", both.retweeters, counted.both.retweeters),
    ofDiplomats("G3 G5", "retweets of diplomats by suspended accounts", "suspendedRetweets"),
    ofMedia("G4 G5", "retweets of state media by suspended accounts", "suspendedRetweets"),
    row(
      "G5",
      "suspended accounts that retweeted either",
      suspendedRetweeters,
      counted.either.suspendedRetweeters,
      london.suspendedRetweeters,
    ),
    ofDiplomats("G6", "suspended accounts that retweeted diplomats", "suspendedRetweeters"),
  ];
}

function shareRows({ principals, scale }: TwinParts, counted: Tallies): CalibrationRow[] {
  const bits = audienceBits(principals);
  const { retweets, suspendedRetweets } = counted.perPrincipal;
  const elsewhere = Array.from(retweets, (count, principal) =>
    count >= 100 && ((bits[principal] ?? 0) & londonBit) === 0 ? share(suspendedRetweets[principal] ?? 0, count) : 0,
  );
  const wanted = (name: "retweets" | "suspendedRetweets") => totalAt(diplomat[name], counted.london[name], scale);
  const suspended = ({ suspendedRetweets: part, retweets: whole }: Tallies["diplomat"]) => share(part, whole);
  return [
    met(
      { claim: "G3", quantity: "share by suspended, diplomats", how: retweetsHow },
      share(wanted("suspendedRetweets"), wanted("retweets")),
      suspended(counted.diplomat),
    ),
    met(
      { claim: "G4", quantity: "share by suspended, state media", how: retweetsHow },
      share(state_media.suspendedRetweets, state_media.retweets),
      suspended(counted.state_media),
    ),
    met(
      {
        claim: "G7 G8",
        quantity: "share of diplomats' retweets by the top 1%",
        how: "retweeters by number of retweets",
      },
      diplomatTopShare,
      topShare([counted.perAmplifier.diplomat], 0.01),
    ),
    atMost(
      {
        claim: "G11",
        quantity: "highest share by suspended outside London",
        how: "principals with 100 retweets or more",
      },
      highestSuspendedShare,
      Math.max(0, ...elsewhere),
    ),
  ];
}

/** What the claims put in words; the bounds are the twin's own reading of "seconds" and "weeks or months". */
function behaviourRows(twin: TwinParts, counted: Tallies): CalibrationRow[] {
  const { lags, delays } = busiest(twin, counted);
  const days = activeDays(twin, suspendedOn(twin.amplifiers, twin.study));
  const how = "medians of the accounts in the top 1%";
  return [
    atMost({ claim: "G9", quantity: "seconds between retweets, fastest quarter", how }, 60, quantile(lags, 0.25)),
    atMost(
      { claim: "G14", quantity: "seconds from post to retweet, fastest twentieth", how },
      60,
      quantile(delays, 0.05),
    ),
    atLeast(
      { claim: "G13", quantity: "median days of activity of suspended accounts", how: "first to last amplification" },
      14,
      quantile(days, 0.5),
    ),
  ];
}

function talkRows({ principals, events, scale }: TwinParts): CalibrationRow[] {
  const bits = audienceBits(principals);
  const [kinds, whom] = [events.kind.view(), events.principal.view()];
  const outside = (kind: number) =>
    kinds.reduce((sum, one, event) => (one === kind && bits[whom[event] ?? 0] === diplomatBit ? sum + 1 : sum), 0);
  const how = "events of that kind, whenever made; the least is what ordinary accounts make";
  const { quotes, replies } = amplificationTotals;
  return [
    atLeast(
      { claim: "", quantity: "quotes of diplomats outside London", how },
      Math.round(quotes * scale),
      outside(quote),
    ),
    atLeast(
      { claim: "", quantity: "replies to diplomats outside London", how },
      Math.round(replies * scale),
      outside(reply),
    ),
  ];
}
