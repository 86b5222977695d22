import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import { type ActiveSpan, activeSpans } from "./active-spans.js";
import { type AmplifierStatuses, amplifierStatuses } from "./amplifier-statuses.js";
import { type SharedAudiences, sharedRetweeters } from "./shared-retweeters.js";
import { type SuspendedShare, suspendedShares } from "./suspended-shares.js";

/** All that this finding computes: what its figures, its claims and its page are made from. */
export interface SuspendedAmplifiersResults {
  statuses: AmplifierStatuses[];
  diplomats: SuspendedShare[];
  shared: SharedAudiences;
  spans: ActiveSpan[];
}

/**
 * Suspended amplifiers: how much of the retweeting of diplomats and state media came from accounts that the platform
 * later suspended, which diplomats it served, and for how long such accounts had been active (claims G1 to G6 and G11 to
 * G13).
 *
 * @example
 * const { statuses } = await suspendedAmplifiersResults(corpus, oii2021);
 */
export async function suspendedAmplifiersResults(corpus: Corpus, study: Study): Promise<SuspendedAmplifiersResults> {
  return {
    statuses: await amplifierStatuses(corpus, study),
    diplomats: await suspendedShares(corpus, study),
    shared: await sharedRetweeters(corpus, study),
    spans: await activeSpans(corpus, study),
  };
}
