import { functionPart, type Part } from "../function-part.js";
import { valueWords } from "../value-words.js";
import {
  type Act,
  accountsOn,
  act,
  actingPairs,
  allPairsOn,
  expectedTogether,
  isAct,
  shareTogether,
  targetsOf,
  targetsTogether,
} from "./acts.js";

const fewestAccounts = 5;
const fewestTargets = 3;

const names = ["ann", "ben", "cem", "dia", "eva"];
const rush = ["goal-1", "goal-2", "goal-3"].flatMap((target) => names.map((name, at) => act(name, target, at * 10)));
const mixed = ["post-1", "post-2"].flatMap((target) => [
  act("ann", target, 0),
  act("ben", target, 20),
  act("cem", target, 900),
  act("dia", target, 5000),
]);

/** An innocent crowd that a bare count of co-activity takes for a network, and the expectation that clears it. */
export const falsePositiveChecks: Record<string, Part> = {
  crowd: {
    judge: judgeCrowd,
    praise: "is flagged by the bare rule, though everyone only reacted to the same alerts",
    known: [],
  },
  expected: functionPart({
    right: (acts: readonly Act[], a: string, b: string) => expectedTogether(acts, a, b),
    inputs: [
      [mixed, "ann", "ben"],
      [rush, "ann", "eva"],
      [[...rush, ...mixed], "ben", "dia"],
      [[...mixed, act("ann", "post-4", 0), act("eva", "post-4", 10)], "ann", "ben"],
    ],
    mistakes: [
      [
        (acts, a, b) => targetsTogether(acts, a, b).length,
        "counts how often the two did act together; expected is what any two who were there would do",
      ],
      [
        (acts, a, b) =>
          targetsOf(acts)
            .filter((target) => [a, b].every((name) => accountsOn(acts, target).includes(name)))
            .reduce((sum, target) => sum + 1 / allPairsOn(acts, target), 0),
        "counts one pair a post; count every pair that acted together there, over all pairs who were there",
      ],
      [
        (acts) => targetsOf(acts).reduce((sum, target) => sum + shareTogether(acts, target), 0),
        "sums over every post; only posts on which both acted can bring the two together",
      ],
      [
        (acts, a, b) => expectedTogether(acts, a, b) / 2,
        "is half of it: among n accounts there are n * (n - 1) / 2 pairs, each counted once",
      ],
    ],
    praise: "counts the pairs that acted together over all pairs, on the posts of both",
  }),
};

/** A crowd is judged by what it is: there are many right ones. */
async function judgeCrowd(answer: unknown): Promise<string | undefined> {
  if (!Array.isArray(answer)) return `should be a list of acts, and is ${valueWords(answer)}`;
  if (answer.length === 0) return "is still empty; add acts such as { account, target, second }";
  if (answer.length > 1000) return `has ${answer.length} acts; a few dozen are enough`;
  const acts = answer.filter(isAct);
  const odd = answer.find((one) => !isAct(one));
  if (acts.length < answer.length) return `has ${valueWords(odd)} in it; each act is { account, target, second }`;
  return crowdFault(acts);
}

function crowdFault(acts: readonly Act[]): string | undefined {
  const late = acts.find(({ second }) => second < 0 || second > 60);
  if (late) return `has an act ${late.second} seconds after its post; let all react within the first 60 seconds`;
  const targets = targetsOf(acts);
  if (targets.length < fewestTargets) return `has ${targets.length} posts; the bare rule asks for ${fewestTargets}`;
  const few = targets.find((target) => accountsOn(acts, target).length < fewestAccounts);
  if (few !== undefined) return `has fewer than ${fewestAccounts} accounts on ${few}; a crowd is larger`;
  const flagged = actingPairs(acts).filter((pair) => isFlagged(acts, pair));
  return flagged.length > 0
    ? undefined
    : `is not flagged: no two accounts meet on ${fewestTargets} posts; let some return`;
}

function isFlagged(acts: readonly Act[], pair: string): boolean {
  const [a = "", b = ""] = pair.split("|");
  return targetsTogether(acts, a, b).length >= fewestTargets;
}
