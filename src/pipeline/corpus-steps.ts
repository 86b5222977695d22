import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import { tableFile, tableNames, tableOf } from "../corpus/schema.js";
import { validateCorpus, violationText } from "../corpus/validate.js";
import { writeCorpus } from "../corpus/write.js";
import { UserError } from "../errors.js";
import { importPublicCorpus, publicSources } from "../import/public-corpus.js";
import { oii2021 } from "../study/oii-2021.js";
import { defaultSeed, makeTwin } from "../twin/make-twin.js";
import { writeTruth } from "../twin/truth.js";
import { writeTwin } from "../twin/write-twin.js";
import { corpusPath, type NamedCorpus } from "./corpus-names.js";
import type { Step, StepContext } from "./step.js";

/** Files of a corpus folder that has no optional table. */
const corpusFiles = [
  ...tableNames.filter((name) => !tableOf(name).optional).map(tableFile),
  infoFile,
  "datapackage.json",
];

/** The truth about the twin's accounts, relative to the root of a run; outside the corpus. */
export const truthFile = "data/truth/twin/truth.parquet";

/** The step that makes a named corpus: generates the twin at that scale, or imports the real data. */
export function corpusStep(name: NamedCorpus, externalFolder: string, scale = 1): Step {
  return name === "twin" ? twinStep(scale) : publicStep(externalFolder);
}

function twinStep(scale: number): Step {
  const options = { seed: defaultSeed, scale, effort: 1, study: oii2021 };
  return {
    name: "corpus/twin",
    title: "generate the synthetic twin",
    after: [],
    modules: ["twin/make-twin", "twin/write-twin", "twin/truth", "corpus/validate"],
    inputs: [],
    parameters: options,
    outputs: [...[...corpusFiles, "activity.parquet"].map((file) => `${corpusPath("twin")}/${file}`), truthFile],
    async run(context) {
      const twin = makeTwin(options, context.progress);
      const folder = stagedFolder(context, "twin");
      await writeTwin(folder, twin, context.progress);
      await writeTruth(context.path(truthFile), twin);
      context.progress("checking every value");
      await refuseViolations(folder);
    },
  };
}

function publicStep(externalFolder: string): Step {
  return {
    name: "corpus/public",
    title: "import the real data",
    after: [],
    modules: ["import/public-corpus", "corpus/write", "corpus/validate"],
    inputs: publicSources.map((source) => join(externalFolder, source)),
    parameters: {},
    outputs: [...corpusFiles, "import.json"].map((file) => `${corpusPath("public")}/${file}`),
    async run(context) {
      const { info, rows, accounts } = await importPublicCorpus(externalFolder);
      const folder = stagedFolder(context, "public");
      await writeCorpus(folder, info, rows);
      await refuseViolations(folder);
      await context.write(`${corpusPath("public")}/import.json`, `${JSON.stringify(accounts, null, 2)}\n`);
    },
  };
}

function stagedFolder(context: StepContext, name: string): string {
  return dirname(context.path(`${corpusPath(name)}/datapackage.json`));
}

/**
 * Stops where a corpus breaks its schema.
 *
 * @throws UserError listing the first violations
 */
export async function refuseViolations(folder: string): Promise<void> {
  const corpus = await Corpus.open(folder);
  try {
    const { violations, total } = await validateCorpus(corpus);
    if (total === 0) return;
    const shown = violations.map(violationText).join("\n");
    throw new UserError(`corpus breaks the schema: ${total} violations; correct these first\n${shown}`);
  } finally {
    corpus.close();
  }
}

/** What a corpus folder on disk consists of, as inputs of steps. */
export function corpusInputs(folder: string): string[] {
  const files = [...tableNames.map(tableFile), infoFile].map((file) => join(folder, file));
  return files.filter((path) => existsSync(path));
}
