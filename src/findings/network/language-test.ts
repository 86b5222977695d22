import type { AccountTraces, SharedPhrase } from "../../coordination/traces/account-traces.js";
import { permutationPValue } from "../../statistics/permutation-p-value.js";
import { randomNumbers } from "../../statistics/random-numbers.js";
import { randomPlaces } from "../../statistics/random-places.js";
import { activityStrata } from "./activity-strata.js";
import type { Groups } from "./membership.js";
import { overlapOf } from "./share-comparisons.js";

/** A number against what random groups of like activity have. */
export interface AgainstRandomGroups {
  observed: number;
  /** Mean over the random groups. */
  expected: number;
  pValue: number;
}

/** Whether the wording of the network overlaps within it, and differs from that of others. */
export interface LanguageTest {
  /** Members with at least five replies, and accounts of the benchmark group. */
  members: number;
  benchmark: number;
  /** Mean share of the members' replies with overlapping language. */
  overlap: AgainstRandomGroups;
  /** Times that two members share a phrase, over all phrases and pairs of members. */
  sharedWithin: AgainstRandomGroups;
  /** The larger of the two p-values: both must hold. */
  pValue: number;
}

const replicates = 999;

/**
 * Permutation test of overlapping language (claim U29). Two things are claimed: that members' replies overlap more with
 * phrases that several accounts or the principals use, and that it is each other with whom they share them. Both are
 * compared with random groups, drawn from all accounts with at least five replies, of which each has as many accounts of
 * each class of activity as the network: who writes more shares more by itself. As both are claimed, the larger p-value is
 * the answer (Berger 1982, Technometrics 24:295-300).
 *
 * @returns null where fewer than two members wrote five replies, or nobody else did
 * @example
 * languageTest(groupsOf(traces.rows, members), traces.phrases)?.pValue;
 */
export function languageTest(
  { network, benchmark }: Groups<AccountTraces>,
  phrases: readonly SharedPhrase[],
): LanguageTest | null {
  const [members, others] = [network, benchmark].map((rows) => rows.filter((row) => overlapOf(row) !== null)) as [
    AccountTraces[],
    AccountTraces[],
  ];
  if (members.length < 2 || others.length === 0) return null;
  const rows = [...members, ...others];
  const overlaps = rows.map((row) => overlapOf(row) ?? 0);
  const users = usersByPlace(rows, phrases);
  const own = Int32Array.from(members.keys());
  const groups = randomGroups(rows, members.length);
  const overlap = against(
    meanOf(overlaps, own),
    groups.map((group) => meanOf(overlaps, group)),
  );
  const sharedWithin = against(
    sharings(users, own, rows.length),
    groups.map((group) => sharings(users, group, rows.length)),
  );
  return {
    members: members.length,
    benchmark: others.length,
    overlap,
    sharedWithin,
    pValue: Math.max(overlap.pValue, sharedWithin.pValue),
  };
}

/** Groups with as many accounts of each class of activity as the first `size` rows. */
function randomGroups(rows: readonly AccountTraces[], size: number): Int32Array[] {
  const strata = activityStrata(rows.map(({ language }) => language.replies));
  const random = randomNumbers("network-traces/language");
  return Array.from({ length: replicates }, () =>
    Int32Array.from(
      strata.flatMap((places) => {
        const wanted = places.filter((place) => place < size).length;
        return Array.from(randomPlaces(wanted, places.length, random), (at) => places[at] as number);
      }),
    ),
  );
}

function usersByPlace(rows: readonly AccountTraces[], phrases: readonly SharedPhrase[]): Int32Array[] {
  const places = new Map(rows.map(({ account }, at) => [account, at]));
  return phrases.map(({ users }) => Int32Array.from(users.flatMap((user) => places.get(user) ?? [])));
}

/** Pairs of a group that share a phrase, added up over phrases. */
function sharings(users: readonly Int32Array[], group: Int32Array, accounts: number): number {
  const isIn = new Uint8Array(accounts);
  for (const place of group) isIn[place] = 1;
  return users.reduce((sum, own) => {
    let inside = 0;
    for (const place of own) inside += isIn[place] as number;
    return sum + (inside * (inside - 1)) / 2;
  }, 0);
}

function meanOf(values: readonly number[], places: Int32Array): number {
  return places.reduce((sum, place) => sum + (values[place] as number), 0) / places.length;
}

function against(observed: number, chance: number[]): AgainstRandomGroups {
  const expected = chance.reduce((sum, value) => sum + value, 0) / chance.length;
  return { observed, expected, pValue: permutationPValue(observed, chance) };
}
