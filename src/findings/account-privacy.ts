import type { CorpusInfo } from "../corpus/info.js";

/** Which digits of a count stay where it is that of one amplifier. */
const significantDigits = 2;

/**
 * A count of one amplifier as it may be shown: exact on the twin, elsewhere rounded to two significant digits, so that the
 * account cannot be looked up on the platform. Audited offices and outlets are named, and their counts are not rounded.
 *
 * @example
 * shownCount(2036, { basis: "real data" }); // 2000
 */
export function shownCount(count: number, { basis }: Pick<CorpusInfo, "basis">): number {
  return basis === "synthetic twin" ? count : Number(count.toPrecision(significantDigits));
}
