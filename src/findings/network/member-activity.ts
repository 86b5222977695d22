import type { AccountTraces } from "../../coordination/traces/account-traces.js";
import { bootstrapIntervals } from "../../statistics/bootstrap.js";
import { type Proportion, proportion } from "../../statistics/proportion.js";
import { quantile } from "../../statistics/quantile.js";
import { amplificationsOf } from "./membership.js";

/** How often members amplified the focus principals, and how many amplified other diplomats. */
export interface MemberActivity {
  /** Amplifications of focus principals: of the median account, with a 95% interval from resampled accounts. */
  median: number | null;
  low: number | null;
  high: number | null;
  atLeastHundred: Proportion;
  atLeastThousand: Proportion;
  /** Members whose retweets of diplomats were, to the whole per cent, all of focus principals. */
  focusOnly: Proportion;
  /** Members without a single retweet, quote or reply of another diplomat. */
  noOtherDiplomat: Proportion;
}

/** As the papers' table prints a share: 99.5% and more is 100%. */
const wholeShare = 0.995;

/**
 * How often members amplified the focus principals (claim U31), and how many of them amplified hardly any other diplomat
 * (claim U26). "Only" is read as the papers' table of accounts prints it, to the whole per cent: of an account with a thousand retweets
 * four may be of others. The strict count stands beside it.
 *
 * @example
 * const { median } = memberActivity(groupsOf(traces.rows, members).network);
 */
export function memberActivity(network: readonly AccountTraces[]): MemberActivity {
  const counts = Float64Array.from(network, amplificationsOf).sort();
  const once = new Array<number>(counts.length).fill(1);
  const [interval = null] =
    counts.length === 0
      ? []
      : bootstrapIntervals(once, (drawn) => [medianOf(counts, drawn)], { seed: "network-traces/activity" });
  const withRetweets = network.filter(({ concentration }) => concentration.share !== null);
  const of = (matching: readonly unknown[], all: readonly unknown[]) => proportion(matching.length, all.length);
  return {
    median: quantile(counts, 0.5),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    atLeastHundred: of(Array.from(counts.filter((count) => count >= 100)), network),
    atLeastThousand: of(Array.from(counts.filter((count) => count >= 1000)), network),
    focusOnly: of(
      withRetweets.filter(({ concentration }) => (concentration.share ?? 0) >= wholeShare),
      withRetweets,
    ),
    noOtherDiplomat: of(
      network.filter((row) => row.concentration.diplomatAmplifications === amplificationsOf(row)),
      network,
    ),
  };
}

function medianOf(sorted: Float64Array, drawn: ArrayLike<number>): number | null {
  const values = Array.from(sorted).flatMap((value, at) => new Array<number>(drawn[at] as number).fill(value));
  return quantile(values, 0.5);
}
