import type { Proportion } from "../statistics/proportion.js";

/**
 * A whole number with commas between thousands.
 *
 * @example
 * wholeNumber(201382); // "201,382"
 */
export function wholeNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/**
 * A count with what is counted.
 *
 * @example
 * countText(6821, "accounts"); // "6,821 accounts"
 */
export function countText(value: number, unit: string): string {
  return `${wholeNumber(value)} ${unit}`;
}

/**
 * A proportion with its numerator, denominator and per cent to one decimal.
 *
 * @example
 * proportionText(proportion(27, 189)); // "27 of 189 (14.3%)"
 */
export function proportionText({ count, of, share }: Proportion): string {
  const percent = share === null ? "" : ` (${(share * 100).toFixed(1)}%)`;
  return `${wholeNumber(count)} of ${wholeNumber(of)}${percent}`;
}

/**
 * A span of years in words, as far as they have one.
 *
 * @example
 * yearsText(2); // "two years"
 */
export function yearsText(years: number): string {
  const word = ["no", "one", "two", "three", "four", "five"][years] ?? String(years);
  return `${word} ${years === 1 ? "year" : "years"}`;
}
