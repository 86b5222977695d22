import { apportion } from "../apportion.js";
import type { RandomStream } from "../random.js";
import type { Origin } from "./member.js";
import type { LondonNumbers } from "./numbers.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** When an account was created and when it first acts on London, on whole seconds. */
export interface Start {
  origin: Origin;
  createdAt: number;
  from: number;
}

/** The five days of claim U17. */
const burstDays = ["2020-04-21", "2020-04-23", "2020-08-04", "2020-08-11", "2020-08-26"];

/** How the members begin; those of one burst and those of the cohort stand next to each other. */
export function starts(numbers: LondonNumbers, members: number, windowFrom: number, random: RandomStream): Start[] {
  const { createdInBursts, activatedTogether } = numbers;
  return [
    ...bursts(createdInBursts, windowFrom, random),
    ...cohort(activatedTogether, random),
    ...Array.from({ length: members - createdInBursts - activatedTogether }, (_, at) =>
      established(at, windowFrom, random),
    ),
  ];
}

/** Accounts opened within minutes of each other, a few each day; those of April wait for the window, the others for days. */
function bursts(accounts: number, windowFrom: number, random: RandomStream): Start[] {
  const sizes = apportion(
    accounts,
    burstDays.map(() => 1 + 0.5 * random.fraction()),
  );
  return burstDays.flatMap((burstDay, at) => {
    let createdAt = Date.parse(`${burstDay}T00:00:00Z`) + random.integer(8 * 3600, 16 * 3600) * 1000;
    return Array.from({ length: sizes[at] ?? 0 }, () => {
      createdAt += random.integer(35, 200) * 1000;
      const settled = Math.max(createdAt + random.integer(0, 5) * day, windowFrom + random.integer(0, 12) * day);
      return { origin: "creation burst", createdAt, from: inOfficeHours(settled + day, random) } as const;
    });
  });
}

/** Old accounts, silent for years, that start within two days: in short chains, one account seconds after another. */
function cohort(accounts: number, random: RandomStream): Start[] {
  let from = 0;
  return Array.from({ length: accounts }, (_, at) => {
    const startOfDay = Date.parse(at < accounts * 0.6 ? "2020-08-12T00:00:00Z" : "2020-08-13T00:00:00Z");
    const newChain = random.fraction() < 0.35 || from < startOfDay;
    from = newChain ? inOfficeHours(startOfDay, random) : from + random.integer(20, 59) * 1000;
    return { origin: "dormant", createdAt: daytimeBetween("2010-02-01", "2017-12-31", random), from } as const;
  });
}

/** Accounts of every age; most act from the first days, the others join one by one. The first two act from the start. */
function established(at: number, windowFrom: number, random: RandomStream): Start {
  const fromStart = at < 2 || random.fraction() < 0.6;
  const waits = fromStart ? random.integer(0, at < 2 ? 0 : 6) : random.integer(20, 150);
  const recent = random.fraction() < 0.4;
  const createdAt = recent
    ? daytimeBetween("2019-01-01", "2020-05-31", random)
    : daytimeBetween("2010-06-01", "2018-12-31", random);
  return { origin: "established", createdAt, from: inOfficeHours(windowFrom + waits * day, random) };
}

/** A moment of that day between 7 and 16 UTC. */
function inOfficeHours(time: number, random: RandomStream): number {
  return Math.floor(time / day) * day + random.integer(7 * 3600, 16 * 3600) * 1000;
}

function daytimeBetween(first: string, last: string, random: RandomStream): number {
  const from = Date.parse(`${first}T00:00:00Z`);
  const days = (Date.parse(`${last}T00:00:00Z`) - from) / day;
  return from + random.integer(0, days) * day + random.integer(6 * 3600, 23 * 3600) * 1000;
}
