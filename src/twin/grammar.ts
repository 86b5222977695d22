import type { RandomStream } from "./random.js";

/**
 * A grammar of sentences: each symbol with the texts it may become. A text names other symbols in braces.
 *
 * @example
 * const greeting: Grammar = { sentence: ["{hello} everyone", "{hello}, friends"], hello: ["hello", "good day"] };
 */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/**
 * A text of the grammar, each choice drawn evenly from the stream. The first letter is made a capital.
 *
 * @throws Error for a symbol that the grammar does not have
 * @example
 * expand({ sentence: ["{hello} everyone"], hello: ["hello", "good day"] }, "sentence", random); // "Good day everyone"
 */
export function expand(grammar: Grammar, symbol: string, random: RandomStream): string {
  const text = become(grammar, symbol, random);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function become(grammar: Grammar, symbol: string, random: RandomStream): string {
  const choices = grammar[symbol];
  if (!choices || choices.length === 0) throw new Error(`grammar has no such symbol: ${symbol}`);
  return oneOf(choices, random).replace(/\{(\w+)\}/g, (_, inner: string) => become(grammar, inner, random));
}

/**
 * One of the items, drawn evenly.
 *
 * @throws RangeError if there are none
 */
export function oneOf<Item>(items: readonly Item[], random: RandomStream): Item {
  if (items.length === 0) throw new RangeError("nothing to draw from: the list is empty");
  return items[random.integer(0, items.length - 1)] as Item;
}
