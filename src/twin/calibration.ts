/**
 * What the twin is built to: published totals, and where the papers print none, the real list of accounts of July 2021.
 * Every number here is calibrated, so that agreeing with it proves the code and nothing else.
 */
export const calibration = {
  /** Claims V11, V11b and V7. */
  diplomatsOnTwitter: 189,
  diplomatsOnFacebook: 84,
  stateMedia: 176,
  /** Claims L1 and L2, on 1 March 2021. */
  labelledDiplomatsOnTwitter: 27,
  /** Claim V17 prints "fewer than 50"; 44 is the count in the real list of July 2021. */
  diplomatsBefore2019: 44,
  /** Created from 1 January to 22 February 2019; with it, 143 of 189 are at most two years old (claim V18: over 3/4). */
  diplomatsEarly2019: 2,
} as const;

/**
 * Amplification at scale 1, in the amplification window and with statuses of 1 March 2021, London included. Where no claim is
 * named the number is the twin's own.
 */
export const amplificationTotals = {
  diplomat: {
    /** Claim G1. */
    retweets: 735_664,
    retweeters: 150_000,
    /** Claim G3: 10.1%. */
    suspendedRetweets: 74_302,
    /** Claim G6: "around 8,000"; an export named in the authors' code implies about 8,500. */
    suspendedRetweeters: 8_500,
  },
  state_media: {
    /** Claim G2. */
    retweets: 1_980_000,
    retweeters: 430_000,
    /** Claim G4: 6.3%. */
    suspendedRetweets: 124_740,
  },
  /** Suspended accounts that retweeted either (claim G5). */
  suspendedRetweeters: 26_879,
  both: { retweeters: 40_000, suspendedRetweeters: 3_000 },
  /** Share of the diplomats' retweets made by the most active 1% (claims G7 and G8: 360,000 of 735,664). */
  diplomatTopShare: 0.489,
  /** Highest share of retweets by suspended accounts outside London, where the embassy has 39% (claim G11). */
  highestSuspendedShare: 0.38,
  /** Quotes of and replies to diplomats outside London. */
  quotes: 60_000,
  replies: 120_000,
} as const;
