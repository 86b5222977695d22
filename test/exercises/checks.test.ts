import { describe, expect, it } from "vitest";
import { checkExercise } from "../../src/exercises/check.js";
import { exerciseChecks } from "../../src/exercises/checks.js";

const parts = [...exerciseChecks].flatMap(([exercise, checks]) =>
  Object.entries(checks).map(([part, check]) => ({ exercise, part, check })),
);

const throwing = new Proxy(
  {},
  {
    get() {
      throw new Error("no looking");
    },
    ownKeys() {
      throw new Error("no looking");
    },
  },
);
const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

const hostile: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["NaN", Number.NaN],
  ["a text", "259"],
  ["a symbol", Symbol("day")],
  ["a large whole number", 10n],
  ["an object that refuses to be looked at", throwing],
  ["an object that holds itself", cyclic],
  ["a list of nothing", [undefined, null]],
  ["a function that throws", () => decodeURIComponent("%")],
  ["a function that throws no error", () => Promise.reject(Symbol("no"))],
  ["a function that throws what has no words", () => Promise.reject(Object.create(null))],
  ["a function that returns nothing", () => undefined],
  ["a function that returns NaN", () => Number.NaN],
  ["a function that returns a hostile object", () => throwing],
  ["a function that returns functions", () => [() => 1]],
  [
    "a function that destroys its input",
    (...input: unknown[]) => input.map((one) => Array.isArray(one) && one.splice(0)),
  ],
];

describe.each(parts)("$exercise, $part", ({ exercise, part, check }) => {
  it.each(hostile)("answers in words and never throws: %s", async (_, answer) => {
    const reply = await checkExercise(exercise, { [part]: answer });
    const line = reply.parts.find((one) => one.part === part);
    expect(line).toMatchObject({ passed: false, words: expect.stringMatching(/\S/) });
    expect(String(reply)).toMatch(new RegExp(`^not yet: ${part} `, "m"));
  });

  it("knows the right answer, and each mistake by its name", async () => {
    for (const [answer, words] of check.known) await expect(check.judge(answer)).resolves.toBe(words);
    const said = check.known.map(([, words]) => words);
    expect(new Set(said).size).toBe(said.length);
  });

  it("takes the right answer from an asynchronous function, too", async () => {
    const [right] = check.known[0] ?? [];
    if (typeof right !== "function") return;
    await expect(check.judge(async (...input: unknown[]) => right(...input))).resolves.toBeUndefined();
  });
});

it.each([[undefined], [null], [throwing], ["answer"]])("answers when there is no answer at all", async (answer) => {
  const reply = await checkExercise("counting-days", answer);
  expect(reply.passed).toBe(false);
  expect(String(reply).split("\n")).toHaveLength(2);
});

it("names the exercises when asked for one that there is not", async () => {
  expect(String(await checkExercise("counting-sheep", {}))).toMatch(
    /^not yet: counting-sheep is no exercise; known: counting-days, /,
  );
});

it("shows the input, the result and what was expected where no mistake is known", async () => {
  const reply = await checkExercise("counting-days", { windowDays: () => 7 });
  expect(String(reply)).toContain('not yet: windowDays gives 7 for ("2020-06-09", "2021-02-23"); expected 259');
});
