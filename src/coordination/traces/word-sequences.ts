/** More different words than any corpus has; the number of a pair of numbers stays exact in a double. */
const mostWords = 2 ** 21;

/**
 * Numbers the different sequences of `length` words, so that texts are compared by numbers and no string is made for
 * each.
 *
 * A sequence of k words is numbered by the number of its first k - 1 words and its last word, in one map for each k.
 * Memory follows the different sequences; time the words times the length.
 *
 * @example
 * [...new WordSequences(2).numbersOf(["a", "b", "a", "b"])]; // [0, 1, 0]
 */
export class WordSequences {
  private readonly words = new Map<string, number>();
  private readonly spellings: string[] = [];
  /** For each length above 1 the number of each sequence, by the number of its beginning and its last word. */
  private readonly known: Map<number, number>[];
  /** The keys of the same maps by number. */
  private readonly keys: number[][];

  /** @throws RangeError when the length is not a whole number of at least 1 */
  constructor(readonly length: number) {
    if (!Number.isInteger(length) || length < 1) {
      throw new RangeError(`length of a phrase must be a whole number of at least 1: ${length}`);
    }
    this.known = Array.from({ length: length - 1 }, () => new Map());
    this.keys = Array.from({ length: length - 1 }, () => []);
  }

  /** How many different sequences have been numbered. */
  get size(): number {
    return (this.keys.at(-1) ?? this.spellings).length;
  }

  /**
   * Numbers of the sequences of a text from its first word on; none if it is shorter. New ones are given the next
   * number.
   */
  numbersOf(words: readonly string[]): Int32Array {
    let current = Int32Array.from(words, (word) => this.wordNumber(word));
    const last = current;
    for (let step = 0; step < this.length - 1; step += 1) {
      const longer = new Int32Array(Math.max(0, current.length - 1));
      for (let at = 0; at < longer.length; at += 1) {
        longer[at] = this.sequenceNumber(step, current[at] as number, last[at + step + 1] as number);
      }
      current = longer;
    }
    return current;
  }

  /** The sequence with that number, its words separated by spaces. @throws RangeError if none has it */
  spelling(number: number): string {
    if (!(number >= 0 && number < this.size)) throw new RangeError(`no sequence has the number ${number}`);
    const words: number[] = [];
    let beginning = number;
    for (let step = this.length - 2; step >= 0; step -= 1) {
      const key = this.keys[step]?.[beginning] as number;
      words.unshift(key % mostWords);
      beginning = Math.floor(key / mostWords);
    }
    return [beginning, ...words].map((word) => this.spellings[word]).join(" ");
  }

  private wordNumber(word: string): number {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    this.words.set(word, this.spellings.length);
    return this.spellings.push(word) - 1;
  }

  private sequenceNumber(step: number, beginning: number, last: number): number {
    const [numbers, keys] = [this.known[step] as Map<number, number>, this.keys[step] as number[]];
    const key = beginning * mostWords + last;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    return keys.push(key) - 1;
  }
}
