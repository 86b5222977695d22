import { chanceChecks } from "./checks/chance.js";
import { countingDaysChecks } from "./checks/counting-days.js";
import { creationBurstsChecks } from "./checks/creation-bursts.js";
import { falsePositiveChecks } from "./checks/false-positive.js";
import { labelRatesChecks } from "./checks/label-rates.js";
import { lorenzGiniChecks } from "./checks/lorenz-gini.js";
import { sixtySecondsChecks } from "./checks/sixty-seconds.js";
import { weeklySharesChecks } from "./checks/weekly-shares.js";
import type { Part } from "./function-part.js";

/** What each exercise asks for, part by part, in the order of the exercises. */
export const exerciseChecks: ReadonlyMap<string, Readonly<Record<string, Part>>> = new Map([
  ["counting-days", countingDaysChecks],
  ["label-rates", labelRatesChecks],
  ["lorenz-gini", lorenzGiniChecks],
  ["sixty-seconds", sixtySecondsChecks],
  ["chance", chanceChecks],
  ["creation-bursts", creationBurstsChecks],
  ["weekly-shares", weeklySharesChecks],
  ["false-positive", falsePositiveChecks],
]);
