import type { Check, Outcome } from "../claims/check.js";
import { accountGrowthChecks } from "../claims/checks/account-growth.js";
import { labellingRatesChecks } from "../claims/checks/labelling-rates.js";
import type { Corpus } from "../corpus/corpus.js";
import type { CorpusInfo } from "../corpus/info.js";
import type { TableName } from "../corpus/schema.js";
import { accountGrowthFigure } from "../figures/account-growth.js";
import type { Figure } from "../figures/figure.js";
import { labellingRatesFigure } from "../figures/labelling-rates.js";
import { type AccountGrowthResults, accountGrowthResults } from "../findings/account-growth.js";
import { type LabellingRatesResults, labellingRatesResults } from "../findings/labelling-rates.js";
import type { Study } from "../study/study.js";

/** A finding as the pipeline sees it: the same name in code, notebook, figure and claims. */
export interface FindingEntry {
  name: string;
  /** Number and name of its notebook: `03-labelling-rates`. */
  notebook: string;
  /** Tables that it reads; it sees no others, and runs again when one of them changes. */
  tables: readonly TableName[];
  compute(corpus: Corpus, study: Study): Promise<unknown>;
  figure(results: unknown, info: CorpusInfo, study: Study): Figure;
  checks: { claim: string; by: { readonly name: string }; recompute(results: unknown): Outcome }[];
}

/** Every finding of this version, in the order of the notebooks. */
export const findings: FindingEntry[] = [
  entry<AccountGrowthResults>({
    name: "account-growth",
    notebook: "02-account-growth",
    tables: ["accounts", "principals"],
    compute: accountGrowthResults,
    figure: accountGrowthFigure,
    checks: accountGrowthChecks,
  }),
  entry<LabellingRatesResults>({
    name: "labelling-rates",
    notebook: "03-labelling-rates",
    tables: ["accounts", "principals", "labels"],
    compute: labellingRatesResults,
    figure: labellingRatesFigure,
    checks: labellingRatesChecks,
  }),
];

interface TypedFinding<Results> {
  name: string;
  notebook: string;
  tables: readonly TableName[];
  compute(corpus: Corpus, study: Study): Promise<Results>;
  figure(results: Results, info: CorpusInfo, study: Study): Figure;
  checks: Check<Results>[];
}

/** Forgets the type of the results, which pass from a finding to its own figure and checks through a file. */
function entry<Results>(finding: TypedFinding<Results>): FindingEntry {
  return {
    ...finding,
    figure: (results, info, study) => finding.figure(results as Results, info, study),
    checks: finding.checks.map((check) => ({ ...check, recompute: (results) => check.recompute(results as Results) })),
  };
}
