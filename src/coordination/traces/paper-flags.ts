import type { Concentration } from "./concentration.js";
import type { Coverage } from "./coverage.js";
import type { Language } from "./language.js";
import type { PaperPair } from "./paper-pairs.js";

/** What the papers' own thresholds say about an account. */
export interface PaperFlags {
  /** More than 25 amplifications of diplomats, and more than half of the retweets of diplomats for focus principals. */
  candidate: boolean;
  threadRetweets: boolean;
  mainRetweets: boolean;
  mainReplies: boolean;
  overlappingLanguage: boolean;
  /** How many of the four flags before are set. */
  fulfilled: number;
  /**
   * Accounts it acted together with by the papers' rule, co-actions with all of them, and the highest rate of a pair.
   */
  partners: number;
  coActions: number;
  highestRate: number | null;
}

export const paperFlagsColumns = {
  candidate:
    "1 if it amplified diplomats more than 25 times and more than half of its retweets of them were for focus principals",
  threadRetweets: "1 if it retweeted more than 15% of the thread posts",
  mainRetweets: "1 if it retweeted more than 25% of the main posts",
  mainReplies: "1 if it replied to more than 15% of the main posts",
  overlappingLanguage: "1 if more than 25% of its replies share language with others or with the principals",
  fulfilled: "How many of these four are 1",
  partners: "Accounts it acted together with by the papers' rule",
  coActions: "Co-actions with all of them, each event once a pair",
  highestRate: "Highest rate of a pair: co-actions over the events of both",
} satisfies Record<keyof PaperFlags, string>;

/** The thresholds of the authors' code; an account must lie above each. */
export const paperThresholds = {
  amplifications: 25,
  focusShare: 0.5,
  threadRetweets: 0.15,
  mainRetweets: 0.25,
  mainReplies: 0.15,
  overlappingLanguage: 0.25,
  pairFocusShare: 0.25,
  pairAmplifications: 1,
};

/**
 * The papers' flags, by which their authors looked for the network before they chose it by hand: the candidate rule,
 * four flags of behaviour and how many of them hold (`fulfil`), and co-activity within a minute by their rule.
 *
 * A share of too few posts is not known and sets no flag. The papers' language flag looks for phrases of diplomats or
 * of other accounts of the network; which these are is not known here, so that any phrase of five accounts counts.
 *
 * @example
 * const shares = { threadRetweeted: 0.2, mainRetweeted: 0.25, mainReplied: null };
 * paperFlags({ diplomatAmplifications: 26, share: 0.6 }, shares, { overlapShare: 0 }, []).fulfilled; // 1
 */
export function paperFlags(
  concentration: Pick<Concentration, "diplomatAmplifications" | "share">,
  coverage: Pick<Coverage, "threadRetweeted" | "mainRetweeted" | "mainReplied">,
  language: Pick<Language, "overlapShare">,
  pairs: readonly Pick<PaperPair, "together" | "rate">[],
): PaperFlags {
  const limits = paperThresholds;
  const flags = {
    threadRetweets: (coverage.threadRetweeted ?? 0) > limits.threadRetweets,
    mainRetweets: (coverage.mainRetweeted ?? 0) > limits.mainRetweets,
    mainReplies: (coverage.mainReplied ?? 0) > limits.mainReplies,
    overlappingLanguage: (language.overlapShare ?? 0) > limits.overlappingLanguage,
  };
  return {
    candidate:
      concentration.diplomatAmplifications > limits.amplifications && (concentration.share ?? 0) > limits.focusShare,
    ...flags,
    fulfilled: Object.values(flags).filter(Boolean).length,
    partners: pairs.length,
    coActions: pairs.reduce((sum, { together }) => sum + together, 0),
    highestRate: pairs.length === 0 ? null : pairs.reduce((highest, { rate }) => Math.max(highest, rate), 0),
  };
}

/**
 * Whether an account takes part in the papers' co-activity: more than one amplification, more than a quarter for the
 * focus.
 */
export function takesPartInPairs({
  diplomatAmplifications,
  share,
}: Pick<Concentration, "diplomatAmplifications" | "share">): boolean {
  return diplomatAmplifications > paperThresholds.pairAmplifications && (share ?? 0) > paperThresholds.pairFocusShare;
}
