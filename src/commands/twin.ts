import { join } from "node:path";
import type { Command } from "commander";
import { Corpus } from "../corpus/corpus.js";
import { UsageError } from "../errors.js";
import { replaceFolder } from "../files/folder.js";
import { duration } from "../pipeline/progress.js";
import { oii2021 } from "../study/oii-2021.js";
import { describeTwin } from "../twin/describe.js";
import { defaultSeed, makeTwin, type Twin, type TwinOptions } from "../twin/make-twin.js";
import { type FacebookForm, rawForms, type TwitterForm, writeRaw } from "../twin/raw/write-raw.js";
import { writeTruth } from "../twin/truth.js";
import { writeTwin } from "../twin/write-twin.js";
import { positive, wholeFrom } from "./numbers.js";

interface Options {
  seed: string;
  scale: string;
  effort: string;
  out?: string;
  describe?: boolean;
  as?: string[];
}

export function addTwin(program: Command): void {
  program
    .command("twin")
    .description("generate a synthetic twin: DIR/corpus for `reproduce --corpus DIR`, and DIR/truth.parquet beside it")
    .option("--seed <n>", "another seed gives another twin with the same calibrated totals", String(defaultSeed))
    .option("--scale <s>", "size of everything outside London; London stays whole down to 0.05", "1")
    .option("--effort <e>", "share of coordinated actions that a member of the network joins, 0 to 1", "1")
    .option("--out <dir>", "folder to write to")
    .option("--as <form...>", `also write it to DIR/raw as raw data: ${Object.values(rawForms).flat().join(", ")}`)
    .option("--describe", "print what was planted, and every calibrated quantity with its error")
    .action(async (options: Options) => {
      const twinOptions = readOptions(options);
      const { out, describe } = options;
      const forms = options.as && formsFrom(options.as);
      if (out === undefined && !describe) throw new UsageError("nothing to do; give --out a folder, or --describe");
      const report = progressLines();
      if (out === undefined) return describeIn(makeTwin(twinOptions, report));
      await replaceFolder(out, "twin", async (stage) => {
        const twin = makeTwin(twinOptions, report);
        await writeTwin(join(stage, "corpus"), twin, report);
        await writeTruth(join(stage, "truth.parquet"), twin);
        if (describe) describeIn(twin);
        if (forms) await writeRawOf(stage, forms, report);
      });
      report("done");
    });
}

function readOptions({ seed, scale, effort }: Options): TwinOptions {
  const share = Number(effort);
  if (effort.trim() === "" || !(share >= 0 && share <= 1)) {
    throw new UsageError(`effort must be a share from 0 to 1: ${effort}`);
  }
  return { seed: wholeFrom(0, "seed", seed), scale: positive("scale", scale), effort: share, study: oii2021 };
}

interface Forms {
  twitter?: TwitterForm;
  facebook?: FacebookForm;
}

/** The form of each platform; one that is not named comes in the first of its forms. */
function formsFrom(names: string[]): Forms {
  const forms: Forms = {};
  for (const name of names.flatMap((text) => text.split(","))) {
    const twitter = rawForms.twitter.find((form) => form === name);
    const facebook = rawForms.facebook.find((form) => form === name);
    if (twitter) forms.twitter = twitter;
    else if (facebook) forms.facebook = facebook;
    else throw new UsageError(`unknown form: "${name}"; known: ${Object.values(rawForms).flat().join(", ")}`);
  }
  return forms;
}

async function writeRawOf(stage: string, forms: Forms, report: (part: string) => void): Promise<void> {
  report("raw data");
  const corpus = await Corpus.open(join(stage, "corpus"));
  try {
    await writeRaw(join(stage, "raw"), corpus, oii2021, forms);
  } finally {
    corpus.close();
  }
}

function describeIn(twin: Twin): void {
  process.stdout.write(`${describeTwin(twin)}\n`);
}

/** One line on stderr for each part as it begins, with the time since the start. */
function progressLines(): (part: string) => void {
  const begun = performance.now();
  return (part) => void process.stderr.write(`${duration((performance.now() - begun) / 1000)}  ${part}\n`);
}
