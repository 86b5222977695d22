import { WordSequences } from "./word-sequences.js";

/** A phrase and how many accounts of the pool used it in replies. */
export interface PhraseUsers {
  phrase: string;
  accounts: number;
  /** Places of these accounts in the pool, ascending. */
  users: number[];
}

/** A reply of the pool. */
export interface Reply {
  /** Place of the account in the pool. */
  account: number;
  seconds: number;
  /** Its words: see `replyWords`. */
  words: readonly string[];
}

/** Which phrases count. */
export interface PhraseRule {
  /** Words in a phrase. */
  length: number;
  /** Fewest accounts that use it; fewer than five would single people out. */
  fewestAccounts: number;
}

/** The papers' rule: six words, five accounts. */
export const phraseRule: PhraseRule = { length: 6, fewestAccounts: 5 };

/** What the phrases of replies say about them; one entry a reply. */
export interface PhraseMatches {
  /** Number of phrases that the reply is long enough for. */
  phrases: Uint32Array;
  /** 1 where it contains a phrase that enough accounts used. */
  shared: Uint8Array;
  /** 1 where it contains a phrase of the principals' posts before it, or after it. */
  officialBefore: Uint8Array;
  officialAfter: Uint8Array;
  /** The phrases that enough accounts used, by accounts descending, then in order of the alphabet. */
  users: PhraseUsers[];
}

/**
 * Finds the phrases that several accounts use in their replies, and those that the principals use (papers: 6-grams of
 * English words, used by at least five accounts). Quotes are not read.
 *
 * Time and memory follow the words of all texts times the length of a phrase.
 *
 * @param replies In any order.
 * @param posts The principals' posts: their words and times.
 * @throws RangeError when the length is not a whole number of at least 1, or fewer than five accounts would do.
 * @example
 * const replies = [0, 1, 2, 3, 4].map((account) => ({ account, seconds: 9, words: ["a", "b"] }));
 * phraseMatches(replies, [], { length: 2, fewestAccounts: 5 }).users[0]?.phrase; // "a b"
 */
export function phraseMatches(
  replies: readonly Reply[],
  posts: readonly { seconds: number; words: readonly string[] }[],
  { length, fewestAccounts }: PhraseRule = phraseRule,
): PhraseMatches {
  if (!(fewestAccounts >= phraseRule.fewestAccounts)) {
    throw new RangeError(`a phrase must be used by at least ${phraseRule.fewestAccounts} accounts: ${fewestAccounts}`);
  }
  const sequences = new WordSequences(length);
  const found = replies.map(({ words }) => sequences.numbersOf(words));
  const users = usersOf(replies, found, sequences.size, fewestAccounts);
  const official = officialUse(posts, sequences);
  const any = (test: (sequence: number, seconds: number) => boolean) =>
    Uint8Array.from(found, (own, reply) =>
      Number(own.some((sequence) => test(sequence, replies[reply]?.seconds ?? 0))),
    );
  return {
    phrases: Uint32Array.from(found, (own) => own.length),
    shared: any((sequence) => users.has(sequence)),
    officialBefore: any((sequence, seconds) => (official.first.get(sequence) ?? Number.POSITIVE_INFINITY) < seconds),
    officialAfter: any((sequence, seconds) => (official.last.get(sequence) ?? Number.NEGATIVE_INFINITY) > seconds),
    users: [...users]
      .map(([sequence, own]) => ({ phrase: sequences.spelling(sequence), accounts: own.length, users: own }))
      .sort((a, b) => b.accounts - a.accounts || (a.phrase < b.phrase ? -1 : 1)),
  };
}

/**
 * Accounts, ascending, of each sequence that enough of them use. Most sequences have one, so that they are counted
 * first.
 */
function usersOf(
  replies: readonly Reply[],
  found: readonly Int32Array[],
  sequences: number,
  fewest: number,
): Map<number, number[]> {
  const order = replies.map((_, reply) => reply).sort((a, b) => accountOf(replies, a) - accountOf(replies, b));
  const counts = new Uint32Array(sequences);
  const latest = new Int32Array(sequences).fill(-1);
  for (const reply of order) {
    const account = accountOf(replies, reply);
    for (const sequence of found[reply] ?? []) {
      if (latest[sequence] === account) continue;
      latest[sequence] = account;
      counts[sequence] = (counts[sequence] as number) + 1;
    }
  }
  const users = new Map<number, number[]>();
  for (const reply of order) {
    const account = accountOf(replies, reply);
    for (const sequence of found[reply] ?? []) {
      if ((counts[sequence] as number) < fewest) continue;
      const known = users.get(sequence);
      if (!known) users.set(sequence, [account]);
      else if (known.at(-1) !== account) known.push(account);
    }
  }
  return users;
}

const accountOf = (replies: readonly Reply[], reply: number) => replies[reply]?.account ?? -1;

/** When the principals first and last used each sequence. */
function officialUse(posts: readonly { seconds: number; words: readonly string[] }[], sequences: WordSequences) {
  const [first, last] = [new Map<number, number>(), new Map<number, number>()];
  for (const { seconds, words } of posts) {
    for (const sequence of sequences.numbersOf(words)) {
      first.set(sequence, Math.min(first.get(sequence) ?? seconds, seconds));
      last.set(sequence, Math.max(last.get(sequence) ?? seconds, seconds));
    }
  }
  return { first, last };
}
