import type { SharedPhrase } from "../../coordination/traces/account-traces.js";

/** A passage of replies that at least five accounts used. */
export interface NetworkPhrase {
  /** Six words, or more where the same accounts used overlapping phrases. */
  phrase: string;
  accounts: number;
  members: number;
}

/** Passages that belong to the network, and how many accounts two of them share. */
export interface PhraseNetwork {
  /** Phrases of six words used by at least five accounts of the pool. */
  phrases: number;
  /** Of these with at least three quarters of their users in the network: the papers' rule. */
  ofNetwork: number;
  /** Passages that such phrases make up when those that overlap in text and users are joined. */
  passages: number;
  /** The passages most used. */
  shown: NetworkPhrase[];
  /** Pairs of places in `shown`, and how many accounts used both; fewer than five are left out. */
  links: [first: number, second: number, accounts: number][];
}

const [memberShare, fewestAccounts, shownPhrases] = [0.75, 5, 30];

/**
 * The phrases of the network by the papers' rule: six words used by at least five accounts, three quarters of them members.
 * A sentence of nine words is four such phrases; those that continue each other and have nearly the same users are joined
 * into one passage, so that a sentence counts once. No phrase is tied to an account: counts only, of at least five.
 *
 * @example
 * const { shown } = phraseNetwork(members, traces.phrases);
 */
export function phraseNetwork(members: readonly string[], phrases: readonly SharedPhrase[]): PhraseNetwork {
  const ids = new Set(members);
  const own = phrases.filter(({ users, accounts }) => {
    return accounts >= fewestAccounts && users.filter((user) => ids.has(user)).length >= memberShare * accounts;
  });
  const passages = passagesOf(own);
  const shown = passages.slice(0, shownPhrases);
  return {
    phrases: phrases.length,
    ofNetwork: own.length,
    passages: passages.length,
    shown: shown.map(({ phrase, users }) => ({
      ...{ phrase, accounts: users.size },
      members: [...users].filter((user) => ids.has(user)).length,
    })),
    links: shown.flatMap(({ users }, first) =>
      shown.slice(first + 1).flatMap((other, after): PhraseNetwork["links"] => {
        const both = common(users, other.users);
        return both >= fewestAccounts ? [[first, first + 1 + after, both]] : [];
      }),
    ),
  };
}

interface Passage {
  phrase: string;
  /** Users of its most used phrase. */
  users: ReadonlySet<string>;
}

/** Users of one phrase and its continuation are nearly the same if all but a fifth of them are in both. */
const nearlyTheSame = 0.8;

/** Joins phrases to passages, from the most used on, and sorts them by users. */
function passagesOf(phrases: readonly SharedPhrase[]): Passage[] {
  const left = new Map(phrases.map(({ phrase, users }) => [phrase, new Set(users)]));
  const [byBeginning, byEnd] = [indexBy(left.keys(), beginning), indexBy(left.keys(), ending)];
  const passages: Passage[] = [];
  for (const { phrase } of phrases) {
    const users = left.get(phrase);
    if (!users) continue;
    left.delete(phrase);
    const words = phrase.split(" ");
    for (let last = phrase; ; ) {
      const next = takeNext(byBeginning.get(ending(last)), users, left);
      if (next === undefined) break;
      words.push(next.slice(next.lastIndexOf(" ") + 1));
      last = next;
    }
    for (let first = phrase; ; ) {
      const before = takeNext(byEnd.get(beginning(first)), users, left);
      if (before === undefined) break;
      words.unshift(before.slice(0, before.indexOf(" ")));
      first = before;
    }
    passages.push({ phrase: words.join(" "), users });
  }
  return passages.sort((a, b) => b.users.size - a.users.size || (a.phrase < b.phrase ? -1 : 1));
}

/** The phrase that goes on with nearly the same users; it is taken out of those left. */
function takeNext(
  candidates: readonly string[] | undefined,
  users: ReadonlySet<string>,
  left: Map<string, Set<string>>,
): string | undefined {
  const next = candidates?.find((candidate) => {
    const others = left.get(candidate);
    return others && common(users, others) >= nearlyTheSame * Math.max(users.size, others.size);
  });
  if (next !== undefined) left.delete(next);
  return next;
}

function indexBy(phrases: Iterable<string>, keyOf: (phrase: string) => string): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const phrase of phrases) index.set(keyOf(phrase), [...(index.get(keyOf(phrase)) ?? []), phrase]);
  return index;
}

const beginning = (phrase: string) => phrase.slice(0, phrase.lastIndexOf(" "));
const ending = (phrase: string) => phrase.slice(phrase.indexOf(" ") + 1);

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const user of one) if (other.has(user)) both += 1;
  return both;
}
