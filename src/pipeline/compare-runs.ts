import type { CrosswalkRecord } from "../claims/crosswalk.js";
import type { RunRecord } from "./run-record.js";

/** How one run differs from another, in sentences. */
export interface RunComparison {
  environment: string[];
  inputs: string[];
  /** Drawings and their source data. */
  figures: string[];
  /** Every other file that was made. */
  files: string[];
  claims: string[];
}

/**
 * The differences between two runs, in words. The time they took is no difference.
 *
 * @example
 * compareRuns(one, two).claims; // ["L1: reproduced became differs; recomputed 0.14 became 0.2"]
 */
export function compareRuns(one: RunRecord, two: RunRecord): RunComparison {
  const isFigure = (file: string) => file.startsWith("figures/");
  const outputs = hashDifferences(one.outputs, two.outputs);
  return {
    environment: fieldDifferences(
      { corpus: one.corpus, study: one.study, ...one.environment },
      { corpus: two.corpus, study: two.study, ...two.environment },
    ),
    inputs: hashDifferences(one.inputs, two.inputs).map(({ sentence }) => sentence),
    figures: outputs.filter(({ file }) => isFigure(file)).map(({ sentence }) => sentence),
    files: outputs.filter(({ file }) => !isFigure(file)).map(({ sentence }) => sentence),
    claims: claimDifferences(one.claims, two.claims),
  };
}

function hashDifferences(one: Record<string, string>, two: Record<string, string>) {
  return [...new Set([...Object.keys(one), ...Object.keys(two)])].sort().flatMap((file) => {
    if (one[file] === two[file]) return [];
    if (one[file] === undefined) return [{ file, sentence: `${file} is in the second run only` }];
    if (two[file] === undefined) return [{ file, sentence: `${file} is in the first run only` }];
    return [{ file, sentence: `${file} has other content` }];
  });
}

function claimDifferences(one: CrosswalkRecord[], two: CrosswalkRecord[]): string[] {
  const first = new Map(one.map((claim) => [claim.id, claim]));
  const second = new Map(two.map((claim) => [claim.id, claim]));
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((id) => {
    const [before, after] = [first.get(id), second.get(id)];
    if (before === undefined) return [`${id} is in the second run only: ${after?.verdict}`];
    if (after === undefined) return [`${id} is in the first run only: ${before.verdict}`];
    const changes = [
      ...(before.verdict === after.verdict ? [] : [`${before.verdict} became ${after.verdict}`]),
      ...fieldDifferences(compared(before), compared(after)),
    ];
    return changes.length === 0 ? [] : [`${id}: ${changes.join("; ")}`];
  });
}

/** What of a claim is its result; where its line and figure stand is not. */
function compared({ published, recomputed, tolerance, basis, corpus }: CrosswalkRecord) {
  return { published, recomputed, tolerance, basis, corpus };
}

function fieldDifferences(one: Record<string, unknown>, two: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(two)])].flatMap((name) => {
    const [before, after] = [inWords(one[name]), inWords(two[name])];
    return before === after ? [] : [`${name} ${before} became ${after}`];
  });
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}
