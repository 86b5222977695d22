import { type LorenzPoint, lorenzCurve, lorenzUpTo, smallestOfTop } from "../statistics/concentration.js";
import { type Concentration, concentration } from "../statistics/concentration-estimate.js";
import { lagsByAccount, medianLag, shareWithin, type TimedEvent } from "../statistics/lags.js";
import { proportion } from "../statistics/proportion.js";
import { quantile } from "../statistics/quantile.js";
import type { RetweetLags } from "./retweet-lags.js";

/** Lags of a part of the sample's accounts, as `RetweetLags` has them. */
export interface SampleLags extends Omit<RetweetLags, "amplifiers"> {
  amplifiers: "all accounts" | "top 1%" | "all others";
}

/** All that this finding computes: what its figure and its part of the page are made from. Empty without retweets. */
export interface RetweetSampleResults {
  concentration: Concentration;
  /** The Lorenz curve up to the most active tenth. */
  lorenz: LorenzPoint[];
  lags: SampleLags[];
}

/**
 * A sample of retweets measured as the retweets of diplomats are: how unevenly they are spread over accounts, and the
 * seconds between an account's consecutive ones.
 *
 * A sample that was drawn by its topic, its time or its targets has only some of an account's retweets: lags in it are upper
 * bounds, and what it says about concentration holds for it alone. Accounts that tie with the last of the top 1% belong to it.
 *
 * @example
 * const { lags } = retweetSampleResults([{ account: "a", seconds: 5 }, { account: "a", seconds: 9 }]);
 */
export function retweetSampleResults(retweets: readonly TimedEvent[]): RetweetSampleResults {
  const accounts = [...lagsByAccount(retweets).values()];
  const counts = accounts.map((lags) => lags.length + 1);
  const border = smallestOfTop(counts, 0.01) ?? 1;
  return {
    concentration: concentration(counts, { seed: "retweet-sample" }),
    lorenz: lorenzUpTo(lorenzCurve(counts), 0.1),
    lags:
      accounts.length === 0
        ? []
        : [
            lagsOf("all accounts", 1, accounts),
            lagsOf(
              "top 1%",
              border,
              accounts.filter(({ length }) => length + 1 >= border),
            ),
            lagsOf(
              "all others",
              1,
              accounts.filter(({ length }) => length + 1 < border),
            ),
          ],
  };
}

function lagsOf(amplifiers: SampleLags["amplifiers"], fewest: number, accounts: number[][]): SampleLags {
  const lags = accounts.flat();
  const medians = accounts.flatMap((own) => medianLag(own) ?? []).sort((a, b) => a - b);
  return {
    amplifiers,
    fewest,
    accounts: accounts.length,
    retweets: lags.length + accounts.length,
    lowerQuartile: quantile(medians, 0.25),
    median: quantile(medians, 0.5),
    upperQuartile: quantile(medians, 0.75),
    underMinute: proportion(medians.filter((median) => median < 60).length, medians.length),
    within10: shareWithin(lags, 10),
    within60: shareWithin(lags, 60),
  };
}
