import { projectRoot } from "../files/project.js";
import { requirePublicData } from "../import/public-corpus.js";
import { externalFolder } from "../import/sources.js";
import type { NamedCorpus } from "./corpus-names.js";
import { corpusStep } from "./corpus-steps.js";
import { cacheOf } from "./plan.js";
import { runSteps } from "./run-steps.js";

/** Makes a named corpus in the checkout, unless it is there and up to date. */
export async function makeCorpus(name: NamedCorpus): Promise<void> {
  const folder = externalFolder();
  if (name === "public") await requirePublicData(folder);
  const cacheFolder = cacheOf({ corpus: name }, projectRoot);
  await runSteps([corpusStep(name, folder)], { root: projectRoot, cacheFolder });
}
