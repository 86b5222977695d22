import type { Exercise } from "../exercise.js";

export const countingDays: Exercise = {
  number: 1,
  name: "counting-days",
  title: "counting days, two ways",
  story: `The first paper counts 201,382 tweets by diplomats between 9 June 2020 and 23 February 2021, and calls that 778 a day (claims V1 and
V2). How many days is that? Two people who count carefully get two numbers, and a third one counts only the days on which something was
posted. Before you compare "a day" in two studies, find out which day was meant.`,
  steps: [
    {
      text: `**The data.** When one account tweeted, in UTC, as you would read it off a page. Two of the tweets are two seconds apart and
still on two days; two have the very same time.`,
    },
    {
      code: `const times = [
  "2020-06-09T08:00:00Z",
  "2020-06-09T23:59:59Z",
  "2020-06-10T00:00:01Z",
  "2020-06-13T12:00:00Z",
  "2020-06-13T12:00:00Z",
];`,
    },
    {
      ask: `**1. The days of the window.** Write \`windowDays\`: how many days lie between two dates, as the papers count them, so that 201,382
tweets come out as 778 a day.`,
      blank: `function windowDays(from: string, to: string): number | undefined {
  // your code: from and to are days such as "2020-06-09"
  return undefined;
}`,
      hint: `\`Date.parse("2020-06-09")\` gives the milliseconds of a day's beginning in UTC. A day has 86,400,000 of them. Divide 201,382 by
both candidates, the difference of the dates and one more: which rounds to 778?`,
      solution: `function windowDays(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}`,
    },
    {
      ask: `**2. The active days.** Write \`activeDays\`: on how many days did the account tweet at least once?`,
      blank: `function activeDays(times: string[]): number | undefined {
  // your code
  return undefined;
}`,
      hint: "The first ten characters of a time are its day. A `Set` keeps each value once and knows its `size`.",
      solution: `function activeDays(times: string[]): number {
  return new Set(times.map((time) => time.slice(0, 10))).size;
}`,
    },
    { text: "What your functions say. A dash or NaN stands for what is not written yet." },
    {
      code: `import { show } from "amplification-audit";

const days = windowDays("2020-06-09", "2021-02-23") ?? Number.NaN;
show([
  { quantity: "days of the papers' window", value: days },
  { quantity: "tweets a day", value: 201_382 / days },
  { quantity: "active days of the account", value: activeDays(times) },
]);`,
    },
  ],
  parts: ["windowDays", "activeDays"],
  next: {
    notebook: "04-posting-volumes",
    why: "how much was posted, by the difference of the dates and by the days covered, side by side.",
  },
};
