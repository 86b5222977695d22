import { type NetworkShare, networkShares, type PeakWeekSharesResults } from "../../findings/peak-week-shares.js";
import type { ActionKind } from "../../findings/shares/focus-actions.js";
import { diplomatAmplification } from "../../findings/shares/involvement.js";
import { type OfficeTotals, officeTotals } from "../../findings/shares/office-totals.js";
import { inSeries, type OfficeOrBoth } from "../../findings/shares/series.js";
import { highestOfBothKinds, type WeekSummary, weekSummaries } from "../../findings/shares/week-summary.js";
import { countText, proportionText, wholeNumber } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

const noPosts: Outcome = {
  notComputable: "This corpus holds no posts of the ambassador and the embassy in the window.",
};
const noActions: Outcome = { notComputable: "This corpus holds no retweets of and replies to the two accounts." };
const noNetwork: Outcome = { notComputable: "The detector finds no network in this corpus." };

/** The claims on the ambassador and the embassy. Members are those that the detector finds, not the authors' list. */
export const peakWeekSharesChecks: Check<PeakWeekSharesResults>[] = [
  totals("U1", ({ tweets }) => tweets, "tweets", noPosts, tweetsOfEach),
  totals("U2", ({ retweets }) => retweets, "retweets", noActions),
  totals("U3", ({ replies }) => replies, "replies", noActions),
  { claim: "U4", by: officeTotals, recompute: likes },
  share("U9", "ambassador", "retweet", ofNetwork),
  share("U10", "embassy", "retweet", ofNetwork),
  share("U11", "ambassador", "reply", ofNetwork),
  share("U12", "ambassador", "retweet", ofNetwork),
  share("U13", "ambassador", "retweet", ({ network }) => ({
    value: network.count,
    text: `${proportionText(network)} retweets`,
  })),
  {
    claim: "U14",
    by: diplomatAmplification,
    recompute({ diplomats: { retweets, replies }, members, totals: rows }) {
      if (members === 0) return rows.every((row) => row.retweets + row.replies === 0) ? noActions : noNetwork;
      const text = `${countText(retweets, "retweets")} + ${countText(replies, "replies")} of diplomats`;
      return { value: retweets + replies, text };
    },
  },
  weeks("U15", ({ highest }) => highest?.share ?? null, peakText),
  weeks("U16", ({ median }) => median.value, typicalText),
  { claim: "U22", by: officeTotals, recompute: retweetsOfAmbassador },
  { claim: "U23", by: networkShares, recompute: suspendedSoonerOrLater },
];

/** A sum over the two offices: "2,375 + 695 = 3,070 tweets". */
function totals(
  claim: string,
  of: (row: OfficeTotals) => number,
  unit: string,
  otherwise: Outcome,
  parts: (rows: OfficeTotals[]) => Record<string, number | null> = () => ({}),
): Check<PeakWeekSharesResults> {
  return {
    claim,
    by: officeTotals,
    recompute({ totals: rows }) {
      const value = rows.reduce((sum, row) => sum + of(row), 0);
      if (value === 0) return otherwise;
      const text = `${rows.map((row) => wholeNumber(of(row))).join(" + ")} = ${countText(value, unit)}`;
      return { value, parts: parts(rows), text };
    },
  };
}

function tweetsOfEach(rows: OfficeTotals[]): Record<string, number | null> {
  const of = (wanted: OfficeTotals["office"]) => rows.find(({ office }) => office === wanted)?.tweets ?? null;
  return { ambassador_tweets: of("ambassador"), embassy_tweets: of("embassy") };
}

function likes({ totals: rows, window, postingTo }: PeakWeekSharesResults): Outcome {
  if (rows.every(({ tweets }) => tweets === 0)) return noPosts;
  const value = rows.reduce((sum, row) => sum + row.likes, 0);
  const later = rows.reduce((sum, row) => sum + row.likesToPostingEnd, 0);
  return { value, text: `${countText(value, "likes")} to ${window.to}; ${wholeNumber(later)} to ${postingTo}` };
}

function retweetsOfAmbassador({ totals: rows, window, postingTo }: PeakWeekSharesResults): Outcome {
  const ambassador = rows.find(({ office }) => office === "ambassador");
  if (!ambassador || ambassador.retweetsToPostingEnd === 0) return noActions;
  const { retweets: value, retweetsToPostingEnd } = ambassador;
  return {
    value,
    text: `${countText(value, "retweets")} to ${window.to}; ${wholeNumber(retweetsToPostingEnd)} to ${postingTo}`,
  };
}

/** By whoever was suspended, in the network or not: none of it depends on the detector. */
function suspendedSoonerOrLater({ shares, queries }: PeakWeekSharesResults): Outcome {
  const row = inSeries(shares, "ambassador", "retweet");
  if (!row || row.suspendedAtAny.share === null || !queries) return noActions;
  const { suspendedAtAny, suspendedAtFirst } = row;
  return {
    value: suspendedAtAny.share ?? 0,
    text: `${proportionText(suspendedAtAny)} by ${queries.last}; ${proportionText(suspendedAtFirst)} by ${queries.first}`,
  };
}

function share(
  claim: string,
  office: OfficeOrBoth,
  kind: ActionKind,
  outcome: (row: NetworkShare, results: PeakWeekSharesResults) => Outcome,
): Check<PeakWeekSharesResults> {
  return {
    claim,
    by: networkShares,
    recompute(results) {
      const row = inSeries(results.shares, office, kind);
      if (!row || row.network.share === null) return noActions;
      return results.members === 0 ? noNetwork : outcome(row, results);
    },
  };
}

/** With the interval that resamples stretches of weeks: actions of one week are not independent of each other. */
function ofNetwork({ office, kind, network }: NetworkShare, { summaries, members }: PeakWeekSharesResults): Outcome {
  const { low = null, high = null } = inSeries(summaries, office, kind)?.overall ?? {};
  const interval = low === null || high === null ? "" : `, ${percent(low)} to ${percent(high)}`;
  return { value: network.share ?? 0, text: `${proportionText(network)} by the ${members} accounts found${interval}` };
}

/** Weekly shares of the retweets of both accounts, as the claims name both. */
function weeks(
  claim: string,
  measure: (row: WeekSummary) => number | null,
  wording: (row: WeekSummary, value: number, results: PeakWeekSharesResults) => string,
): Check<PeakWeekSharesResults> {
  return {
    claim,
    by: weekSummaries,
    recompute(results) {
      const { summaries, members } = results;
      const row = inSeries(summaries, "both", "retweet");
      const value = row ? measure(row) : null;
      if (!row || value === null) return noActions;
      return members === 0 ? noNetwork : { value, text: wording(row, value, results) };
    },
  };
}

function peakText(
  { peaks, peakWeeks, weeks: compared }: WeekSummary,
  value: number,
  { weekly }: PeakWeekSharesResults,
): string {
  const lowest = Math.min(...peaks.map(({ share: one }) => one));
  const range = peakWeeks > 0 ? `, ${percent(lowest)} to ${percent(value)}` : `, at most ${percent(value)}`;
  const together = highestOfBothKinds(weekly);
  const besides = together === null ? "" : `; of retweets and replies together at most ${percent(together)}`;
  return `engagement read as retweets: ${peakWeeks} of ${compared} weeks with half of those of both accounts or more${range}${besides}`;
}

function typicalText({ typicalWeeks, weeks: compared }: WeekSummary, value: number): string {
  return `median week ${percent(value)} of the retweets of both accounts; ${typicalWeeks} of ${compared} weeks from 30% to 50%`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}
