import { dirname, join } from "node:path";
import { Corpus } from "../corpus/corpus.js";
import { infoFile } from "../corpus/info.js";
import type { TableName } from "../corpus/schema.js";
import type { Study } from "../study/study.js";
import { corpusPath, isNamedCorpus } from "./corpus-names.js";
import type { StepContext } from "./step.js";

/** What one run of `reproduce` is about: a corpus, the study it is read by, and where the corpus comes from. */
export interface Plan {
  /** Name of the corpus. */
  corpus: string;
  /** Folder of a corpus that the project does not make itself. */
  folder: string | null;
  study: Study;
  /** Size of the twin; 1 is the published one. */
  scale: number;
  /** Tables of the corpus without a row: what needs one of them has nothing to draw or to show. */
  empty: readonly TableName[];
}

/** Names of the steps that a step must wait for to read the corpus. */
export function corpusDependencies({ corpus, folder }: Plan): string[] {
  return folder === null ? [`corpus/${corpus}`] : [];
}

/** Opens tables of the plan's corpus inside a step, runs a function on them and closes them. */
export async function withCorpus<T>(
  plan: Plan,
  context: StepContext,
  tables: readonly TableName[],
  use: (corpus: Corpus) => Promise<T>,
): Promise<T> {
  const corpus = await Corpus.open(corpusFolder(plan, context), tables);
  try {
    return await use(corpus);
  } finally {
    corpus.close();
  }
}

/** Folder of the plan's corpus, as a step sees it. */
export function corpusFolder(plan: Plan, context: Pick<StepContext, "path">): string {
  return plan.folder ?? dirname(context.path(`${corpusPath(plan.corpus)}/${infoFile}`));
}

/** Folder of a plan's computed results, relative to the root of the run. The real data's lie apart from the twin's. */
export function reportPath({ corpus }: Plan, file: string): string {
  return corpus === "public" ? `report/public/${file}` : `report/${file}`;
}

/** Whether a plan's corpus is one that the project makes. */
export function isOwn(plan: Plan): boolean {
  return isNamedCorpus(plan.corpus) && plan.folder === null;
}

/** Folder of the cache of a plan's steps: a corpus has its own, because its steps have the same names as another's. */
export function cacheOf({ corpus }: Pick<Plan, "corpus">, root: string): string {
  return join(root, ".cache", corpus);
}
