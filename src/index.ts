export { accountGrowthChecks } from "./claims/checks/account-growth.js";
export { engagementChecks } from "./claims/checks/engagement.js";
export { labellingRatesChecks } from "./claims/checks/labelling-rates.js";
export { networkDetectionChecks } from "./claims/checks/network-detection.js";
export { networkTracesChecks } from "./claims/checks/network-traces.js";
export { peakWeekSharesChecks } from "./claims/checks/peak-week-shares.js";
export { postingVolumesChecks } from "./claims/checks/posting-volumes.js";
export { rapidFireChecks } from "./claims/checks/rapid-fire.js";
export { robustnessChecks } from "./claims/checks/robustness.js";
export { statusChecks } from "./claims/checks/status.js";
export { superSpreadersChecks } from "./claims/checks/super-spreaders.js";
export { suspendedAmplifiersChecks } from "./claims/checks/suspended-amplifiers.js";
export { readClaims } from "./claims/claim.js";
export { compareWithClaims, expectVerdicts } from "./claims/compare.js";
export { compareConsistency } from "./claims/compare-consistency.js";
export { createdByDataFrame } from "./claims/second-opinion/account-growth.js";
export { drawnByDataFrame } from "./claims/second-opinion/engagement.js";
export { labelledByDataFrame } from "./claims/second-opinion/labelling-rates.js";
export { medianAmplificationsByDataFrame, networkTracesByDataFrame } from "./claims/second-opinion/network-traces.js";
export { networkRetweetsByDataFrame } from "./claims/second-opinion/peak-week-shares.js";
export { postedByDataFrame } from "./claims/second-opinion/posting-volumes.js";
export { busiestByDataFrame } from "./claims/second-opinion/rapid-fire.js";
export { sharesByDataFrame } from "./claims/second-opinion/robustness.js";
export { statusesByDataFrame } from "./claims/second-opinion/status.js";
export { topOneByDataFrame } from "./claims/second-opinion/super-spreaders.js";
export { suspendedByDataFrame } from "./claims/second-opinion/suspended-amplifiers.js";
export type { AccountRow } from "./coordination/detection/account-rows.js";
export {
  detectNetwork,
  type NetworkDetection,
  type NetworkGroup,
} from "./coordination/detection/detect-network.js";
export {
  type AccountTraces,
  accountTraces,
  type NamedPair,
  type SharedPhrase,
  type TraceOptions,
  type TraceTable,
} from "./coordination/traces/account-traces.js";
export { type TraceColumn, traceCells, traceColumns } from "./coordination/traces/trace-columns.js";
export { Corpus } from "./corpus/corpus.js";
export type { CorpusInfo } from "./corpus/info.js";
export { corpusOverview } from "./corpus/overview.js";
export type { Platform, PrincipalGroup, Row } from "./corpus/schema.js";
export { validateCorpus } from "./corpus/validate.js";
export { writeCorpus } from "./corpus/write.js";
export { UserError } from "./errors.js";
export { type PlantedAgreement, plantedAgreement } from "./evaluation/planted-agreement.js";
export { checkExercise, showCheck } from "./exercises/check.js";
export type { PartReply, Reply } from "./exercises/reply.js";
export { accountGrowthFigure } from "./figures/account-growth.js";
export { accountGrowthMapFigure } from "./figures/account-growth-map.js";
export { creationDaysFigure } from "./figures/creation-days.js";
export { engagementFigure } from "./figures/engagement.js";
export { engagementChoicesFigure } from "./figures/engagement-choices.js";
export type { Figure } from "./figures/figure.js";
export { interactiveSpecification } from "./figures/interactive.js";
export { labellingRatesFigure } from "./figures/labelling-rates.js";
export { labellingRatesWaffleFigure } from "./figures/labelling-rates-waffle.js";
export { networkDetectionFigure } from "./figures/network-detection.js";
export { networkTracesFigure } from "./figures/network-traces.js";
export { networkTracesActivityFigure } from "./figures/network-traces-activity.js";
export { networkTracesChainsFigure } from "./figures/network-traces-chains.js";
export { networkTracesCoActivityFigure } from "./figures/network-traces-co-activity.js";
export { networkTracesCreationFigure } from "./figures/network-traces-creation.js";
export { networkTracesCumulativeFigure } from "./figures/network-traces-cumulative.js";
export { networkTracesHoursFigure } from "./figures/network-traces-hours.js";
export { interactiveCoActivity, interactiveTimeLine, type PlotlyFigure } from "./figures/network-traces-interactive.js";
export { networkTracesPhrasesFigure } from "./figures/network-traces-phrases.js";
export { networkTracesSharesFigure } from "./figures/network-traces-shares.js";
export { peakWeekSharesFigure } from "./figures/peak-week-shares.js";
export { peakWeekSharesChoicesFigure } from "./figures/peak-week-shares-choices.js";
export { type InteractivePlot, peakWeekSharesPlot } from "./figures/peak-week-shares-interactive.js";
export { peakWeekSharesWeeksFigure } from "./figures/peak-week-shares-weeks.js";
export { postingVolumesFigure } from "./figures/posting-volumes.js";
export { postingVolumesSeriesFigure } from "./figures/posting-volumes-series.js";
export { postingVolumesTypesFigure } from "./figures/posting-volumes-types.js";
export { rapidFireFigure } from "./figures/rapid-fire.js";
export { renderFigure } from "./figures/render.js";
export { retweetSampleFigure } from "./figures/retweet-sample.js";
export { robustnessFigure } from "./figures/robustness.js";
export { statusFigure } from "./figures/status.js";
export { superSpreadersFigure } from "./figures/super-spreaders.js";
export { superSpreadersPaceFigure } from "./figures/super-spreaders-pace.js";
export { suspendedAmplifiersFigure } from "./figures/suspended-amplifiers.js";
export { suspendedAmplifiersNetworkFigure } from "./figures/suspended-amplifiers-network.js";
export { suspendedAmplifiersRetweetsFigure } from "./figures/suspended-amplifiers-retweets.js";
export {
  accountGrowth,
  accountGrowthResults,
  auditedAccounts,
  diplomatCountries,
  diplomatPlaces,
  growthCurve,
} from "./findings/account-growth.js";
export { appendixFiles } from "./findings/appendix-csv.js";
export { appendixTables } from "./findings/appendix-tables.js";
export { creationDaysResults } from "./findings/creation-days.js";
export { engagement, engagementResults } from "./findings/engagement.js";
export { labelMeaning } from "./findings/label-meanings.js";
export {
  labellingRates,
  labellingRatesResults,
  labellingRounds,
  labelTexts,
  verifiedByLabel,
} from "./findings/labelling-rates.js";
export { type NetworkDetectionResults, networkDetectionResults } from "./findings/network-detection.js";
export { networkTraces, networkTracesResults } from "./findings/network-traces.js";
export { type PeakWeekSharesResults, peakWeekSharesResults, sharesOfMembers } from "./findings/peak-week-shares.js";
export { postingVolumes, postingVolumesResults, postsPerDay } from "./findings/posting-volumes.js";
export { rapidFireResults } from "./findings/rapid-fire.js";
export { retweetSampleResults } from "./findings/retweet-sample.js";
export { type RobustnessResults, robustnessResults } from "./findings/robustness.js";
export { type StatusResults, statusOfMembers, statusResults } from "./findings/status.js";
export { superSpreadersResults } from "./findings/super-spreaders.js";
export { suspendedAmplifiersResults } from "./findings/suspended-amplifiers.js";
export { archiveCreationDays, retweetSample } from "./import/optional-data.js";
export { importAccounts } from "./import/public-corpus.js";
export { figure, type ShownFigure, show, showFigure } from "./kernel/display.js";
export { type Progress, progress } from "./kernel/progress.js";
export { openCorpus } from "./pipeline/open-corpus.js";
export { type Proportion, proportion } from "./statistics/proportion.js";
export { oii2021 } from "./study/oii-2021.js";
export type { Study } from "./study/study.js";
export { studyIn } from "./study/study-in.js";
export { addDays, daysBetween, type UtcDay, utcDay } from "./study/time.js";
export { countText } from "./text/number-text.js";
