/** A share that keeps what it was computed from. */
export interface Proportion {
  /** How many have the property. */
  count: number;
  /** How many were looked at. */
  of: number;
  /** `count / of`, in 0..1; null when nothing was looked at. */
  share: number | null;
  /** Ends of the 95% Wilson interval; 0 and 1 when nothing was looked at. */
  low: number;
  high: number;
}

/** 97.5% quantile of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * A proportion with its 95% Wilson score interval.
 *
 * The Wilson interval stays within 0..1 and keeps its coverage for small counts, where the textbook interval does not
 * (Wilson 1927, Journal of the American Statistical Association 22:209-212; Brown, Cai and DasGupta 2001).
 *
 * @throws RangeError when the counts are not whole numbers with 0 <= count <= of.
 * @example
 * proportion(31, 62).low.toFixed(6); // "0.379227"
 */
export function proportion(count: number, of: number): Proportion {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of) {
    throw new RangeError(`not a proportion: ${count} of ${of}; counts are whole numbers with 0 <= count <= of`);
  }
  if (of === 0) return { count, of, share: null, low: 0, high: 1 };
  const share = count / of;
  const scale = 1 + (z * z) / of;
  const centre = (share + (z * z) / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  // Exact where the formula is: rounding would leave 1e-17 beside 0.
  const low = count === 0 ? 0 : Math.max(0, centre - half);
  const high = count === of ? 1 : Math.min(1, centre + half);
  return { count, of, share, low, high };
}
