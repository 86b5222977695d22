/** How a member of the network ends: claims U6 to U8. */
export type Fate = "suspended" | "deleted" | "suspended later";

/** Where a member comes from: claims U17 and U18, and the rest. */
export type Origin = "creation burst" | "dormant" | "established";

/** A member of the network and its ways. Times in milliseconds since 1970. */
export interface Member {
  amplifier: number;
  fate: Fate;
  origin: Origin;
  createdAt: number;
  /** First action on London, and when it stops. */
  from: number;
  until: number;
  /** Which of the operators' shifts runs the account. */
  shift: number;
  /** Median seconds between its retweets within a run. */
  gap: number;
  /** How much it does, against the others of its fate. */
  retweetWeight: number;
  replyWeight: number;
  /** Share of its actions that it takes alone, at ordinary delays. */
  aloneShare: number;
  /** Share of its replies made of set phrases, and which ones it prefers. */
  phraseShare: number;
  favourites: readonly number[];
  /** Share of its replies that it also posts as a quote, word for word. */
  quoteShare: number;
  /** The account that retweets whole runs until it is suspended on 10 September (claim G10). */
  runsThrough: boolean;
  /** The account that replies to over three quarters of the main tweets (claim U20). */
  repliesToMost: boolean;
  /** Actions on other diplomats, as a share of those on London. */
  elsewhere: number;
}
