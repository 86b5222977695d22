import { detectNetwork } from "../coordination/detection/detect-network.js";
import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { type MemberFate, memberFates } from "./shares/member-fates.js";
import { type StatusCount, statusCounts } from "./shares/status-counts.js";

/** All that this finding computes: what its figure, its claims and its page are made from. */
export interface StatusResults {
  /** Days on which the platform was asked, the first and the last. */
  queries: { first: UtcDay; last: UtcDay } | null;
  /** Accounts of the network. */
  members: number;
  statuses: StatusCount[];
  fates: MemberFate[];
}

/**
 * Status: what had become of the network's accounts on the two days on which the platform was asked, and how much those had
 * amplified that were still active on the first (claims U6 to U8 and U21). The members are those that the detector finds.
 *
 * Takes as long as the detection.
 *
 * @example
 * const { statuses } = await statusResults(corpus, oii2021);
 */
export async function statusResults(corpus: Corpus, study: Study): Promise<StatusResults> {
  const { members } = await detectNetwork(corpus, study);
  return statusOfMembers(corpus, study, members);
}

/**
 * The same for a network that someone names.
 *
 * @param members ids of its accounts
 */
export async function statusOfMembers(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
): Promise<StatusResults> {
  const [first, last] = [study.statusDays[0], study.statusDays.at(-1)];
  return {
    queries: first && last ? { first, last } : null,
    members: members.length,
    statuses: await statusCounts(corpus, study, members),
    fates: await memberFates(corpus, study, members),
  };
}
