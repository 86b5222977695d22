import { readFile } from "node:fs/promises";
import { detectNetwork, type NetworkDetection, rememberNetwork } from "../coordination/detection/detect-network.js";
import type { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import { type TableName, tableFile } from "../corpus/schema.js";
import type { Study } from "../study/study.js";
import { corpusPath } from "./corpus-names.js";
import { corpusDependencies, type Plan, reportPath, withCorpus } from "./plan.js";
import type { Step } from "./step.js";

interface NetworkFile {
  /** Name of the corpus. */
  corpus: string;
  study: Study;
  detection: NetworkDetection;
}

const tables: TableName[] = ["accounts", "principals", "posts", "amplifications"];

/** Name of the step that finds the network, for the plans that have one. */
export function networkDependencies({ empty }: Plan): string[] {
  return empty.includes("amplifications") ? [] : ["network"];
}

/** File of the network that was found, relative to the root of the run. */
export function networkFile(plan: Plan): string {
  return reportPath(plan, "network.json");
}

/** The step that finds the network, once for all findings and notebooks of a run: the search takes longest. */
export function networkSteps(plan: Plan, corpusFiles: string[]): Step[] {
  return networkDependencies(plan).map((name) => ({
    name,
    title: "find the network",
    after: corpusDependencies(plan),
    reads: [...tables.map(tableFile), infoFile].map((file) => `${corpusPath(plan.corpus)}/${file}`),
    modules: ["coordination/detection/detect-network", "corpus/corpus"],
    inputs: corpusFiles,
    parameters: plan.study,
    outputs: [networkFile(plan)],
    async run(context) {
      const file = await withCorpus(plan, context, tables, async (corpus): Promise<NetworkFile> => {
        return { corpus: corpus.info.name, study: plan.study, detection: await detectNetwork(corpus, plan.study) };
      });
      await context.write(networkFile(plan), `${JSON.stringify(file)}\n`);
    },
  }));
}

/** Lets a corpus know the network that a step of the run has found in it; that of another corpus is left alone. */
export async function knowNetwork(corpus: Corpus, path: string): Promise<void> {
  const file = JSON.parse(await readFile(path, "utf8")) as NetworkFile;
  if (file.corpus === corpus.info.name) rememberNetwork(corpus, file.study, file.detection);
}
