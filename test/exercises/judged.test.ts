import { describe, expect, it } from "vitest";
import { type Act, act } from "../../src/exercises/checks/acts.js";
import { chanceChecks } from "../../src/exercises/checks/chance.js";
import { falsePositiveChecks } from "../../src/exercises/checks/false-positive.js";

/** Exercises that have many right answers: they are judged by what they are. */

const shuffle = (answer: unknown) => chanceChecks.shuffled?.judge(answer);
const crowd = (answer: unknown) => falsePositiveChecks.crowd?.judge(answer);

/** Gives each account the next one's place on its target. */
function turned(acts: readonly Act[]): Act[] {
  return acts.map((one) => {
    const same = acts.filter(({ target }) => target === one.target);
    return { ...one, account: same[(same.indexOf(one) + 1) % same.length]?.account ?? "" };
  });
}

describe("a shuffle", () => {
  it("is right if it exchanges accounts within each target", async () => {
    await expect(shuffle(turned)).resolves.toBeUndefined();
  });

  it.each<[string, (acts: Act[]) => unknown, string]>([
    [
      "over all targets",
      (acts) => acts.map((one, at) => ({ ...one, account: acts.at(at - 1)?.account })),
      "within each target",
    ],
    ["of the times", (acts) => acts.map((one) => ({ ...one, second: one.second + 1 })), "exchange the accounts only"],
    ["of nobody", (acts) => acts, "exchanges nobody"],
    ["that loses acts", (acts) => acts.slice(1), "as many as it got"],
    ["that gives names", (acts) => acts.map(({ account }) => account), "should return acts"],
  ])("is not right if it is one %s", async (_, answer, words) => {
    await expect(shuffle(answer)).resolves.toContain(words);
  });
});

describe("a crowd", () => {
  const names = ["ann", "ben", "cem", "dia", "eva"];
  const rush = ["p", "q", "r"].flatMap((target) => names.map((name, at) => act(name, target, at)));

  it("is a false positive if all react at once, and some of them three times", async () => {
    await expect(crowd(rush)).resolves.toBeUndefined();
  });

  it.each<[string, unknown[], string]>([
    ["reacts late", [...rush, act("fay", "p", 61)], "within the first 60 seconds"],
    ["has two posts only", rush.filter(({ target }) => target !== "r"), "has 2 posts"],
    ["is a pair", rush.filter(({ account }) => account < "c"), "a crowd is larger"],
    ["never meets again", rush.map((one) => ({ ...one, account: one.account + one.target })), "no two accounts meet"],
    ["is empty", [], "still empty"],
    ["holds something else", [...rush, "fay"], 'has "fay" in it'],
    ["is a multitude", Array.from({ length: 1001 }, () => act("ann", "p", 0)), "a few dozen are enough"],
  ])("is not right if it %s", async (_, answer, words) => {
    await expect(crowd(answer)).resolves.toContain(words);
  });
});
