import type { CorpusPackage } from "../corpus/datapackage.js";
import type { Figure } from "./figure.js";

/** What a figure was made from, as the run that made it knows it. */
export interface Origins {
  corpus: CorpusPackage;
  /** Code that was run: source files and packages, directly used or not. */
  code: { files: Map<string, string>; packages: Map<string, string>; dependencies: Map<string, string> };
  parameters: unknown;
  /** Files written, with their SHA-256. */
  outputs: { path: string; sha256: string }[];
}

/**
 * The record that goes with a figure: from which tables, code, parameters and versions it was drawn, and what was written.
 * It holds no time and no machine, so that the same inputs give the same record.
 */
export function provenance(figure: Figure, { corpus, code, parameters, outputs }: Origins) {
  return {
    figure: figure.name,
    title: figure.title,
    alternativeText: figure.alt,
    basis: figure.basis,
    corpus: { name: corpus.name, title: corpus.title, seed: corpus.seed ?? null, sources: corpus.sources },
    inputs: corpus.resources.map(({ name, hash, rows }) => ({ table: name, hash, rows })),
    parameters,
    columns: figure.sourceData.columns,
    code: Object.fromEntries(code.files),
    packages: Object.fromEntries(code.packages),
    packageDependencies: Object.fromEntries(code.dependencies),
    outputs,
  };
}
