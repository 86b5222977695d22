import type { CorpusInfo } from "../corpus/info.js";
import type { Figure } from "./figure.js";

/** What a figure was made from, as the run that made it knows it. */
export interface Origins {
  corpus: CorpusInfo;
  /** Tables that the finding read. */
  inputs: { table: string; sha256: string; rows: number }[];
  /** Code that was run: source files and packages, directly used or not. */
  code: { files: Map<string, string>; packages: Map<string, string>; dependencies: Map<string, string> };
  /** One hash for all of that. */
  codeHash: string;
  parameters: unknown;
  /** Files written, with their SHA-256. */
  outputs: { path: string; sha256: string }[];
}

/**
 * The record that goes with a figure: from which tables, code, parameters and versions it was drawn, and what was written.
 * It holds no time and no machine, so that the same inputs give the same record.
 */
export function provenance(figure: Figure, { corpus, inputs, code, codeHash, parameters, outputs }: Origins) {
  return {
    figure: figure.name,
    title: figure.title,
    alternativeText: figure.alt,
    basis: figure.basis,
    corpus: { name: corpus.name, title: corpus.title, seed: corpus.seed ?? null, sources: corpus.sources },
    inputs,
    parameters,
    columns: figure.sourceData.columns,
    codeHash,
    code: Object.fromEntries(code.files),
    packages: Object.fromEntries(code.packages),
    packageDependencies: Object.fromEntries(code.dependencies),
    outputs,
  };
}
