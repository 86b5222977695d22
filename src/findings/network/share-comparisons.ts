import type { AccountTraces } from "../../coordination/traces/account-traces.js";
import type { CorpusInfo } from "../../corpus/info.js";
import { quantile } from "../../statistics/quantile.js";
import { compareGroups, type TwoGroups } from "../../statistics/two-groups.js";
import { shownShare } from "../account-privacy.js";
import type { Groups } from "./membership.js";

/** The four shares that the papers' figures compare. */
export type ShareName = "threadRetweeted" | "mainRetweeted" | "mainReplied" | "overlappingLanguage";

/** Accounts of a group for which a share is known, and the middle of their shares. */
export interface GroupShares {
  accounts: number;
  median: number | null;
  lowerQuartile: number | null;
  upperQuartile: number | null;
}

/** One share of network and benchmark group beside each other. */
export interface ShareComparison {
  share: ShareName;
  network: GroupShares;
  benchmark: GroupShares;
  /** Null where a group is empty. */
  effect: TwoGroups | null;
  /** The members' shares, ascending. */
  values: number[];
  /** Accounts of the benchmark group in each hundredth, the first of which holds 0, the last 1. */
  histogram: number[];
}

/** Fewest replies of which a share of overlapping language is taken, as in the papers' figure. */
const fewestReplies = 5;

const shares: Record<ShareName, (row: AccountTraces) => number | null> = {
  threadRetweeted: ({ coverage }) => coverage.threadRetweeted,
  mainRetweeted: ({ coverage }) => coverage.mainRetweeted,
  mainReplied: ({ coverage }) => coverage.mainReplied,
  overlappingLanguage: overlapOf,
};

/** Share of an account's replies with overlapping language; null below five replies. */
export function overlapOf({ language }: Pick<AccountTraces, "language">): number | null {
  return language.replies < fewestReplies ? null : language.overlapShare;
}

/**
 * The four comparisons of the papers: which share of the thread posts accounts retweeted, of the main posts, which share of
 * these they replied to, and which share of their replies has overlapping language; members against the benchmark group,
 * both among the accounts with at least five amplifications.
 *
 * The groups were not drawn at random: members were found because they act often and together. So the p-value says that
 * they differ, which for the first three follows in part from being busy; how far they do is the effect size.
 *
 * @example
 * const [threads] = shareComparisons(groupsOf(traces.rows, members), corpus.info);
 */
export function shareComparisons(groups: Groups<AccountTraces>, info: Pick<CorpusInfo, "basis">): ShareComparison[] {
  return (Object.keys(shares) as ShareName[]).map((share) => {
    const [network, benchmark] = [groups.network, groups.benchmark].map((rows) =>
      Float64Array.from(rows.flatMap((row) => shares[share](row) ?? [])).sort(),
    ) as [Float64Array, Float64Array];
    const isEmpty = network.length === 0 || benchmark.length === 0;
    return {
      share,
      network: summary(network),
      benchmark: summary(benchmark),
      effect: isEmpty ? null : compareGroups(network, benchmark, { seed: `network-traces/${share}` }),
      values: Array.from(network, (value) => shownShare(Math.round(value * 1e4) / 1e4, info) ?? 0),
      histogram: hundredths(benchmark),
    };
  });
}

function summary(sorted: Float64Array): GroupShares {
  return {
    accounts: sorted.length,
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
  };
}

function hundredths(values: Float64Array): number[] {
  const counts = new Array<number>(100).fill(0);
  for (const value of values) {
    const at = Math.min(99, Math.floor(value * 100));
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}
