import type { CorpusInfo } from "../corpus/info.js";
import type { UtcInstant } from "../study/time.js";

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

/**
 * The creation of an amplifier's account as it may be shown: the day on the twin, elsewhere the month.
 *
 * @example
 * shownCreation("2019-10-09T14:18:32Z", { basis: "real data" }); // "2019-10"
 */
export function shownCreation(createdAt: UtcInstant | null, { basis }: Pick<CorpusInfo, "basis">): string | null {
  return createdAt?.slice(0, basis === "synthetic twin" ? 10 : 7) ?? null;
}

/** A share, or another number in 0..1, of one amplifier as it may be shown: outside the twin to two decimals. */
export function shownShare(share: number | null, { basis }: Pick<CorpusInfo, "basis">): number | null {
  if (share === null || basis === "synthetic twin") return share;
  return Math.round(share * 100) / 100;
}
