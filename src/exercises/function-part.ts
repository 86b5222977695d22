import { messageOf } from "../errors.js";
import { isSameValue } from "./same-value.js";
import { valueWords } from "./value-words.js";

/** Judges one part of an answer, which is there: undefined if it is right, else what to look at, in words. */
export type Judge = (answer: unknown) => Promise<string | undefined>;

/** A part of an exercise, and what is said once it is right. */
export interface Part {
  judge: Judge;
  praise: string;
  /** Answers that are known, with what is said to each: nothing to the right one. */
  known: readonly (readonly [answer: unknown, words: string | undefined])[];
}

/** What a part asks for: a function, the inputs it is tried on, and the mistakes that are known by what they give. */
export interface FunctionTask<Input extends readonly unknown[]> {
  /** The right result. */
  right: (...input: Input) => unknown;
  /** Inputs to try, the most telling first. */
  inputs: readonly Input[];
  /** Functions that make one mistake each, and what to say about it. */
  mistakes: readonly (readonly [mistaken: (...input: Input) => unknown, words: string])[];
  praise: string;
}

/**
 * A part that asks for a function. The function is run on copies of the inputs; if its results are those of a known mistake, the answer
 * names the mistake, else it shows an input with what was given and expected.
 */
export function functionPart<Input extends readonly unknown[]>(task: FunctionTask<Input>): Part {
  const { right, mistakes, praise } = task;
  return { judge: (answer) => judgeFunction(answer, task), praise, known: [[right, undefined], ...mistakes] };
}

async function judgeFunction<Input extends readonly unknown[]>(
  answer: unknown,
  { right, inputs, mistakes }: FunctionTask<Input>,
): Promise<string | undefined> {
  if (!isFunction(answer)) return `should be a function, and is ${valueWords(answer)}`;
  const given = await resultsOf(answer, inputs);
  if (typeof given === "string") return given;
  if (given.every((result) => result === undefined)) return "is still empty: it returns nothing; write its body";
  const agrees = (other: (...input: Input) => unknown) =>
    inputs.every((input, at) => isSameValue(given[at], other(...structuredClone(input))));
  if (agrees(right)) return undefined;
  const mistake = mistakes.find(([mistaken]) => agrees(mistaken));
  if (mistake) return mistake[1];
  return difference(inputs, given, right);
}

function difference<Input extends readonly unknown[]>(
  inputs: readonly Input[],
  given: readonly unknown[],
  right: (...input: Input) => unknown,
): string {
  const at = inputs.findIndex((input, index) => !isSameValue(given[index], right(...structuredClone(input))));
  const input = inputs[at];
  if (input === undefined) return "gives something else than expected";
  const shown = input.map(valueWords).join(", ");
  return `gives ${valueWords(given[at])} for (${shown}); expected ${valueWords(right(...structuredClone(input)))}`;
}

async function resultsOf(
  answer: (...input: unknown[]) => unknown,
  inputs: readonly (readonly unknown[])[],
): Promise<unknown[] | string> {
  const results: unknown[] = [];
  for (const input of inputs) {
    try {
      results.push(await answer(...structuredClone(input)));
    } catch (thrown) {
      return `stopped with an error for (${input.map(valueWords).join(", ")}): ${thrownWords(thrown)}`;
    }
  }
  return results;
}

/** What a student's code threw, which may be anything. */
export function thrownWords(thrown: unknown): string {
  try {
    return messageOf(thrown);
  } catch {
    return "an error without words";
  }
}

/** Whether a value can be called. */
export function isFunction(value: unknown): value is (...input: unknown[]) => unknown {
  return typeof value === "function";
}
