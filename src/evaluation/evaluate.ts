import type { Background } from "./background.js";
import type { Case } from "./case.js";
import { plantedBenchmark } from "./planted-benchmark.js";
import { rules } from "./rules/rules.js";
import { type Score, score } from "./score.js";
import { type TwinCaseOptions, withTwinCase } from "./twin-case.js";

/** Where the coordinated accounts are planted: in real traffic, or in the London part of a twin. */
export type Setting = "events" | "twin";

/** What is evaluated. */
export interface EvaluationOptions {
  settings: readonly Setting[];
  efforts: readonly number[];
  /** Each seed is a case of its own. */
  seeds: readonly number[];
  /** Scale of the twins; .05 unless told. */
  scale?: number | undefined;
  /** Is told of each case as it begins. */
  report?: (text: string) => void;
}

/** The score of one rule in one case. */
export interface Result extends Score {
  setting: Setting;
  effort: number;
  seed: number;
  rule: string;
}

/**
 * Lets the detector and the rules of its peers say who is coordinated, in cases where it is known.
 *
 * Time is some five to ten seconds a case.
 *
 * @returns by setting, effort, seed and rule, in the order given
 * @throws UserError for a folder of real data that is none
 */
export async function evaluate(
  { settings, efforts, seeds, scale, report = () => undefined }: EvaluationOptions,
  background: Background | null,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const setting of settings) {
    if (setting === "events" && background === null) continue;
    for (const effort of efforts) {
      for (const seed of seeds) {
        report(`${setting}, effort ${effort}, seed ${seed}`);
        const scores = await withCase(setting, { seed, effort, scale }, background, scoresOf);
        results.push(...scores.map((one) => ({ setting, effort, seed, ...one })));
      }
    }
  }
  return results;
}

async function withCase<T>(
  setting: Setting,
  options: TwinCaseOptions,
  background: Background | null,
  work: (one: Case) => Promise<T>,
): Promise<T> {
  if (setting === "events" && background !== null) return work(plantedBenchmark(background, options));
  return withTwinCase(options, work);
}

async function scoresOf(one: Case): Promise<(Score & { rule: string })[]> {
  const scores: (Score & { rule: string })[] = [];
  for (const { name, flags } of rules) scores.push({ rule: name, ...score(await flags(one), one) });
  return scores;
}
