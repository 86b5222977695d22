export { accountGrowthChecks } from "./claims/checks/account-growth.js";
export { labellingRatesChecks } from "./claims/checks/labelling-rates.js";
export { readClaims } from "./claims/claim.js";
export { compareWithClaims, expectVerdicts } from "./claims/compare.js";
export { compareConsistency } from "./claims/compare-consistency.js";
export { createdByDataFrame } from "./claims/second-opinion/account-growth.js";
export { labelledByDataFrame } from "./claims/second-opinion/labelling-rates.js";
export { Corpus } from "./corpus/corpus.js";
export type { CorpusInfo } from "./corpus/info.js";
export { corpusOverview } from "./corpus/overview.js";
export type { Platform, PrincipalGroup, Row } from "./corpus/schema.js";
export { validateCorpus } from "./corpus/validate.js";
export { writeCorpus } from "./corpus/write.js";
export { UserError } from "./errors.js";
export { accountGrowthFigure } from "./figures/account-growth.js";
export type { Figure } from "./figures/figure.js";
export { labellingRatesFigure } from "./figures/labelling-rates.js";
export { renderFigure } from "./figures/render.js";
export {
  accountGrowth,
  accountGrowthResults,
  auditedAccounts,
  diplomatCountries,
  growthCurve,
} from "./findings/account-growth.js";
export { labelMeaning } from "./findings/label-meanings.js";
export {
  labellingRates,
  labellingRatesResults,
  labellingRounds,
  labelTexts,
  verifiedByLabel,
} from "./findings/labelling-rates.js";
export { importAccounts } from "./import/public-corpus.js";
export { show, showFigure } from "./kernel/display.js";
export { openCorpus } from "./pipeline/open-corpus.js";
export { type Proportion, proportion } from "./statistics/proportion.js";
export { oii2021 } from "./study/oii-2021.js";
export type { Study } from "./study/study.js";
export { addDays, daysBetween, type UtcDay, utcDay } from "./study/time.js";
