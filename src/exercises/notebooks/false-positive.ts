import type { Exercise } from "../exercise.js";

export const falsePositive: Exercise = {
  number: 8,
  name: "false-positive",
  title: "building a false positive",
  story: `A common rule flags two accounts that act together, within 60 seconds, on three posts. Now take the other side: build a crowd of people
who have never heard of each other and are flagged all the same. Whoever has built one false accusation is slower to make another.`,
  steps: [
    {
      text: `Think of fans with notifications on: each post of their club draws all of them within a minute. The bare rule, as it is often
programmed:`,
    },
    {
      code: `import { show } from "amplification-audit";

interface Act {
  account: string;
  target: string;
  second: number;
}

function meetings(acts: Act[], a: string, b: string): string[] {
  const [first, second] = [a, b].map((name) => acts.filter(({ account }) => account === name));
  const near = (first ?? []).filter((one) =>
    (second ?? []).some((other) => other.target === one.target && Math.abs(other.second - one.second) <= 60),
  );
  return [...new Set(near.map(({ target }) => target))];
}`,
    },
    {
      ask: `**1. The crowd.** Write \`crowd\`: acts of at least five accounts on each of at least three posts, all within the first 60 seconds after
the post. At least two of the accounts must meet on three posts.`,
      blank: `const crowd: Act[] = [
  // your acts, such as { account: "ann", target: "goal-1", second: 12 }
];`,
      hint: `You need not type fifteen lines: \`["goal-1", "goal-2", "goal-3"].flatMap((target) => names.map((name, at) => ...))\` makes an act for
each post and name.`,
      solution: `const names = ["ann", "ben", "cem", "dia", "eva", "fay"];
const crowd: Act[] = ["goal-1", "goal-2", "goal-3"].flatMap((target) =>
  names.map((name, at) => ({ account: name, target: target, second: 5 + at * 9 })),
);`,
    },
    {
      ask: `**2. The expectation.** Write \`expected\`: on how many posts would two accounts meet if timing had nothing to do with who they are? Take
the posts on which *both* acted. Each adds the pairs of accounts that met there (within 60 seconds), over all pairs of accounts that were there.`,
      blank: `function expected(acts: Act[], a: string, b: string): number | undefined {
  // your code: meetings(acts, a, b) lists the posts on which two accounts met
  return undefined;
}`,
      hint: `List the posts with a \`Set\`. For each, list its accounts; leave the post out if \`a\` or \`b\` is not among them. Go through the pairs of
its accounts and count those with \`meetings(acts, one, other).includes(target)\`. With $n$ accounts there are $n(n-1)/2$ pairs.`,
      solution: `function expected(acts: Act[], a: string, b: string): number {
  let sum = 0;
  for (const target of new Set(acts.map((act) => act.target))) {
    const there = [...new Set(acts.filter((act) => act.target === target).map(({ account }) => account))];
    if (!there.includes(a) || !there.includes(b)) continue;
    const pairs = there.flatMap((one, at) => there.slice(at + 1).map((other) => [one, other] as const));
    const met = pairs.filter(([one, other]) => meetings(acts, one, other).includes(target));
    sum += met.length / pairs.length;
  }
  return sum;
}`,
    },
    { text: "The first two accounts of your crowd: how often they met, and how often any two would have." },
    {
      code: `const [one = "", other = ""] = [...new Set(crowd.map(({ account }) => account))];
show([{ met: meetings(crowd, one, other).length, expected: expected(crowd, one, other) }]);`,
    },
    {
      text: `Where both numbers agree, nothing is left to explain, and nobody to accuse. A post that everyone acts on at once is no evidence about
anyone. Evidence is two accounts that keep meeting on posts where others do not.`,
    },
  ],
  parts: ["crowd", "expected"],
  next: {
    notebook: "09-network-detection",
    why: "who was found, and how many innocent groups like your crowd were not.",
  },
};
