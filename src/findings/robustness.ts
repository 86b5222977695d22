import { loadFocusCorpus } from "../coordination/traces/focus-events.js";
import type { Corpus } from "../corpus/corpus.js";
import type { DayWindow, Study } from "../study/study.js";
import { ambassadorActions } from "./specifications/ambassador-actions.js";
import type { GroupChoices } from "./specifications/choices.js";
import { type ChosenNetwork, networksOf } from "./specifications/find-network.js";
import { published, type Quantity, quantities } from "./specifications/quantities.js";
import { type SingleChange, singleChanges } from "./specifications/single-changes.js";
import { type SpecifiedShare, specifiedShares } from "./specifications/specified-shares.js";

/** The spread of one number over all specifications. */
export interface Spread {
  quantity: Quantity;
  /** The claim that prints it, and what it prints. */
  claim: string;
  publishedLow: number;
  publishedHigh: number;
  specifications: number;
  /** Of those, specifications whose search finds no group; their share is 0 and counts as such. */
  withoutNetwork: number;
  usual: number | null;
  lowest: number | null;
  median: number | null;
  highest: number | null;
}

/** Who is in the network under some choices, beside who usually is. */
export interface NetworkChange extends GroupChoices {
  members: number;
  /** Of those, members of the usual network as well. */
  alsoUsual: number;
}

/** All that this finding computes: what its figure and its page are made from. */
export interface RobustnessResults {
  window: DayWindow;
  networks: NetworkChange[];
  shares: SpecifiedShare[];
  spreads: Spread[];
  changes: SingleChange[];
}

/**
 * Robustness: how far the headline shares of the network move when what could have been decided otherwise is decided otherwise
 * (claims U9, U11 and U15, which `peak-week-shares` computes).
 *
 * A specification curve (Simonsohn, Simmons and Nelson 2020, Nature Human Behaviour 4:1208-1214): all defensible ways of
 * arriving at a number, none of them hidden. Choices of who is in the network are changed one at a time, as each takes a
 * search; choices of what is counted are combined with all of them. Whether a group is chance is not asked again here: shuffles
 * answer it once, for the usual choices, in `network-detection`.
 *
 * Without an ambassador or amplifications of one there are no shares. Takes a dozen searches, of one to eight seconds each on the
 * twin.
 *
 * @example
 * const { spreads } = await robustnessResults(corpus, oii2021);
 */
export async function robustnessResults(corpus: Corpus, study: Study): Promise<RobustnessResults> {
  const focus = await loadFocusCorpus(corpus, study);
  const networks = await networksOf(corpus, study);
  const shares = specifiedShares(networks, await ambassadorActions(corpus, study), focus, study);
  return {
    window: study.amplificationWindow,
    networks: networkChanges(networks),
    shares,
    spreads: quantities.map((quantity) => spreadOf(quantity, shares)),
    changes: singleChanges(shares),
  };
}

/** Ids of the members of the usual network. @returns none where nobody amplified a focus principal */
export async function usualNetwork(corpus: Corpus, study: Study): Promise<ReadonlySet<string>> {
  const [usual] = await networksOf(corpus, study);
  return usual?.members ?? new Set();
}

function networkChanges(networks: readonly ChosenNetwork[]): NetworkChange[] {
  const usual = networks[0]?.members ?? new Set();
  return networks.map(({ choices, members }) => ({
    ...choices,
    members: members.size,
    alsoUsual: [...members].filter((account) => usual.has(account)).length,
  }));
}

function spreadOf(quantity: Quantity, shares: readonly SpecifiedShare[]): Spread {
  const own = shares.filter((one) => one.quantity === quantity && one.share !== null);
  const sorted = own.map(({ share }) => share as number).sort((one, other) => one - other);
  const { claim, low, high } = published[quantity];
  return {
    ...{ quantity, claim, publishedLow: low, publishedHigh: high },
    specifications: own.length,
    withoutNetwork: own.filter(({ members }) => members === 0).length,
    usual: own.find(({ usual }) => usual)?.share ?? null,
    lowest: sorted[0] ?? null,
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
    highest: sorted.at(-1) ?? null,
  };
}
