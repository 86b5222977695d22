import type { Exercise } from "./exercise.js";
import { chance } from "./notebooks/chance.js";
import { countingDays } from "./notebooks/counting-days.js";
import { creationBursts } from "./notebooks/creation-bursts.js";
import { falsePositive } from "./notebooks/false-positive.js";
import { labelRates } from "./notebooks/label-rates.js";
import { lorenzGini } from "./notebooks/lorenz-gini.js";
import { sixtySeconds } from "./notebooks/sixty-seconds.js";
import { weeklyShares } from "./notebooks/weekly-shares.js";

/** All exercises, in the order of the course. */
export const exercises: readonly Exercise[] = [
  countingDays,
  labelRates,
  lorenzGini,
  sixtySeconds,
  chance,
  creationBursts,
  weeklyShares,
  falsePositive,
];
