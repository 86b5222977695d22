import { readFile } from "node:fs/promises";
import { detectNetwork, type NetworkDetection, rememberNetwork } from "../coordination/detection/detect-network.js";
import type { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import { type TableName, tableFile } from "../corpus/schema.js";
import type { GroupChoices } from "../findings/specifications/choices.js";
import { networksOf, rememberNetworks } from "../findings/specifications/find-network.js";
import type { Study } from "../study/study.js";
import { corpusPath } from "./corpus-names.js";
import { corpusDependencies, type Plan, reportPath, withCorpus } from "./plan.js";
import type { Step, StepContext } from "./step.js";

/** What the run has found under the choices of the study, and under other choices. */
interface NetworkFile {
  /** Name of the corpus. */
  corpus: string;
  study: Study;
  detection: NetworkDetection;
}

interface NetworksFile {
  corpus: string;
  networks: { choices: GroupChoices; members: string[] }[];
}

const tables: TableName[] = ["accounts", "principals", "posts", "amplifications"];

/** What somebody asks for who asks for a network: the one of the study, or those by other choices as well. */
export interface AsksForNetwork {
  usesNetwork?: "the network" | "all networks" | undefined;
}

/** Names of the steps that find what is asked for; none where there is nothing to search. */
export function networkStepsFor({ empty }: Plan, { usesNetwork }: AsksForNetwork): string[] {
  if (usesNetwork === undefined || empty.includes("amplifications")) return [];
  return usesNetwork === "the network" ? ["network"] : ["network", "networks"];
}

/** The files of what is asked for, relative to the root of the run. */
export function networksFor(plan: Plan, asking: AsksForNetwork): string[] {
  return networkStepsFor(plan, asking).map((name) => reportPath(plan, `${name}.json`));
}

/** The steps that find the network, once for all findings and notebooks of a run: the searches take longest. */
export function networkSteps(plan: Plan, corpusFiles: string[]): Step[] {
  const [network, networks] = networksFor(plan, { usesNetwork: "all networks" });
  if (network === undefined || networks === undefined) return [];
  const common = {
    after: corpusDependencies(plan),
    reads: [...tables.map(tableFile), infoFile].map((file) => `${corpusPath(plan.corpus)}/${file}`),
    inputs: corpusFiles,
    parameters: plan.study,
  };
  return [
    {
      ...common,
      name: "network",
      title: "find the network",
      modules: ["coordination/detection/detect-network", "corpus/corpus"],
      outputs: [network],
      run: (context) =>
        writeFound(plan, context, network, async (corpus): Promise<NetworkFile> => {
          return { corpus: corpus.info.name, study: plan.study, detection: await detectNetwork(corpus, plan.study) };
        }),
    },
    {
      ...common,
      name: "networks",
      title: "find it by other choices",
      modules: ["findings/specifications/find-network", "corpus/corpus"],
      outputs: [networks],
      run: (context) =>
        writeFound(plan, context, networks, async (corpus): Promise<NetworksFile> => {
          const found = await networksOf(corpus, plan.study);
          const listed = found.map(({ choices, members }) => ({ choices, members: [...members].sort() }));
          return { corpus: corpus.info.name, networks: listed };
        }),
    },
  ];
}

async function writeFound(
  plan: Plan,
  context: StepContext,
  path: string,
  find: (corpus: Corpus) => Promise<NetworkFile | NetworksFile>,
): Promise<void> {
  await context.write(path, `${JSON.stringify(await withCorpus(plan, context, tables, find))}\n`);
}

/** Lets a corpus know the networks that steps of the run have found in it; those of another corpus are left alone. */
export async function knowNetworks(corpus: Corpus, files: readonly string[]): Promise<void> {
  for (const path of files) {
    const file = JSON.parse(await readFile(path, "utf8")) as NetworkFile | NetworksFile;
    if (file.corpus !== corpus.info.name) continue;
    if ("detection" in file) rememberNetwork(corpus, file.study, file.detection);
    else
      rememberNetworks(
        corpus,
        file.networks.map(({ choices, members }) => ({ choices, members: new Set(members) })),
      );
  }
}
