import { lastPrintedUnit, percent, printed, roundedFrom, within } from "./consistency-numbers.js";
import type { Facts, Recomputed } from "./recomputed.js";
import { recomputed } from "./recomputed.js";

/**
 * C5: a press text (S4) credits nearly 200,000 retweets of suspended accounts to the ambassador in London alone. Both London
 * accounts together were retweeted 45,332 times (U2), he himself about 43,000 times (U22); the number belongs to the 26,879
 * suspended accounts that retweeted any diplomat or state medium (G5).
 *
 * @example
 * retweetsCreditedToTheAmbassador(facts).value; // 45332
 */
export function retweetsCreditedToTheAmbassador(facts: Facts): Recomputed {
  const london = facts("U2", "retweets");
  const ambassador = facts("U22", "retweets");
  const credited = facts("C5", "ambassador_retweets_in_press");
  const suspended = facts("G5", "suspended_accounts");
  const times = printed(credited / ambassador, 1);
  const text = `${printed(credited)} / ${printed(ambassador)} = ${times}; both London accounts had ${printed(london)} retweets`;
  const tooMany =
    `${printed(credited)} retweets are credited to the ambassador, who with the embassy had ${printed(london)}; ` +
    `they are those of ${printed(suspended)} suspended accounts of any diplomat or state medium.`;
  return recomputed(london, text, credited <= london ? undefined : tooMany);
}

/**
 * C6: retweets sent by suspended accounts, from their shares (G3 of G1, G4 of G2) against the published sum (G5: nearly 200,000,
 * in one source 198,000). All four numbers are rounded; the sources agree if some numbers that round to them fit.
 *
 * @example
 * retweetsBySuspendedAccounts(facts).text; // "10.1% x 735,664 + 6.3% x 1,980,000 = 74,302 + 124,740 = 199,042"
 */
export function retweetsBySuspendedAccounts(facts: Facts): Recomputed {
  const diplomats = { share: facts("G3", "suspended_share"), of: facts("G1", "retweets") };
  const media = { share: facts("G4", "suspended_share"), of: facts("G2", "retweets") };
  const groups = [diplomats, media];
  const parts = groups.map(({ share, of }) => share * of);
  const sum = groups.reduce((total, { share, of }) => total + share * of, 0);
  const bound = (end: "low" | "high") =>
    groups.reduce((total, { share, of }) => total + roundedFrom(share)[end] * roundedFrom(of)[end], 0);
  const [low, high] = [bound("low"), bound("high")];
  const published = facts("G5", "retweets_to_the_thousand");
  const nearly = facts("G5", "retweets_nearly");
  const products = groups.map(({ share, of }) => `${percent(share)} x ${printed(of)}`).join(" + ");
  const text = `${products} = ${parts.map((n) => printed(n)).join(" + ")} = ${printed(sum)}`;
  const span = roundedFrom(published);
  const agrees = low <= span.high && high >= span.low && low <= nearly;
  const differs = `The shares give ${printed(low)} to ${printed(high)} retweets, but ${printed(published)} and nearly ${printed(nearly)} are printed.`;
  return recomputed(sum, text, agrees ? undefined : differs);
}

/**
 * C7: the share of the most active 1% of retweeters, from their nearly 360,000 retweets (G8) and all 735,664 (G1). It is the
 * "nearly half" of G7; the press text that prints the 360,000 (TC) also says more than half.
 *
 * @example
 * shareOfTheTopPercent(facts).text; // "360,000 / 735,664 = 48.9%"
 */
export function shareOfTheTopPercent(facts: Facts): Recomputed {
  const top = facts("G8", "top_percent_retweets");
  const all = facts("G1", "retweets");
  const press = facts("C7", "top_percent_share_in_press");
  const share = top / all;
  const text = `${printed(top)} / ${printed(all)} = ${percent(share)}`;
  const less = `One press text says more than ${percent(press)}, but its own number gives ${percent(share)}.`;
  return recomputed(share, text, share > press ? undefined : less);
}

/**
 * C12: the share of the ambassador's retweets from accounts suspended sooner or later. A press text (S3) has a little over
 * 10,000 of 43,000 (U22), others more than half (U23), half already on 1 March (G11).
 *
 * @example
 * laterSuspendedShareInThePress(facts).text; // "10,000 / 43,000 = 23.3%"
 */
export function laterSuspendedShareInThePress(facts: Facts): Recomputed {
  const inPress = facts("C12", "suspended_retweets_in_press");
  const all = facts("U22", "retweets");
  const elsewhere = facts("U23", "suspended_share");
  const share = inPress / all;
  const text = `${printed(inPress)} / ${printed(all)} = ${percent(share)}`;
  if (share > elsewhere) return recomputed(share, text, undefined);
  const source = inPress === facts("U21", "retweets") ? "; it is the number of the accounts still active in March" : "";
  const inMarch = percent(facts("G11", "ambassador_suspended_share"));
  const less = `${printed(inPress)} of ${printed(all)} is ${percent(share)}, but others give more than ${percent(elsewhere)}, and ${inMarch} already in March${source}.`;
  return recomputed(share, text, less);
}

/**
 * C14: 30-50% in most weeks (U16) and 50-75% in peak weeks (U15) are two statistics. They agree if the peaks begin where the
 * typical weeks end and if the overall share (U9), a mean of weekly shares, lies between the lowest and the highest.
 *
 * @example
 * typicalAndPeakWeeks(facts).text; // "30.0% <= 44.0% <= 75.0%; typical weeks end at 50.0%, peak weeks begin at 50.0%"
 */
export function typicalAndPeakWeeks(facts: Facts): Recomputed {
  const typical = { low: facts("U16", "typical_share_low"), high: facts("U16", "typical_share_high") };
  const peak = { low: facts("U15", "peak_share_low"), high: facts("U15", "peak_share_high") };
  const overall = facts("U9", "network_share");
  const inside = within({ low: typical.low, high: peak.high }, overall);
  const ends = `typical weeks end at ${percent(typical.high)}, peak weeks begin at ${percent(peak.low)}`;
  if (!inside) {
    const outside = `The overall share of ${percent(overall)} is outside the weekly ${percent(typical.low)} to ${percent(peak.high)}.`;
    return recomputed(overall, ends, outside);
  }
  const text = `${percent(typical.low)} <= ${percent(overall)} <= ${percent(peak.high)}; ${ends}`;
  return recomputed(overall, text, typical.high <= peak.low ? undefined : `The ranges overlap: ${ends}.`);
}

/**
 * C16: can the ambassador have had over 43,000 retweets (U22) by January already, as one text says, or only by February? The
 * network's over 18,000 (U13), read as not yet 19,000, are 44% of his retweets to January (U9), and he can't have had more
 * than both London accounts (U2). The value is the most he can have had; a contradiction only if that rules January out.
 *
 * @example
 * ambassadorRetweetsToJanuary(facts).text; // "18,000 / 44.5% = 40,449 to 19,000 / 43.5% = 43,678; both London accounts 45,332"
 */
export function ambassadorRetweetsToJanuary(facts: Facts): Recomputed {
  const network = facts("U13", "network_retweets");
  const networkAtMost = network + lastPrintedUnit(network);
  const share = roundedFrom(facts("U9", "network_share"));
  const london = facts("U2", "retweets");
  const published = facts("U22", "retweets");
  const least = network / share.high;
  const most = Math.min(networkAtMost / share.low, london);
  const from = `${printed(network)} / ${percent(share.high)} = ${printed(least)}`;
  const to = `${printed(networkAtMost)} / ${percent(share.low)} = ${printed(networkAtMost / share.low)}`;
  const text = `${from} to ${to}; both London accounts ${printed(london)}`;
  const tooMany = `To January the ambassador had at most ${printed(most)} retweets, but one source gives over ${printed(published)}.`;
  return recomputed(most, text, most > published ? undefined : tooMany);
}
