import type { CorpusInfo } from "../corpus/info.js";
import type { AccountGrowthResults } from "../findings/account-growth.js";
import type { LabellingRatesResults } from "../findings/labelling-rates.js";
import type { Study } from "../study/study.js";
import { proportionText, yearsText } from "../text/number-text.js";

interface OfGroup {
  group: string;
  platform: string;
}

const isDiplomatOnTwitter = ({ group, platform }: OfGroup) => group === "diplomat" && platform === "twitter";

/** The numbers a reader looks for first, of the diplomats on Twitter, one line each. */
export function headlines(results: Map<string, unknown>, info: CorpusInfo, study: Study): string[] {
  const { growth } = results.get("account-growth") as AccountGrowthResults;
  const { rounds } = results.get("labelling-rates") as LabellingRatesResults;
  const diplomats = growth.find(isDiplomatOnTwitter);
  const early = study.earlyBefore.endsWith("-01-01") ? study.earlyBefore.slice(0, 4) : study.earlyBefore;
  const years = yearsText(study.recentYears);
  return [
    ...(diplomats
      ? [`accounts before ${early}: ${diplomats.early}`, `created within ${years}: ${proportionText(diplomats.recent)}`]
      : []),
    ...rounds
      .filter(isDiplomatOnTwitter)
      .map(({ round, labelled }) => `labelled, ${round}, ${info.listName}: ${proportionText(labelled)}`),
  ];
}
