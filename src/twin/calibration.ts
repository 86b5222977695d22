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
