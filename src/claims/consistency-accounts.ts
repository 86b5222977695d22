import { percent, printed, roundedFrom, within } from "./consistency-numbers.js";
import type { Facts, Recomputed } from "./recomputed.js";
import { recomputed } from "./recomputed.js";

/**
 * C2: do the groups of accounts add up to the published total? 189 and 84 of diplomats (V11, V11b) and 176 of state media
 * (V7) against 449 (V14). The diplomats of both platforms must be the "over 270" of V15; 270 + 176 alone would miss the total.
 *
 * @example
 * accountTotal(facts).value; // 449
 */
export function accountTotal(facts: Facts): Recomputed {
  const groups = [facts("V11", "accounts"), facts("V11b", "accounts"), facts("V7", "accounts")] as const;
  const diplomats = groups[0] + groups[1];
  const total = diplomats + groups[2];
  const published = facts("V14", "accounts");
  const bound = facts("V15", "diplomat_accounts");
  const text = `${groups.map((n) => printed(n)).join(" + ")} = ${printed(total)}`;
  if (total !== published) {
    return recomputed(total, text, `The groups add up to ${printed(total)} accounts, not to ${printed(published)}.`);
  }
  const tooFew = `The sources count over ${printed(bound)} diplomat accounts, but their parts add up to ${printed(diplomats)}.`;
  return recomputed(total, text, diplomats > bound ? undefined : tooFew);
}

/**
 * C3: "one in eight (14%)". The count behind the share (L1, L2) is 27 of 189, which is one in seven; several sources print
 * one in eight (L3) beside 14%.
 *
 * @example
 * labelShareAgainstOneInEight(facts).text; // "27 / 189 = 14.3%, one in 7.0; 1 / 8 = 12.5%, which would be 23.6 accounts"
 */
export function labelShareAgainstOneInEight(facts: Facts): Recomputed {
  const labelled = facts("L2", "labelled");
  const observed = facts("L2", "observed");
  const oneIn = facts("L3", "one_in");
  const percentage = facts("L1", "labelled_share");
  const share = labelled / observed;
  const count = `${printed(labelled)} / ${printed(observed)} = ${percent(share)}, one in ${printed(observed / labelled, 1)}`;
  const text = `${count}; 1 / ${oneIn} = ${percent(1 / oneIn)}, which would be ${printed(observed / oneIn, 1)} accounts`;
  if (!within(roundedFrom(percentage), share)) {
    return recomputed(
      share,
      text,
      `The count gives ${percent(share)}, but the printed share is ${percent(percentage)}.`,
    );
  }
  const differs = `The count gives one in ${printed(observed / labelled)}, but sources print one in ${oneIn} beside ${percent(percentage)}.`;
  return recomputed(share, text, Math.round(observed / labelled) === oneIn ? undefined : differs);
}

/**
 * C4: do the statuses of the network on 1 March (U6) add up to its size (U5), and the two rounds of suspension to the number
 * suspended in the end (U7)?
 *
 * @example
 * statusesOfTheNetwork(facts).text; // "31 + 2 + 29 = 62; 31 + 29 = 60"
 */
export function statusesOfTheNetwork(facts: Facts): Recomputed {
  const [suspended, deleted, active] = [
    facts("U6", "suspended_by_march"),
    facts("U6", "deleted_by_march"),
    facts("U6", "active_on_march"),
  ];
  const later = facts("U7", "suspended_later");
  const total = suspended + deleted + active;
  const inTheEnd = suspended + later;
  const text = `${suspended} + ${deleted} + ${active} = ${total}; ${suspended} + ${later} = ${inTheEnd}`;
  const pairs: [what: string, added: number, published: number][] = [
    ["the statuses add up", total, facts("U5", "accounts")],
    ["the two rounds of suspension add up", inTheEnd, facts("U7", "suspended_in_the_end")],
    ["the deleted accounts of the first count come", deleted, facts("U7", "deleted")],
    ["the active accounts of the first count come", active, later],
  ];
  const off = pairs.find(([, added, published]) => added !== published);
  return recomputed(
    total,
    text,
    off && `In the network ${off[0]} to ${off[1]}, but another number printed is ${off[2]}.`,
  );
}

/**
 * C17: accounts are not persons. The "over 270" (V15) counts accounts on two platforms (V11, V11b); a press text has as many
 * diplomats. So many persons are possible only if nearly nobody holds an account on both platforms; more persons than accounts
 * would be a contradiction.
 *
 * @example
 * accountsNotPersons(facts).text; // "189 + 84 = 273 accounts; 270 persons would leave 3 with accounts on both platforms"
 */
export function accountsNotPersons(facts: Facts): Recomputed {
  const twitter = facts("V11", "accounts");
  const facebook = facts("V11b", "accounts");
  const persons = facts("C17", "diplomats_in_press");
  const accounts = twitter + facebook;
  const sum = `${printed(twitter)} + ${printed(facebook)} = ${printed(accounts)} accounts`;
  if (persons > accounts) {
    return recomputed(
      accounts,
      sum,
      `A press text has ${printed(persons)} diplomats hold ${printed(accounts)} accounts.`,
    );
  }
  const both = `${printed(persons)} persons would leave ${printed(accounts - persons)} with accounts on both platforms`;
  return recomputed(accounts, `${sum}; ${both}`, undefined);
}

/**
 * C18: two file names in the authors' public code (CODE) count the network differently: one says 62, as the paper does (U5),
 * the other 63. The second probably stems from an earlier version.
 *
 * @example
 * accountsInFileNames(facts).value; // 63
 */
export function accountsInFileNames(facts: Facts): Recomputed {
  const network = facts("U5", "accounts");
  const inName = facts("C18", "accounts_in_file_name");
  const text = `${printed(inName)} - ${printed(network)} = ${printed(inName - network)}`;
  const differs = `A file name counts ${printed(inName)} accounts, the paper and another file name ${printed(network)}.`;
  return recomputed(inName, text, inName === network ? undefined : differs);
}
