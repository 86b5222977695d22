import {
  accountsInFileNames,
  accountsNotPersons,
  accountTotal,
  labelShareAgainstOneInEight,
  statusesOfTheNetwork,
} from "./consistency-accounts.js";
import {
  ambassadorRetweetsToJanuary,
  laterSuspendedShareInThePress,
  retweetsBySuspendedAccounts,
  retweetsCreditedToTheAmbassador,
  shareOfTheTopPercent,
  typicalAndPeakWeeks,
} from "./consistency-amplifiers.js";
import {
  commentsAndSharesTotal,
  lengthOfTheWindow,
  likeTotal,
  postTotal,
  streamedRetweetsAgainstShares,
  tweetsPerDay,
} from "./consistency-volumes.js";
import type { Facts, Recomputed } from "./recomputed.js";

export * from "./consistency-accounts.js";
export * from "./consistency-amplifiers.js";
export * from "./consistency-volumes.js";
export type { Facts, Recomputed } from "./recomputed.js";

/**
 * The consistency checks: arithmetic on published numbers alone, which says whether the sources agree with each other. No corpus
 * is involved. C13, C19 and C20 are matters of wording; `data/published/claims.csv` says why nothing is computed for them.
 *
 * @throws UserError from each function when `facts` lacks a number.
 * @example
 * consistencyFunctions["C2"]?.(facts).text; // "189 + 84 + 176 = 449"
 */
export const consistencyFunctions: Record<string, (facts: Facts) => Recomputed> = {
  C1: tweetsPerDay,
  C2: accountTotal,
  C3: labelShareAgainstOneInEight,
  C4: statusesOfTheNetwork,
  C5: retweetsCreditedToTheAmbassador,
  C6: retweetsBySuspendedAccounts,
  C7: shareOfTheTopPercent,
  C8: postTotal,
  C9: likeTotal,
  C10: commentsAndSharesTotal,
  C11: streamedRetweetsAgainstShares,
  C12: laterSuspendedShareInThePress,
  C14: typicalAndPeakWeeks,
  C15: lengthOfTheWindow,
  C16: ambassadorRetweetsToJanuary,
  C17: accountsNotPersons,
  C18: accountsInFileNames,
};
