import { poissonUpperTail } from "../../statistics/poisson.js";
import { bareText } from "./reply-words.js";

/** How often an account both quotes a post and replies to it with the same text. */
export interface Verbatim {
  /** Posts that it both quoted and replied to, with a text. */
  posts: number;
  /** Of these with the same text. */
  verbatim: number;
  expected: number | null;
  pValue: number | null;
}

export const verbatimColumns = {
  posts: "Posts that it both quoted and replied to",
  verbatim: "Of these with the same text, links and mentions aside",
  expected: "The same, as expected if its replies had the texts of any replies of the pool",
  pValue: "Chance of at least as many",
} satisfies Record<keyof Verbatim, string>;

/** A quote or reply with its text. */
export interface Remark {
  account: number;
  /** Number of the post; below 0 for none, which matches nothing. */
  target: number;
  quote: boolean;
  text: string;
}

/**
 * Verbatim quote-and-reply (`QREP` of the papers): an account quotes a post and replies to it in the same words.
 *
 * Texts are compared without links, mentions and superfluous space, which differ between a quote and a reply; a text of
 * which nothing is left matches nothing. By chance each of the account's replies to a post that it quoted would have
 * the text of a random reply of the pool; the count is taken as Poisson. Time and memory follow the texts.
 *
 * @param accounts Number of accounts; numbers of accounts are below it.
 * @example
 * const remark = { account: 0, target: 3, text: "Well said!" };
 * verbatim([{ ...remark, quote: true }, { ...remark, quote: false, text: "@you Well said!" }], 1)[0]?.verbatim; // 1
 */
export function verbatim(remarks: readonly Remark[], accounts: number): Verbatim[] {
  const frequency = new Map<string, number>();
  const posts = new Map<number, { account: number; quotes: Set<string>; replies: string[] }>();
  let replies = 0;
  for (const { account, target, quote, text } of remarks) {
    const bare = bareText(text);
    if (bare === "") continue;
    if (!quote) {
      frequency.set(bare, (frequency.get(bare) ?? 0) + 1);
      replies += 1;
    }
    if (target < 0) continue;
    const key = target * accounts + account;
    const known = posts.get(key) ?? { account, quotes: new Set<string>(), replies: [] };
    posts.set(key, known);
    if (quote) known.quotes.add(bare);
    else known.replies.push(bare);
  }
  const counts = Array.from({ length: accounts }, () => ({ posts: 0, verbatim: 0, expected: 0 }));
  for (const { account, quotes, replies: own } of posts.values()) {
    const count = counts[account];
    if (!count || quotes.size === 0 || own.length === 0) continue;
    let others = 1;
    for (const quote of quotes) others *= (1 - (frequency.get(quote) ?? 0) / replies) ** own.length;
    count.posts += 1;
    count.verbatim += Number(own.some((text) => quotes.has(text)));
    count.expected += 1 - others;
  }
  return counts.map(({ posts: both, verbatim: same, expected }) => ({
    posts: both,
    verbatim: same,
    expected: both === 0 ? null : expected,
    pValue: both === 0 ? null : poissonUpperTail(same, expected),
  }));
}
