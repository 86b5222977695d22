/**
 * Looks up one published number of `data/published/facts.csv` by claim id and quantity.
 *
 * @throws UserError when the file holds no such number.
 * @example
 * facts("V1", "tweets"); // 201382
 */
export type Facts = (claim: string, quantity: string) => number;

/** What a consistency check found out from published numbers alone. */
export interface Recomputed {
  /** The number set against the claim, in the unit of the claim. */
  value: number;
  /** Further numbers of a claim that states several, by quantity; null for one that this corpus does not hold. */
  parts?: Record<string, number | null>;
  /** The arithmetic as a reader would write it: "201,382 / 259 = 777.5". */
  text: string;
  /** Set when the sources contradict each other: what contradicts what, in one sentence. */
  contradiction?: string;
}

/**
 * A result with its contradiction, or without that key where the sources agree.
 *
 * @example
 * recomputed(3, "1 + 2 = 3", undefined); // { value: 3, text: "1 + 2 = 3" }
 */
export function recomputed(value: number, text: string, contradiction: string | undefined): Recomputed {
  return contradiction === undefined ? { value, text } : { value, text, contradiction };
}
