/** What London's part of the twin is built to. Sums within the amplification window unless it says otherwise. */
export interface LondonNumbers {
  /** How much of London is planted: 1 down to scale 0.05, below that in proportion. */
  part: number;
  /** Events by others in the window, by lane (see `lanes`): claims U2 and U3, split between the accounts by our choice. */
  totals: readonly number[];
  /** Share of each lane that is the network's (claims U9 to U11); that of the embassy's replies is our choice. */
  networkShares: readonly number[];
  /** Retweets by accounts suspended by 1 March, by account (claim G11). */
  suspendedRetweets: readonly number[];
  /** Retweets of the ambassador by accounts suspended in the end. No source prints it; 50% is the least of it (U23). */
  finallySuspendedRetweets: number;
  /** Events after the window to 30 April 2021, by lane: all, and the network's. Our choice, with claim U21 in view. */
  laterTotals: readonly number[];
  laterNetwork: readonly number[];
  /** What the 29 suspended after the report make within the window, by lane: with the later ones, claim U21. */
  suspendedLaterMake: readonly number[];
  deletedMake: readonly number[];
  /** Sizes of the network by fate (claim U6) and by origin (claims U17 and U18). */
  members: { suspended: number; deleted: number; suspendedLater: number };
  createdInBursts: number;
  activatedTogether: number;
}

/** Amplification of London is known to this day (claim U21). */
export const lastDay = "2021-04-30";

/**
 * The numbers of London at that scale.
 *
 * @throws RangeError for a scale that is not a number above 0
 * @example
 * londonNumbers(1).totals; // [43100, 2232, 48000, 4733]
 */
export function londonNumbers(scale: number): LondonNumbers {
  if (!(scale > 0 && Number.isFinite(scale))) throw new RangeError(`not a scale: ${scale}; give a number above 0`);
  const part = Math.min(1, scale / 0.05);
  const shrink = (counts: readonly number[]) => counts.map((count) => Math.round(count * part));
  const [suspended = 0, suspendedLater = 0, createdInBursts = 0, activatedTogether = 0] = shrink([31, 29, 20, 14]);
  const [finallySuspendedRetweets = 0] = shrink([31_032]);
  return {
    part,
    totals: shrink([43_100, 2_232, 48_000, 4_733]),
    networkShares: [18_960 / 43_100, 670 / 2_232, 0.2, 0.19],
    suspendedRetweets: shrink([21_550, 870]),
    finallySuspendedRetweets,
    laterTotals: shrink([3_400, 420, 3_600, 500]),
    laterNetwork: shrink([560, 260, 200, 60]),
    suspendedLaterMake: shrink([9_350, 320, 5_280, 440]),
    deletedMake: shrink([420, 14, 200, 10]),
    members: { suspended, deleted: part === 1 ? 2 : Math.round(2 * part), suspendedLater },
    createdInBursts,
    activatedTogether,
  };
}
