import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath, projectRoot } from "../files/project.js";
import { publicDataIsHere } from "../import/public-corpus.js";
import { type ClaimsFile, claimsFile } from "./finding-steps.js";
import { cacheOf, type Plan } from "./plan.js";
import { type RecordedRun, recordFile } from "./record-steps.js";
import { claimsSteps } from "./reproduce-steps.js";
import { runSteps } from "./run-steps.js";

/** The claims of a plan's corpus: computed now, or as recorded where the real data is not on this machine. */
export async function claimsOf(plan: Plan, externalFolder: string): Promise<{ claims: ClaimsFile; recorded: boolean }> {
  const isPublic = plan.folder === null && plan.corpus === "public";
  if (isPublic && !(await publicDataIsHere(externalFolder))) {
    const record = JSON.parse(await readFile(projectPath(recordFile), "utf8")) as RecordedRun;
    return { claims: record.claims, recorded: true };
  }
  if (plan.folder === null) return { claims: await compute(plan, externalFolder, projectRoot), recorded: false };
  const root = await mkdtemp(join(tmpdir(), "amplification-audit-"));
  try {
    return { claims: await compute(plan, externalFolder, root), recorded: false };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function compute(plan: Plan, externalFolder: string, root: string): Promise<ClaimsFile> {
  await runSteps(await claimsSteps(plan, externalFolder), { root, cacheFolder: cacheOf(plan, root) });
  return JSON.parse(await readFile(join(root, claimsFile(plan)), "utf8")) as ClaimsFile;
}
