import { daysBetween, utcDay } from "../../study/time.js";
import { functionPart, type Part } from "../function-part.js";

const between = (from: string, to: string) => daysBetween(utcDay(from), utcDay(to));
const dayOf = (time: string) => time.slice(0, 10);
const distinct = (texts: readonly string[]) => new Set(texts).size;

/** The days from the first tweet to the last, both counted. */
function daysCovered(times: readonly string[]): number {
  const days = times.map(dayOf).sort();
  return between(days[0] ?? "", days.at(-1) ?? "") + 1;
}

const times = [
  "2020-06-09T08:00:00Z",
  "2020-06-09T23:59:59Z",
  "2020-06-10T00:00:01Z",
  "2020-06-13T12:00:00Z",
  "2020-06-13T12:00:00Z",
];

/** Claims V1 and V2: 201,382 tweets are 778 a day only by the difference of the two dates. */
export const countingDaysChecks: Record<string, Part> = {
  windowDays: functionPart({
    right: between,
    inputs: [
      ["2020-06-09", "2021-02-23"],
      ["2021-01-31", "2021-02-01"],
      ["2020-02-28", "2020-03-01"],
      ["2021-03-28", "2021-03-29"],
    ],
    mistakes: [
      [
        (from, to) => between(from, to) + 1,
        "counts both end days (260); the papers take the difference of the two dates (259)",
      ],
      [
        (from, to) => between(from, to) * 86_400_000,
        "gives milliseconds; divide by the milliseconds of a day, 86,400,000",
      ],
      [(from, to) => -between(from, to), "is negative; take the first day from the last, not the other way round"],
    ],
    praise: "is the difference of the dates: 259 days, hence 777.5 tweets a day",
  }),
  activeDays: functionPart({
    right: (given: readonly string[]) => distinct(given.map(dayOf)),
    inputs: [[times], [times.slice(0, 2)], [[...times].reverse()]],
    mistakes: [
      [(given) => given.length, "counts the tweets; count each day once, however many tweets it has"],
      [(given) => distinct(given), "counts distinct times; cut each time down to its day first"],
      [daysCovered, "counted each day of the window; an active day is one with at least one tweet"],
    ],
    praise: "counts each day with at least one tweet once, in UTC",
  }),
};
