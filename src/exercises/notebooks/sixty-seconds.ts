import type { Exercise } from "../exercise.js";

export const sixtySeconds: Exercise = {
  number: 4,
  name: "sixty-seconds",
  title: "who acts together within 60 seconds?",
  story: `Accounts run by the same hand often act on the same post within seconds of each other. *Co-activity* counts that: two different
accounts, one target, at most 60 seconds apart. The definition is one line, and tools that cut time into minutes of the clock disagree with it.`,
  steps: [
    { text: "**The data.** Who retweeted which post, and how many seconds after it was posted." },
    {
      code: `import { show } from "amplification-audit";

interface Act {
  account: string;
  target: string;
  second: number;
}

const acts: Act[] = [
  { account: "a", target: "post-1", second: 0 },
  { account: "b", target: "post-1", second: 60 },
  { account: "c", target: "post-1", second: 61 },
  { account: "c", target: "post-2", second: 10 },
  { account: "a", target: "post-2", second: 100 },
  { account: "a", target: "post-1", second: 5 },
];`,
    },
    {
      ask: "**1. Two acts.** Write `isTogether`: are two acts co-activity? Exactly 60 seconds still count.",
      blank: `function isTogether(a: Act, b: Act): boolean | undefined {
  // your code
  return undefined;
}`,
      hint: "Three conditions joined by `&&`: the target, the accounts, and the distance in time, which has no sign: `Math.abs`.",
      solution: `function isTogether(a: Act, b: Act): boolean {
  return a.target === b.target && a.account !== b.account && Math.abs(a.second - b.second) <= 60;
}`,
    },
    {
      ask: `**2. All pairs.** Write \`pairs\`: the pairs of accounts that acted together at least once, as texts such as \`"a|b"\`, the smaller name
first, each pair once, sorted.`,
      blank: `function pairs(acts: Act[]): string[] | undefined {
  // your code
  return undefined;
}`,
      hint: `Compare each act with the acts after it in the list: \`acts.slice(at + 1)\`. \`[a.account, b.account].sort().join("|")\` writes a pair the
same way whoever came first, and a \`Set\` keeps it once.`,
      solution: `function pairs(acts: Act[]): string[] {
  const found = new Set<string>();
  for (const [at, a] of acts.entries()) {
    for (const b of acts.slice(at + 1)) {
      if (isTogether(a, b)) found.add([a.account, b.account].sort().join("|"));
    }
  }
  return [...found].sort();
}`,
    },
    {
      text: "The pairs that your functions find. Comparing every act with every other is slow for millions; the package sorts by time instead.",
    },
    { code: "show((pairs(acts) ?? []).map((pair) => ({ pair: pair })));" },
  ],
  parts: ["isTogether", "pairs"],
  next: {
    notebook: "09-network-detection",
    why: "the same window over all amplifications, and what chance makes of it.",
  },
};
