import { detectNetwork, type NetworkGroup } from "../coordination/detection/detect-network.js";
import { accountTraces } from "../coordination/traces/account-traces.js";
import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import { type DetectedAccount, detectedAccounts } from "./detected-accounts.js";
import { type LaterStatus, laterStatuses } from "./later-statuses.js";
import { type RuleAgreement, ruleAgreement } from "./rule-agreement.js";

/** All that this finding computes: what its figure, its claim and its page are made from. */
export interface NetworkDetectionResults {
  /** Accounts that amplified the focus principals in the window, and their actions. */
  pool: number;
  events: number;
  /** Accounts of all groups together. */
  members: number;
  groups: NetworkGroup[];
  /** Groups that shuffles make as well. */
  dismissed: NetworkGroup[];
  /** Balance of the most conspicuous group of each shuffle; 0 where there was none. */
  chance: number[];
  /** Everyone who met the group at least twice, members first. */
  accounts: DetectedAccount[];
  /** The papers' rules of thumb beside it. */
  rules: RuleAgreement[];
  /** What the platform did later, which the detector does not see. */
  statuses: LaterStatus[];
}

/**
 * Network detection: the accounts that acted together with one another more often than chance has it, found blind among all
 * who amplified the ambassador and the embassy in the study's focus country (claim U5).
 *
 * The authors chose 62 accounts by hand, after thresholds on how much and whom an account amplified. Here nobody is chosen:
 * `detectNetwork` asks who was there at the same moment as whom, again and again, and how often that happens by chance.
 */
export async function networkDetectionResults(corpus: Corpus, study: Study): Promise<NetworkDetectionResults> {
  const found = await detectNetwork(corpus, study);
  const { rows } = await accountTraces(corpus, study);
  const { pool, events, members, groups, dismissed, chance, accounts } = found;
  return {
    ...{ pool, events, members: members.length, groups, dismissed, chance },
    accounts: await detectedAccounts(corpus, accounts),
    rules: ruleAgreement(rows, members),
    statuses: await laterStatuses(corpus, study, members),
  };
}
