import { oneOf } from "./grammar.js";
import { diplomatPhrases } from "./post-phrases.js";
import { sentence, topicNames } from "./post-topics.js";
import type { Posts } from "./posts.js";
import type { TwinPrincipal } from "./principals.js";
import { type RandomStream, randomStream } from "./random.js";

export { diplomatPhrases } from "./post-phrases.js";

/** About one post in five carries a set phrase. */
const phraseShare = 0.2;

const retweet = 1;
const quote = 2;
const reply = 3;

/** Whether the methods read what this principal writes: diplomats on Twitter only. */
export function isTextRead({ account, principal }: TwinPrincipal): boolean {
  return principal.group === "diplomat" && account.platform === "twitter";
}

/**
 * The text of a post, made when it is asked for and always the same; null for a retweet, which has no text of its own.
 *
 * @example
 * postText(posts, 0, 2021); // "Glad to report on small exporters at the port. Trade grows best in the soil of trust."
 */
export function postText(posts: Posts, row: number, seed: number): string | null {
  const kind = posts.kind[row];
  if (kind === retweet) return null;
  const random = textStream(posts, row, seed);
  const phrase = drawPhrase(random);
  const topic = oneOf(topicNames, random);
  const start = startOf(kind, (posts.threadOf[row] ?? -1) >= 0, random);
  const parts = [start, sentence(random, topic), phrase && `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`];
  if (!phrase && random.fraction() < 0.4) parts.push(sentence(random, topic));
  return parts.filter((part) => part).join(" ");
}

/** The set phrase that the post carries, for those who repeat it; undefined for most posts. */
export function phraseOf(posts: Posts, row: number, seed: number): string | undefined {
  return posts.kind[row] === retweet ? undefined : drawPhrase(textStream(posts, row, seed));
}

/** Named by principal and place among its posts, so that a text depends on no other post. */
function textStream(posts: Posts, row: number, seed: number): RandomStream {
  const principal = posts.principal[row] ?? 0;
  return randomStream(seed, `post text/${principal}/${row - (posts.start[principal] ?? 0)}`);
}

function drawPhrase(random: RandomStream): string | undefined {
  return random.fraction() < phraseShare ? oneOf(diplomatPhrases, random) : undefined;
}

function startOf(kind: number | undefined, continues: boolean, random: RandomStream): string {
  if (continues) return oneOf(["And further:", "Next:", "To add to this:", "More on this.", ""], random);
  if (kind === quote)
    return oneOf(["Worth reading.", "Well said.", "A good account.", "See for yourself.", ""], random);
  return kind === reply ? oneOf(["Thank you.", "Many thanks.", "Indeed.", "A fair question.", ""], random) : "";
}
