/** What an automatic check answers to one part of an exercise. */
export interface PartReply {
  /** Name of the part, as the student wrote it. */
  part: string;
  passed: boolean;
  /** What was right, or what to look at. */
  words: string;
}

/**
 * The answer to an exercise, in words: one line a part, `right` or `not yet`.
 *
 * @example
 * String(await checkExercise("counting-days", {})); // "not yet: windowDays is still empty; ..."
 */
export class Reply {
  constructor(
    readonly exercise: string,
    readonly parts: readonly PartReply[],
  ) {}

  /** Whether every part is right. */
  get passed(): boolean {
    return this.parts.every(({ passed }) => passed);
  }

  toString(): string {
    return this.parts.map(({ part, passed, words }) => `${passed ? "right" : "not yet"}: ${part} ${words}`).join("\n");
  }
}
