import type { Check } from "../claims/check.js";
import { accountGrowthChecks } from "../claims/checks/account-growth.js";
import { engagementChecks } from "../claims/checks/engagement.js";
import { labellingRatesChecks } from "../claims/checks/labelling-rates.js";
import { networkDetectionChecks } from "../claims/checks/network-detection.js";
import { networkTracesChecks } from "../claims/checks/network-traces.js";
import { peakWeekSharesChecks } from "../claims/checks/peak-week-shares.js";
import { postingVolumesChecks } from "../claims/checks/posting-volumes.js";
import { rapidFireChecks } from "../claims/checks/rapid-fire.js";
import { statusChecks } from "../claims/checks/status.js";
import { superSpreadersChecks } from "../claims/checks/super-spreaders.js";
import { suspendedAmplifiersChecks } from "../claims/checks/suspended-amplifiers.js";
import { accountGrowthByDataFrame } from "../claims/second-opinion/account-growth.js";
import { engagementByDataFrame } from "../claims/second-opinion/engagement.js";
import { labellingRatesByDataFrame } from "../claims/second-opinion/labelling-rates.js";
import { networkTracesByDataFrame } from "../claims/second-opinion/network-traces.js";
import { peakWeekSharesByDataFrame } from "../claims/second-opinion/peak-week-shares.js";
import { postingVolumesByDataFrame } from "../claims/second-opinion/posting-volumes.js";
import { rapidFireByDataFrame } from "../claims/second-opinion/rapid-fire.js";
import { robustnessByDataFrame } from "../claims/second-opinion/robustness.js";
import { statusByDataFrame } from "../claims/second-opinion/status.js";
import { superSpreadersByDataFrame } from "../claims/second-opinion/super-spreaders.js";
import { suspendedAmplifiersByDataFrame } from "../claims/second-opinion/suspended-amplifiers.js";
import type { Corpus } from "../corpus/corpus.js";
import type { CorpusInfo } from "../corpus/info.js";
import type { TableName } from "../corpus/schema.js";
import { accountGrowthFigure } from "../figures/account-growth.js";
import { accountGrowthMapFigure, canDrawAccountGrowthMap } from "../figures/account-growth-map.js";
import { canDrawEngagement, engagementFigure } from "../figures/engagement.js";
import { engagementChoicesFigure } from "../figures/engagement-choices.js";
import type { Figure } from "../figures/figure.js";
import { labellingRatesFigure } from "../figures/labelling-rates.js";
import { canDrawLabellingRatesWaffle, labellingRatesWaffleFigure } from "../figures/labelling-rates-waffle.js";
import { canDrawNetworkDetection, networkDetectionFigure } from "../figures/network-detection.js";
import { canDrawNetworkTraces, networkTracesFigure } from "../figures/network-traces.js";
import { canDrawNetworkTracesActivity, networkTracesActivityFigure } from "../figures/network-traces-activity.js";
import { canDrawNetworkTracesChains, networkTracesChainsFigure } from "../figures/network-traces-chains.js";
import {
  canDrawNetworkTracesCoActivity,
  networkTracesCoActivityFigure,
} from "../figures/network-traces-co-activity.js";
import { canDrawNetworkTracesCreation, networkTracesCreationFigure } from "../figures/network-traces-creation.js";
import { canDrawNetworkTracesCumulative, networkTracesCumulativeFigure } from "../figures/network-traces-cumulative.js";
import { canDrawNetworkTracesHours, networkTracesHoursFigure } from "../figures/network-traces-hours.js";
import { canDrawNetworkTracesPhrases, networkTracesPhrasesFigure } from "../figures/network-traces-phrases.js";
import { canDrawNetworkTracesShares, networkTracesSharesFigure } from "../figures/network-traces-shares.js";
import { canDrawPeakWeekShares, peakWeekSharesFigure } from "../figures/peak-week-shares.js";
import { peakWeekSharesChoicesFigure } from "../figures/peak-week-shares-choices.js";
import { canDrawPeakWeekSharesWeeks, peakWeekSharesWeeksFigure } from "../figures/peak-week-shares-weeks.js";
import { canDrawPostingVolumes, postingVolumesFigure } from "../figures/posting-volumes.js";
import { postingVolumesSeriesFigure } from "../figures/posting-volumes-series.js";
import { canDrawPostingVolumesTypes, postingVolumesTypesFigure } from "../figures/posting-volumes-types.js";
import { canDrawRapidFire, rapidFireFigure } from "../figures/rapid-fire.js";
import { canDrawRobustness, robustnessFigure } from "../figures/robustness.js";
import { canDrawStatus, statusFigure } from "../figures/status.js";
import { canDrawSuperSpreaders, superSpreadersFigure } from "../figures/super-spreaders.js";
import { canDrawSuperSpreadersPace, superSpreadersPaceFigure } from "../figures/super-spreaders-pace.js";
import { canDrawSuspendedAmplifiers, suspendedAmplifiersFigure } from "../figures/suspended-amplifiers.js";
import {
  canDrawSuspendedAmplifiersNetwork,
  suspendedAmplifiersNetworkFigure,
} from "../figures/suspended-amplifiers-network.js";
import { suspendedAmplifiersRetweetsFigure } from "../figures/suspended-amplifiers-retweets.js";
import { type AccountGrowthResults, accountGrowthResults } from "../findings/account-growth.js";
import { type EngagementResults, engagementResults } from "../findings/engagement.js";
import { type LabellingRatesResults, labellingRatesResults } from "../findings/labelling-rates.js";
import { type NetworkDetectionResults, networkDetectionResults } from "../findings/network-detection.js";
import { type NetworkTracesResults, networkTracesResults } from "../findings/network-traces.js";
import { type PeakWeekSharesResults, peakWeekSharesResults } from "../findings/peak-week-shares.js";
import { type PostingVolumesResults, postingVolumesResults } from "../findings/posting-volumes.js";
import { type RapidFireResults, rapidFireResults } from "../findings/rapid-fire.js";
import { type RobustnessResults, robustnessResults } from "../findings/robustness.js";
import { type StatusResults, statusResults } from "../findings/status.js";
import { type SuperSpreadersResults, superSpreadersResults } from "../findings/super-spreaders.js";
import { type SuspendedAmplifiersResults, suspendedAmplifiersResults } from "../findings/suspended-amplifiers.js";
import type { Study } from "../study/study.js";
import type { AsksForNetwork } from "./network-step.js";
import type { Plan } from "./plan.js";

/** A figure of a finding: its name is that of its module, and on real data ends in `-real-data`. */
interface FindingFigure<Results> {
  name: string;
  /** Whether the results hold enough to draw. */
  canDraw(results: Results): boolean;
  draw(results: Results, info: CorpusInfo, study: Study): Figure;
}

/** A finding as the pipeline sees it: the same name in code, notebook, figure and claims. */
export interface FindingEntry {
  name: string;
  /** Number and name of its notebook: `03-labelling-rates`. */
  notebook: string;
  /** Tables that it reads; it sees no others, and runs again when one of them changes. */
  tables: readonly TableName[];
  /** The table without which it has nothing to draw: its claims are then not computable, its figures and page left out. */
  needs: TableName;
  /** Whether it asks who the network is; the run then finds that once, before. */
  usesNetwork?: AsksForNetwork["usesNetwork"];
  compute(corpus: Corpus, study: Study): Promise<unknown>;
  /** Its figures; the first is the one that stands for the finding. */
  figures: FindingFigure<unknown>[];
  /** Recomputes claims by an independent path, where there is one: claim to number. */
  secondOpinion?: (corpus: Corpus, study: Study) => Promise<Record<string, number>>;
  checks: Check<unknown>[];
}

/** Every finding of this version, in the order of the notebooks. */
export const findings: FindingEntry[] = [
  entry<AccountGrowthResults>({
    name: "account-growth",
    notebook: "02-account-growth",
    tables: ["accounts", "principals"],
    needs: "principals",
    compute: accountGrowthResults,
    figures: [
      { name: "account-growth", draw: accountGrowthFigure },
      { name: "account-growth-map", canDraw: canDrawAccountGrowthMap, draw: accountGrowthMapFigure },
    ],
    secondOpinion: accountGrowthByDataFrame,
    checks: accountGrowthChecks,
  }),
  entry<LabellingRatesResults>({
    name: "labelling-rates",
    notebook: "03-labelling-rates",
    tables: ["accounts", "principals", "labels"],
    needs: "labels",
    compute: labellingRatesResults,
    figures: [
      { name: "labelling-rates", draw: labellingRatesFigure },
      { name: "labelling-rates-waffle", canDraw: canDrawLabellingRatesWaffle, draw: labellingRatesWaffleFigure },
    ],
    secondOpinion: labellingRatesByDataFrame,
    checks: labellingRatesChecks,
  }),
  entry<PostingVolumesResults>({
    name: "posting-volumes",
    notebook: "04-posting-volumes",
    tables: ["accounts", "principals", "posts"],
    needs: "posts",
    compute: postingVolumesResults,
    figures: [
      { name: "posting-volumes", canDraw: canDrawPostingVolumes, draw: postingVolumesFigure },
      { name: "posting-volumes-series", canDraw: canDrawPostingVolumes, draw: postingVolumesSeriesFigure },
      { name: "posting-volumes-types", canDraw: canDrawPostingVolumesTypes, draw: postingVolumesTypesFigure },
    ],
    secondOpinion: postingVolumesByDataFrame,
    checks: postingVolumesChecks,
  }),
  entry<EngagementResults>({
    name: "engagement",
    notebook: "05-engagement",
    tables: ["accounts", "principals", "posts", "amplifications"],
    needs: "posts",
    compute: engagementResults,
    figures: [
      { name: "engagement", canDraw: canDrawEngagement, draw: engagementFigure },
      { name: "engagement-choices", canDraw: canDrawEngagement, draw: engagementChoicesFigure },
    ],
    secondOpinion: engagementByDataFrame,
    checks: engagementChecks,
  }),
  entry<SuspendedAmplifiersResults>({
    name: "suspended-amplifiers",
    notebook: "06-suspended-amplifiers",
    tables: ["accounts", "principals", "amplifications", "statuses"],
    needs: "amplifications",
    compute: suspendedAmplifiersResults,
    figures: [
      { name: "suspended-amplifiers", canDraw: canDrawSuspendedAmplifiers, draw: suspendedAmplifiersFigure },
      {
        name: "suspended-amplifiers-retweets",
        canDraw: canDrawSuspendedAmplifiers,
        draw: suspendedAmplifiersRetweetsFigure,
      },
      {
        name: "suspended-amplifiers-network",
        canDraw: canDrawSuspendedAmplifiersNetwork,
        draw: suspendedAmplifiersNetworkFigure,
      },
    ],
    secondOpinion: suspendedAmplifiersByDataFrame,
    checks: suspendedAmplifiersChecks,
  }),
  entry<SuperSpreadersResults>({
    name: "super-spreaders",
    notebook: "07-super-spreaders",
    tables: ["accounts", "principals", "amplifications", "statuses"],
    needs: "amplifications",
    compute: superSpreadersResults,
    figures: [
      { name: "super-spreaders", canDraw: canDrawSuperSpreaders, draw: superSpreadersFigure },
      { name: "super-spreaders-pace", canDraw: canDrawSuperSpreadersPace, draw: superSpreadersPaceFigure },
    ],
    secondOpinion: superSpreadersByDataFrame,
    checks: superSpreadersChecks,
  }),
  entry<RapidFireResults>({
    name: "rapid-fire",
    notebook: "08-rapid-fire",
    tables: ["accounts", "principals", "amplifications", "statuses"],
    needs: "amplifications",
    compute: rapidFireResults,
    figures: [{ name: "rapid-fire", canDraw: canDrawRapidFire, draw: rapidFireFigure }],
    secondOpinion: rapidFireByDataFrame,
    checks: rapidFireChecks,
  }),
  entry<NetworkDetectionResults>({
    name: "network-detection",
    notebook: "09-network-detection",
    tables: ["accounts", "principals", "posts", "amplifications", "statuses"],
    needs: "amplifications",
    usesNetwork: "the network",
    compute: networkDetectionResults,
    figures: [{ name: "network-detection", canDraw: canDrawNetworkDetection, draw: networkDetectionFigure }],
    checks: networkDetectionChecks,
  }),
  entry<NetworkTracesResults>({
    name: "network-traces",
    notebook: "10-network-traces",
    tables: ["accounts", "principals", "posts", "amplifications", "statuses", "activity"],
    needs: "amplifications",
    usesNetwork: "the network",
    compute: networkTracesResults,
    figures: [
      { name: "network-traces", canDraw: canDrawNetworkTraces, draw: networkTracesFigure },
      {
        name: "network-traces-creation",
        canDraw: canDrawNetworkTracesCreation,
        draw: networkTracesCreationFigure,
      },
      {
        name: "network-traces-cumulative",
        canDraw: canDrawNetworkTracesCumulative,
        draw: networkTracesCumulativeFigure,
      },
      { name: "network-traces-activity", canDraw: canDrawNetworkTracesActivity, draw: networkTracesActivityFigure },
      { name: "network-traces-hours", canDraw: canDrawNetworkTracesHours, draw: networkTracesHoursFigure },
      { name: "network-traces-chains", canDraw: canDrawNetworkTracesChains, draw: networkTracesChainsFigure },
      { name: "network-traces-shares", canDraw: canDrawNetworkTracesShares, draw: networkTracesSharesFigure },
      {
        name: "network-traces-co-activity",
        canDraw: canDrawNetworkTracesCoActivity,
        draw: networkTracesCoActivityFigure,
      },
      { name: "network-traces-phrases", canDraw: canDrawNetworkTracesPhrases, draw: networkTracesPhrasesFigure },
    ],
    secondOpinion: networkTracesByDataFrame,
    checks: networkTracesChecks,
  }),
  entry<PeakWeekSharesResults>({
    name: "peak-week-shares",
    notebook: "11-peak-week-shares",
    tables: ["accounts", "principals", "posts", "amplifications", "statuses"],
    needs: "amplifications",
    usesNetwork: "the network",
    compute: peakWeekSharesResults,
    figures: [
      { name: "peak-week-shares", canDraw: canDrawPeakWeekShares, draw: peakWeekSharesFigure },
      { name: "peak-week-shares-weeks", canDraw: canDrawPeakWeekSharesWeeks, draw: peakWeekSharesWeeksFigure },
      { name: "peak-week-shares-choices", canDraw: canDrawPeakWeekShares, draw: peakWeekSharesChoicesFigure },
    ],
    secondOpinion: peakWeekSharesByDataFrame,
    checks: peakWeekSharesChecks,
  }),
  entry<StatusResults>({
    name: "status",
    notebook: "12-status",
    tables: ["accounts", "principals", "posts", "amplifications", "statuses"],
    needs: "amplifications",
    usesNetwork: "the network",
    compute: statusResults,
    figures: [{ name: "status", canDraw: canDrawStatus, draw: statusFigure }],
    secondOpinion: statusByDataFrame,
    checks: statusChecks,
  }),
  entry<RobustnessResults>({
    name: "robustness",
    notebook: "13-robustness",
    tables: ["accounts", "principals", "posts", "amplifications"],
    needs: "amplifications",
    usesNetwork: "all networks",
    compute: robustnessResults,
    figures: [{ name: "robustness", canDraw: canDrawRobustness, draw: robustnessFigure }],
    secondOpinion: robustnessByDataFrame,
    checks: [],
  }),
];

/** Whether a finding has something to draw on the plan's corpus. */
export function isDrawable({ empty }: Plan, { needs }: FindingEntry): boolean {
  return !empty.includes(needs);
}

/** The findings that have something to draw on the plan's corpus. */
export function drawable(plan: Plan): FindingEntry[] {
  return findings.filter((finding) => isDrawable(plan, finding));
}

interface TypedFinding<Results> {
  name: string;
  notebook: string;
  tables: readonly TableName[];
  needs: TableName;
  usesNetwork?: AsksForNetwork["usesNetwork"];
  compute(corpus: Corpus, study: Study): Promise<Results>;
  figures: (Omit<FindingFigure<Results>, "canDraw"> & Partial<FindingFigure<Results>>)[];
  secondOpinion?: (corpus: Corpus, study: Study) => Promise<Record<string, number>>;
  checks: Check<Results>[];
}

/** Forgets the type of the results, which pass from a finding to its own figure and checks through a file. */
function entry<Results>(finding: TypedFinding<Results>): FindingEntry {
  return {
    ...finding,
    figures: finding.figures.map(({ name, draw, canDraw = () => true }) => ({
      name,
      canDraw: (results) => canDraw(results as Results),
      draw: (results, info, study) => draw(results as Results, info, study),
    })),
    checks: finding.checks.map((check) => ({ ...check, recompute: (results) => check.recompute(results as Results) })),
  };
}
