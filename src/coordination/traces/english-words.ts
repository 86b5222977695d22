/** Whether a word in lower case is English. */
export type IsWord = (word: string) => boolean;

/**
 * Loads the American English dictionary of Hunspell, the one that the papers filter replies with. Answers are kept, so
 * that each different word is looked up once.
 *
 * A word also counts if it is one with a capital letter: texts are compared in lower case, and the papers' own phrases
 * contain "hong kong".
 *
 * @returns A function of a word in lower case. Loading takes a third of a second and some 30 MB.
 * @example
 * const isWord = await englishWords();
 * isWord("kong"); // true
 */
export async function englishWords(): Promise<IsWord> {
  // The dictionary awaits at its top level, which a notebook's require() can't: it is imported where it is used.
  const [{ default: nspell }, { default: dictionary }] = await Promise.all([import("nspell"), import("dictionary-en")]);
  const speller = nspell(dictionary);
  const known = new Map<string, boolean>([["is", true]]);
  return (word) => {
    const answer = known.get(word);
    if (answer !== undefined) return answer;
    const correct = speller.correct(word) || speller.correct(word.charAt(0).toUpperCase() + word.slice(1));
    known.set(word, correct);
    return correct;
  };
}
