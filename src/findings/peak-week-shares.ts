import { detectNetwork } from "../coordination/detection/detect-network.js";
import type { Corpus } from "../corpus/corpus.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { DayWindow, Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { type FocusActions, focusActions } from "./shares/focus-actions.js";
import {
  type DiplomatAmplification,
  diplomatAmplification,
  type Involvement,
  involvement,
} from "./shares/involvement.js";
import { type OfficeTotals, officeTotals } from "./shares/office-totals.js";
import { allSeries, ofSeries, type Series } from "./shares/series.js";
import { type ShareChoice, shareChoices } from "./shares/share-choices.js";
import { allCount, type ClassCounts, classCounts, networkCount } from "./shares/share-classes.js";
import { type WeekSummary, weekSummaries } from "./shares/week-summary.js";
import { type BandedWeek, weeklyShares, withBands } from "./shares/weekly-shares.js";

/** Who made the retweets of or replies to an office over the whole window. */
export interface NetworkShare extends Series {
  classes: ClassCounts;
  network: Proportion;
  /** By accounts that were found suspended at the first query, and at any; deleted ones are in neither. */
  suspendedAtFirst: Proportion;
  suspendedAtAny: Proportion;
}

/** All that this finding computes: what its figures, its claims and its page are made from. */
export interface PeakWeekSharesResults {
  window: DayWindow;
  /** Last day of the posting window, to which some sources count instead. */
  postingTo: UtcDay;
  weekStart: Study["weekStart"];
  /** First and last day on which the platform was asked about accounts. */
  queries: { first: UtcDay; last: UtcDay } | null;
  /** Accounts of the network. */
  members: number;
  totals: OfficeTotals[];
  shares: NetworkShare[];
  weekly: BandedWeek[];
  summaries: WeekSummary[];
  choices: ShareChoice[];
  involvement: Involvement[];
  diplomats: DiplomatAmplification;
}

/**
 * Peak-week shares: how much of the retweeting of and replying to the ambassador and the embassy in the study's focus
 * country came from the network that the detector finds, over the window and week by week (claims U1 to U4, U9 to U16, U22 and
 * U23).
 *
 * Takes as long as the detection, and a few seconds more.
 *
 * @example
 * const { summaries } = await peakWeekSharesResults(corpus, oii2021);
 */
export async function peakWeekSharesResults(corpus: Corpus, study: Study): Promise<PeakWeekSharesResults> {
  const { members } = await detectNetwork(corpus, study);
  return sharesOfMembers(corpus, study, members);
}

/**
 * The same for a network that someone names.
 *
 * @param members ids of its accounts
 */
export async function sharesOfMembers(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
): Promise<PeakWeekSharesResults> {
  const { amplificationWindow: window, weekStart } = study;
  const [first, last] = [study.statusDays[0], study.statusDays.at(-1)];
  const actions = await focusActions(corpus, study, members);
  const weekly = withBands(weeklyShares(actions, window, weekStart), actions);
  return {
    ...{ window, postingTo: study.postingWindow.to, weekStart },
    queries: first && last ? { first, last } : null,
    members: members.length,
    totals: await officeTotals(corpus, study),
    shares: networkShares(actions),
    weekly,
    summaries: weekSummaries(weekly),
    choices: shareChoices(actions, study),
    involvement: await involvement(corpus, study, members),
    diplomats: await diplomatAmplification(corpus, study, members),
  };
}

/**
 * The network's shares over the whole window (claims U9 to U13), and those of accounts that were suspended, members or not
 * (U23). What the offices did themselves is in the denominators.
 */
export function networkShares(actions: readonly FocusActions[]): NetworkShare[] {
  return allSeries.map((series) => {
    const rows = ofSeries(actions, series);
    const classes = classCounts(rows);
    const all = allCount(classes);
    const suspended = (isSuspended: (row: FocusActions) => boolean) =>
      proportion(
        rows.reduce((sum, row) => sum + (isSuspended(row) ? row.actions : 0), 0),
        all,
      );
    return {
      ...series,
      classes,
      network: proportion(networkCount(classes), all),
      suspendedAtFirst: suspended(({ first }) => first === "suspended"),
      suspendedAtAny: suspended(({ first, last }) => first === "suspended" || last === "suspended"),
    };
  });
}
