import type { IsWord } from "./english-words.js";

const links = /\b(?:https?:\/\/|www\.)\S+/giu;
const mentions = /[@＠][A-Za-z0-9_]+/gu;
const tokens = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;

/**
 * The words of a text by which it is compared with others: links and mentions are taken out, the rest is in lower case,
 * and only English words are kept, in their order. A text that is only a link or a mention has none and matches
 * nothing.
 *
 * @param isWord Whether a word in lower case is English.
 * @example
 * replyWords("@you No-one is ABOVE the Law! https://t.co/x", (word) => word !== "the").length; // 5
 */
export function replyWords(text: string, isWord: IsWord): string[] {
  const bare = text.replace(links, " ").replace(mentions, " ").replaceAll("\u2019", "'").toLowerCase();
  return (bare.match(tokens) ?? []).filter((word) => isWord(word));
}

/**
 * A text as it is compared word for word: without links, mentions and superfluous space. Empty where nothing else is
 * left.
 *
 * @example
 * bareText("  @you  Well said! https://t.co/x"); // "Well said!"
 */
export function bareText(text: string): string {
  return text.replace(links, " ").replace(mentions, " ").replaceAll(/\s+/gu, " ").trim();
}
