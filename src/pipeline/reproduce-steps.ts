import { Corpus } from "../corpus/corpus.js";
import { appendixSteps } from "./appendix-step.js";
import { isNamedCorpus } from "./corpus-names.js";
import { corpusInputs, corpusStep } from "./corpus-steps.js";
import { figureSteps } from "./figure-steps.js";
import { claimsStep, findingSteps } from "./finding-steps.js";
import { networkSteps } from "./network-step.js";
import { notebookSteps } from "./notebook-steps.js";
import type { Plan } from "./plan.js";
import { checksumsStep, lockStep, recordStep } from "./record-steps.js";
import { reportStep } from "./report-step.js";
import { sampleFigureSteps, sampleSteps, samplesIn } from "./sample-steps.js";
import type { Step } from "./step.js";

/** From the raw data to the claims: what `claims` needs. */
export async function claimsSteps(plan: Plan, externalFolder: string): Promise<Step[]> {
  const files = corpusFiles(plan);
  const corpus =
    plan.folder === null && isNamedCorpus(plan.corpus) ? [corpusStep(plan.corpus, externalFolder, plan.scale)] : [];
  return [...corpus, ...networkSteps(plan, files), ...findingSteps(plan, files), claimsStep(plan)];
}

/**
 * Every step of a run, in order: corpus, findings, claims, figures, notebooks, and the records of what was made.
 *
 * @param root folder that the run writes to
 */
export async function reproduceSteps(plan: Plan, root: string, externalFolder: string): Promise<Step[]> {
  const files = corpusFiles(plan);
  const toClaims = await claimsSteps(plan, externalFolder);
  const isPublic = plan.corpus === "public" && plan.folder === null;
  const basis = await basisOf(plan);
  const figures = [...figureSteps(plan, basis), ...(isPublic ? sampleFigureSteps(plan, externalFolder) : [])];
  const notebooks = await notebookSteps(plan, files, isPublic ? externalFolder : null);
  const steps = [
    ...toClaims,
    ...(isPublic ? sampleSteps(plan, externalFolder) : []),
    ...figures,
    ...appendixSteps(plan, files),
    await lockStep(root, figures),
    ...notebooks,
    reportStep(plan, basis, [...figures, ...notebooks]),
    ...(isPublic ? [recordStep(plan, samplesIn(externalFolder))] : []),
  ];
  return [...steps, checksumsStep(plan, steps)];
}

function corpusFiles({ folder }: Plan): string[] {
  return folder === null ? [] : corpusInputs(folder);
}

async function basisOf({ corpus, folder }: Plan): Promise<"synthetic twin" | "real data"> {
  if (folder === null) return corpus === "twin" ? "synthetic twin" : "real data";
  const opened = await Corpus.open(folder);
  opened.close();
  return opened.info.basis;
}
