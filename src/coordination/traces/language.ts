import { groupedPoissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";
import type { PhraseMatches, Reply } from "./phrases.js";

/** How much of what an account replies is said by others as well. */
export interface Language {
  /** Its replies with a text. */
  replies: number;
  /** Share of them with a phrase shared with at least four others, or one of the principals'. The papers' overlap. */
  overlapShare: number | null;
  /** Its replies with different words, long enough for a phrase; each counts once below. */
  differentReplies: number;
  shared: number;
  expectedShared: number | null;
  sharedPValue: number | null;
  officialBefore: number;
  expectedOfficialBefore: number | null;
  officialBeforePValue: number | null;
  officialAfter: number;
  expectedOfficialAfter: number | null;
  officialAfterPValue: number | null;
}

export const languageColumns = {
  replies: "Replies to focus principals with a text",
  overlapShare: "Share of them with a phrase of six words that five accounts or a focus principal used",
  differentReplies: "Replies that differ in their words and are long enough for a phrase; each counts once",
  shared: "Of these with a phrase that at least five accounts used, itself included",
  expectedShared: "The same, as expected from all accounts' replies of like length",
  sharedPValue: "Chance of at least as many",
  officialBefore: "Of these with a phrase that a focus principal had posted before",
  expectedOfficialBefore: "The same, as expected",
  officialBeforePValue: "Chance of at least as many",
  officialAfter: "Of these with a phrase that a focus principal posted later",
  expectedOfficialAfter: "The same, as expected",
  officialAfterPValue: "Chance of at least as many",
} satisfies Record<keyof Language, string>;

/** Replies are alike that are long enough for so many phrases, up to the next border. */
const borders = [2, 4, 7, 11, 16, 25];

/**
 * Shared language: does an account reply in phrases that others use, or that the principals use? (Claim U29.)
 *
 * Chance draws an account's replies from all replies of the pool, matched by length, because a long reply has more
 * phrases that could be common ones; within a class of length each has the same probability, and the count over the
 * account's replies is Poisson-binomial (a draw without replacement varies less). Equal replies of an account count
 * once, so that repeating oneself is no evidence. Sayings, set sentences learned in a class and critics who quote
 * officials share phrases as well.
 *
 * @param matches For each reply: see `phraseMatches`.
 * @param accounts Number of accounts; numbers of accounts are below it.
 * @returns One entry an account. Time is replies times their words.
 * @example
 * const replies = [{ account: 0, seconds: 9, words: ["a", "b"] }];
 * const matches = phraseMatches(replies, [{ seconds: 5, words: ["a", "b"] }], { length: 2, fewestAccounts: 5 });
 * language(replies, matches, 1)[0]?.officialBefore; // 1
 */
export function language(replies: readonly Reply[], matches: PhraseMatches, accounts: number): Language[] {
  const own: number[][] = Array.from({ length: accounts }, () => []);
  replies.forEach(({ account }, reply) => {
    own[account]?.push(reply);
  });
  const different = own.map((mine) => differing(mine, replies, matches));
  const compare = (flags: Uint8Array) => comparison(different, flags, matches.phrases);
  const shared = compare(matches.shared);
  const before = compare(matches.officialBefore);
  const after = compare(matches.officialAfter);
  const overlaps = [matches.shared, matches.officialBefore, matches.officialAfter];
  return own.map((mine, at) => {
    const overlapping = mine.filter((reply) => overlaps.some((flags) => flags[reply] === 1)).length;
    return {
      replies: mine.length,
      overlapShare: mine.length === 0 ? null : overlapping / mine.length,
      differentReplies: different[at]?.length ?? 0,
      shared: shared(at).count,
      expectedShared: shared(at).expected,
      sharedPValue: shared(at).pValue,
      officialBefore: before(at).count,
      expectedOfficialBefore: before(at).expected,
      officialBeforePValue: before(at).pValue,
      officialAfter: after(at).count,
      expectedOfficialAfter: after(at).expected,
      officialAfterPValue: after(at).pValue,
    };
  });
}

interface Compared {
  count: number;
  expected: number | null;
  pValue: number | null;
}

const none: Compared = { count: 0, expected: null, pValue: null };

/** An account's replies long enough for a phrase, of equal ones the first. */
function differing(mine: readonly number[], replies: readonly Reply[], { phrases }: PhraseMatches): number[] {
  const seen = new Set<string>();
  return mine.filter((reply) => {
    if (phrases[reply] === 0) return false;
    const text = (replies[reply]?.words ?? []).join(" ");
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/**
 * For each account how many of its replies have a flag, beside the share of all replies of like length that have it.
 */
function comparison(different: readonly number[][], flags: Uint8Array, phrases: Uint32Array) {
  const everyone = different.flat();
  const pool = sizesOf(everyone, phrases);
  const marked = sizesOf(
    everyone.filter((reply) => flags[reply] === 1),
    phrases,
  );
  const shares = Float64Array.from(pool, (size, at) => (size === 0 ? 0 : (marked[at] as number) / size));
  const compared = different.map((replies): Compared => {
    if (replies.length === 0) return none;
    const sizes = sizesOf(replies, phrases);
    const count = replies.filter((reply) => flags[reply] === 1).length;
    const expected = shares.reduce((sum, share, at) => sum + share * (sizes[at] as number), 0);
    return { count, expected, pValue: groupedPoissonBinomialUpperTail(shares, sizes, count) };
  });
  return (account: number) => compared[account] ?? none;
}

/** How many of the replies are of each length. */
function sizesOf(replies: readonly number[], phrases: Uint32Array): Uint32Array {
  const sizes = new Uint32Array(borders.length + 1);
  for (const reply of replies) {
    const border = borders.findIndex((longer) => (phrases[reply] as number) < longer);
    const at = border === -1 ? borders.length : border;
    sizes[at] = (sizes[at] as number) + 1;
  }
  return sizes;
}
