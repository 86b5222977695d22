/**
 * The occasions an account had to be seen with a group: its events on targets on which another member of the group acted.
 *
 * Whether it was together with the group is compared with the events of everyone else on the same target: if labels and times had
 * nothing to do with each other, the account's event would be any of theirs or its own. So the test is one of timing given who
 * acted on which target; a taste for the same targets is no evidence. Where the events allow for jitter, the chance is also not
 * less than that of meeting the group at a moment a little earlier or later.
 */
export interface Occasions {
  account: number;
  /** Probability, for each occasion, to be together with the group by chance. */
  chance: Float64Array;
  /** Occasions on which it was. */
  together: number;
  /** Members met, with the number of occasions on which each was the only one met. */
  partners: Map<number, number>;
}

/** Everyone's occasions with one group, in columns; those of the account at place `at` from `starts[at]` up to `starts[at + 1]`. */
export interface OccasionColumns {
  /** Accounts that had any, in the order of their first. */
  accounts: readonly number[];
  starts: Uint32Array;
  /** Number of the event, and probability to be together with the group by chance. */
  event: Uint32Array;
  chance: Float64Array;
  /** Occasions of each account on which it was together with the group. */
  together: Uint32Array;
}
