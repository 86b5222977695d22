/** Ways in which a published number can bind the recomputed one. */
export const relations = [
  "equal",
  "about",
  "more than",
  "at least",
  "fewer than",
  "at most",
  "between",
  "stated",
] as const;

/** How a published number binds the recomputed one. */
export type Relation = (typeof relations)[number];
