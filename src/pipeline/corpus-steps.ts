import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import { tableFile, tableNames, tableOf } from "../corpus/schema.js";
import { validateCorpus, violationText } from "../corpus/validate.js";
import { writeCorpus } from "../corpus/write.js";
import { UserError } from "../errors.js";
import { importPublicCorpus, publicSources } from "../import/public-corpus.js";
import { defaultSeed, twin } from "../twin/twin.js";
import type { NamedCorpus } from "./open-corpus.js";
import type { Step, StepContext } from "./step.js";

/** Files of a corpus folder that has no optional table. */
const corpusFiles = [
  ...tableNames.filter((name) => !tableOf(name).optional).map(tableFile),
  infoFile,
  "datapackage.json",
];

/** Folder of a named corpus, relative to the root of a run. */
export function corpusPath(name: string): string {
  return `data/corpora/${name}`;
}

/** The step that makes a named corpus: generates the twin, or imports the real data. */
export function corpusStep(name: NamedCorpus, externalFolder: string): Step {
  return name === "twin" ? twinStep() : publicStep(externalFolder);
}

function twinStep(): Step {
  return {
    name: "corpus/twin",
    title: "generate the synthetic twin",
    after: [],
    modules: ["twin/twin", "corpus/write", "corpus/validate"],
    inputs: [],
    parameters: { seed: defaultSeed },
    outputs: corpusFiles.map((file) => `${corpusPath("twin")}/${file}`),
    async run(context) {
      const { info, rows } = twin(defaultSeed);
      const folder = stagedFolder(context, "twin");
      await writeCorpus(folder, info, rows);
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
