/** Kinds of posts, as numbers in the columns. */
export const postKinds = ["text", "retweet", "quote", "reply"] as const;

/** What the principals posted, column by column, sorted by principal and then time. A post is its row number. */
export interface Posts {
  count: number;
  /** Number of the principal, in the order of `twinPrincipals`. */
  principal: Int32Array;
  /** The posts of principal p are the rows from start[p] to start[p + 1], the last not included. */
  start: Int32Array;
  /** Milliseconds since 1970, on whole seconds. */
  time: Float64Array;
  /** Index into `postKinds`. */
  kind: Uint8Array;
  /** Number of the principal's own post that this one continues as a thread; -1 for all others. */
  threadOf: Int32Array;
  /** Counts as last seen; -1 where the platform gives none, which is on retweets. */
  likes: Int32Array;
  replies: Int32Array;
  shares: Int32Array;
}
