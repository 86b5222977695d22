declare module "nspell" {
  interface Speller {
    /** Whether the word stands in the dictionary, in some inflection. */
    correct(word: string): boolean;
  }
  /** A spelling checker over a Hunspell dictionary. */
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): Speller;
}
