import { permutationPValue } from "../../statistics/permutation-p-value.js";
import { randomNumbers } from "../../statistics/random-numbers.js";
import { functionPart, isFunction, type Part } from "../function-part.js";
import { valueWords } from "../value-words.js";
import { type Act, act, isAct } from "./acts.js";

const larger = (chance: readonly number[], isLarger: (value: number) => boolean) => chance.filter(isLarger).length;

const crowd = [..."abcdefgh"].flatMap((account, at) => [
  act(account, at < 5 ? "post-1" : "post-2", at * 7),
  act(account, "post-3", at * 11),
]);

/** A permutation test: what shuffling keeps, and how its p-value is counted. */
export const chanceChecks: Record<string, Part> = {
  shuffled: {
    judge: judgeShuffle,
    praise: "keeps who acted on which post, and every time; only who was there when is chance",
    known: [],
  },
  pValue: functionPart({
    right: (observed: number, chance: readonly number[]) => permutationPValue(observed, chance),
    inputs: [
      [7, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
      [9, [1, 2, 3]],
      [0, [0, 0, 1]],
    ],
    mistakes: [
      [
        (observed, chance) => larger(chance, (value) => value >= observed) / chance.length,
        "can be 0, which no number of shuffles can show; count the observation itself, above and below the line",
      ],
      [
        (observed, chance) => (1 + larger(chance, (value) => value > observed)) / (chance.length + 1),
        "leaves out shuffles as large as the observation; ask for >= and not >",
      ],
      [
        (observed, chance) => larger(chance, (value) => value > observed) / chance.length,
        "leaves out ties and the observation itself; ask for >= and add one above and below the line",
      ],
      [
        (observed, chance) => (1 + larger(chance, (value) => value <= observed)) / (chance.length + 1),
        "asks how often chance did worse; ask how often it did at least as well",
      ],
    ],
    praise: "counts the observation among the ways chance could have turned out",
  }),
};

/** A shuffle is judged by what it keeps: there is no one right result. */
async function judgeShuffle(answer: unknown): Promise<string | undefined> {
  if (!isFunction(answer)) return `should be a function, and is ${valueWords(answer)}`;
  const given: unknown = await answer(structuredClone(crowd), randomNumbers("exercises/chance"));
  if (given === undefined) return "is still empty: it returns nothing; write its body";
  if (!Array.isArray(given) || given.length !== crowd.length) {
    return `should return ${crowd.length} acts, as many as it got, and returned ${valueWords(given)}`;
  }
  if (!given.every(isAct)) return "should return acts: account, target and second each";
  if (places(given) !== places(crowd)) return "changes a target or a time; exchange the accounts only";
  if (attendance(given) !== attendance(crowd)) {
    return "changes who acted on which post; exchange accounts within each target, so that taste in posts stays";
  }
  return JSON.stringify(given) === JSON.stringify(crowd) ? "exchanges nobody; use the random numbers" : undefined;
}

const listed = (acts: readonly Act[], words: (one: Act) => string) => acts.map(words).sort().join();
const places = (acts: readonly Act[]) => listed(acts, ({ target, second }) => `${target} ${second}`);
const attendance = (acts: readonly Act[]) => listed(acts, ({ target, account }) => `${target} ${account}`);
