import type { Command } from "commander";
import { UsageError, UserError } from "../errors.js";
import type { Setting } from "../evaluation/evaluate.js";
import { duration } from "../pipeline/progress.js";
import { positive, wholeFrom } from "./numbers.js";

interface Options {
  seeds: string;
  firstSeed: string;
  effort: string;
  on: string;
  scale: string;
  out?: string;
}

const settingsOf: Record<string, readonly Setting[]> = {
  events: ["events"],
  twin: ["twin"],
  both: ["events", "twin"],
};

export function addEvaluate(program: Command): void {
  program
    .command("evaluate")
    .description("how well the detector and its peers' rules find coordinated accounts that were planted")
    .option("--seeds <n>", "cases for each effort", "20")
    .option("--first-seed <n>", "seed of the first of them", "1")
    .option("--effort <e,...>", "shares of the coordinated actions that a member joins", "0.05,0.1,0.3")
    .option("--on <where>", "events (real traffic, where the CooRTweet sample is present), twin, or both", "both")
    .option("--scale <s>", "scale of the twins", "0.05")
    .option("--out <file>", "CSV file with the score of each rule in each case")
    .action(async (options: Options) => {
      const { settings, ...rest } = readOptions(options);
      const { evaluate } = await import("../evaluation/evaluate.js");
      const { realBackground } = await import("../evaluation/background.js");
      const { evaluationCsv, evaluationText } = await import("../evaluation/evaluation-text.js");
      const background = settings.includes("events") ? await realBackground() : null;
      const isMissing = settings.includes("events") && background === null;
      if (isMissing && settings.length === 1) throw new UserError(missing);
      const results = await evaluate({ settings, ...rest, report: progressLines() }, background);
      if (options.out !== undefined) {
        const { writeFileAtomically } = await import("../files/atomic.js");
        await writeFileAtomically(options.out, evaluationCsv(results));
      }
      process.stdout.write(`${isMissing ? `${missing}\n\n` : ""}${evaluationText(results)}\n`);
    });
}

const missing =
  "no planted benchmark, data set is missing: coortweet/russian_coord_tweets.csv; run `data fetch`, or name a folder that holds it in AMPLIFICATION_AUDIT_EXTERNAL";

function readOptions({ seeds, firstSeed, effort, on, scale }: Options) {
  const [count, first] = [wholeFrom(1, "seeds", seeds), wholeFrom(0, "first seed", firstSeed)];
  const settings = Object.hasOwn(settingsOf, on) ? settingsOf[on] : undefined;
  if (!settings) throw new UsageError(`unknown setting: "${on}"; known: ${Object.keys(settingsOf).join(", ")}`);
  return {
    settings,
    efforts: [...new Set(effort.split(",").map(share))],
    scale: positive("scale", scale),
    seeds: Array.from({ length: count }, (_, at) => first + at),
  };
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) {
    throw new UsageError(`effort must be shares from 0 to 1, separated by commas: ${text}`);
  }
  return value;
}

/** One line on stderr for each case as it begins, with the time since the start. */
function progressLines(): (text: string) => void {
  const begun = performance.now();
  return (text) => void process.stderr.write(`${duration((performance.now() - begun) / 1000)}  ${text}\n`);
}
