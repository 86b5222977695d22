import { join } from "node:path";
import { sha256File } from "../files/hash.js";
import { projectRoot } from "../files/project.js";
import { type CacheRecord, defaultCacheFolder, readRecord } from "./cache.js";
import { type KeyParts, keyParts } from "./cache-key.js";
import { CodeReader } from "./code-closure.js";
import { reasonsToRun } from "./differences.js";
import type { Step } from "./step.js";

/** Where steps run: shared by a run and by the question why a step would run. */
export interface Workplace {
  root: string;
  cacheFolder: string;
  projectRoot: string;
  code: CodeReader;
  steps: readonly Step[];
  /** Hashes of outputs that were read or made since the workplace was opened. */
  hashes: Map<string, string>;
}

export interface WorkplaceOptions {
  /** Folder that the steps write to. */
  root: string;
  /** Where the records of earlier runs are; `.cache/steps` in the root unless told otherwise. */
  cacheFolder?: string | undefined;
  /** The project whose code the steps run; another one only in tests. */
  projectRoot?: string | undefined;
}

export function openWorkplace(steps: readonly Step[], options: WorkplaceOptions): Workplace {
  const code = options.projectRoot ?? projectRoot;
  return {
    root: options.root,
    cacheFolder: options.cacheFolder ?? defaultCacheFolder(options.root),
    projectRoot: code,
    code: new CodeReader(code),
    steps,
    hashes: new Map(),
  };
}

export interface Inspection {
  parts: KeyParts;
  record: CacheRecord | undefined;
  /** Why the step has to run; empty if it is up to date. */
  reasons: string[];
}

/** Compares a step with its last run: what it depends on, and the bytes of its outputs. */
export async function inspectStep(step: Step, place: Workplace): Promise<Inspection> {
  const results = await hashesThere(outputsAvailableTo(step, place.steps), place);
  const parts = await keyParts(step, place.code, results, place.projectRoot);
  const record = await readRecord(place.cacheFolder, step.name);
  const outputs = record ? await hashesThere(Object.keys(record.outputs), place) : {};
  return { parts, record, reasons: reasonsToRun(record, parts, outputs) };
}

/** The outputs that a step may read: those it names, of the steps it comes after. */
export function outputsAvailableTo(step: Step, steps: readonly Step[]): string[] {
  const all = steps.filter(({ name }) => step.after.includes(name)).flatMap(({ outputs }) => outputs);
  return step.reads ? all.filter((output) => step.reads?.includes(output)) : all;
}

/** Hashes of those of the outputs that are there. */
async function hashesThere(outputs: readonly string[], place: Workplace): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const output of outputs) {
    const known = place.hashes.get(output) ?? (await sha256File(join(place.root, output)).catch(() => undefined));
    if (known === undefined) continue;
    place.hashes.set(output, known);
    found.push([output, known]);
  }
  return Object.fromEntries(found);
}
