import { functionPart, type Part } from "../function-part.js";
import { type Act, act, actingPairs, isTogether } from "./acts.js";

const acts = [
  act("a", "post-1", 0),
  act("b", "post-1", 60),
  act("c", "post-1", 61),
  act("c", "post-2", 10),
  act("a", "post-2", 100),
  act("a", "post-1", 5),
  act("d", "post-3", 0),
];
const inputs: [Act[]][] = [[acts], [[...acts].reverse()], [[act("a", "p", 59), act("b", "p", 61)]]];

const isNear = (a: Act, b: Act) => Math.abs(a.second - b.second) <= 60;
const isOn = (a: Act, b: Act) => a.target === b.target;
const isOther = (a: Act, b: Act) => a.account !== b.account;

/** Co-activity as the papers count it: two different accounts on the same target within 60 seconds, both ends included. */
export const sixtySecondsChecks: Record<string, Part> = {
  isTogether: functionPart({
    right: isTogether,
    inputs: [
      [act("a", "p", 0), act("b", "p", 60)],
      [act("a", "p", 0), act("b", "p", 61)],
      [act("b", "p", 30), act("a", "p", 0)],
      [act("b", "p", 90), act("a", "p", 0)],
      [act("a", "p", 59), act("b", "p", 61)],
      [act("a", "p", 0), act("a", "p", 1)],
      [act("a", "p", 0), act("b", "q", 1)],
    ],
    mistakes: [
      [
        (a, b) => isOn(a, b) && isOther(a, b) && Math.abs(a.second - b.second) < 60,
        "leaves out exactly 60 seconds; the window includes both of its ends",
      ],
      [
        (a, b) => isOn(a, b) && isOther(a, b) && Math.floor(a.second / 60) === Math.floor(b.second / 60),
        "cuts time into minutes of the clock; second 59 and second 61 are 2 seconds apart",
      ],
      [
        (a, b) => isOn(a, b) && isOther(a, b) && b.second - a.second <= 60,
        "forgets that either may come first; take the absolute difference",
      ],
      [(a, b) => isOn(a, b) && isNear(a, b), "pairs an account with itself; ask for two different accounts"],
      [(a, b) => isOther(a, b) && isNear(a, b), "pairs acts on different posts; ask for the same target"],
    ],
    praise: "asks for two accounts, one target and at most 60 seconds, whoever came first",
  }),
  pairs: functionPart({
    right: (given: readonly Act[]) => actingPairs(given),
    inputs,
    mistakes: [
      [
        (given) =>
          actingPairs(given)
            .flatMap((pair) => [pair, pair.split("|").reverse().join("|")])
            .sort(),
        "lists each pair twice, a|b and b|a; write the smaller name first and keep it once",
      ],
      [
        (given) => actingPairs(given, (a, b) => isOther(a, b) && isNear(a, b)),
        "pairs acts on different posts; ask for the same target",
      ],
      [(given) => actingPairs(given, (a, b) => isOn(a, b) && isNear(a, b)), "pairs an account with itself"],
      [() => [], "finds nobody; compare each act with every later one of the list"],
    ],
    praise: "finds each pair of accounts once, in order",
  }),
};
