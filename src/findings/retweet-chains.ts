import type { CorpusInfo } from "../corpus/info.js";
import type { UtcInstant } from "../study/time.js";

/** Retweets of one account that follow each other within this many seconds make a chain. */
export const chainGap = 60;

/** A retweet with its time. */
export interface TimedRetweet {
  createdAt: UtcInstant;
  /** Seconds since any fixed moment. */
  seconds: number;
}

/** Retweets of diplomats by one account, each at most a minute after the one before. */
export interface RetweetChain {
  /** When the chain began, on the twin; null otherwise, because day and second would identify the account. */
  startedAt: UtcInstant | null;
  /** Seconds between one retweet and the next. */
  gaps: number[];
}

/** So many chains are kept: as many as the papers draw. */
const chainsKept = 8;

/**
 * The longest chains of one account, in order of time; of two of equal length the earlier is kept.
 *
 * @param retweets of one account, in order of time
 * @example
 * retweetChains([{ createdAt, seconds: 0 }, { createdAt, seconds: 3 }], info)[0]?.gaps; // [3]
 */
export function retweetChains(retweets: readonly TimedRetweet[], { basis }: Pick<CorpusInfo, "basis">): RetweetChain[] {
  const chains: { first: TimedRetweet; last: TimedRetweet; gaps: number[] }[] = [];
  for (const retweet of retweets) {
    const chain = chains.at(-1);
    const gap = chain ? retweet.seconds - chain.last.seconds : Number.POSITIVE_INFINITY;
    if (chain && gap <= chainGap) {
      chain.gaps.push(gap);
      chain.last = retweet;
    } else chains.push({ first: retweet, last: retweet, gaps: [] });
  }
  return chains
    .filter(({ gaps }) => gaps.length > 0)
    .sort((a, b) => b.gaps.length - a.gaps.length || a.first.seconds - b.first.seconds)
    .slice(0, chainsKept)
    .sort((a, b) => a.first.seconds - b.first.seconds)
    .map(({ first, gaps }) => ({ startedAt: basis === "synthetic twin" ? first.createdAt : null, gaps }));
}
