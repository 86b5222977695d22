import { betaQuantile } from "./incomplete-beta.js";

/** The two ends of an interval. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Clopper-Pearson interval of a share: the shares that neither of the two exact binomial tests rejects.
 *
 * It covers the true share at least as often as it says, at the price of being wider than Wilson's (Clopper and Pearson 1934,
 * Biometrika 26:404-413). Use it where a published number used it, or where too narrow would be worse than too wide.
 *
 * @throws RangeError when the counts are not whole numbers with 0 <= count <= of and of >= 1, or the confidence is not
 *   between 0 and 1.
 * @example
 * clopperPearson(31, 62).low.toFixed(8); // "0.37024372"
 */
export function clopperPearson(count: number, of: number, confidence = 0.95): Interval {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of || of === 0) {
    throw new RangeError(
      `not a proportion: ${count} of ${of}; counts are whole numbers with 0 <= count <= of, of >= 1`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be between 0 and 1: ${confidence}`);
  const outside = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(outside, count, of - count + 1),
    // The upper end is the lower end of the failures: bisecting near 0 keeps digits that bisecting near 1 cannot.
    high: count === of ? 1 : 1 - betaQuantile(outside, of - count, count + 1),
  };
}
