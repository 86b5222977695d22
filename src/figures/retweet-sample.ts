import type { CorpusInfo } from "../corpus/info.js";
import type { RetweetSampleResults } from "../findings/retweet-sample.js";
import { proportionText, wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink } from "./theme.js";

/** Whether there is a curve to draw. */
export function canDrawRetweetSample({ lorenz }: RetweetSampleResults): boolean {
  return lorenz.length > 0;
}

/** The upper tenth of the Lorenz curve of a sample of retweets, with marks at the most active 0.1%, 1%, 5% and 10%. */
export function retweetSampleFigure({ concentration, lorenz, lags }: RetweetSampleResults, info: CorpusInfo): Figure {
  const marks = concentration.top.map(({ part, share }) => ({
    accounts: part,
    retweets: share.value ?? 0,
    low: share.low ?? 0,
    high: share.high ?? 0,
    text: percent(share.value),
  }));
  const one = concentration.top.find(({ part }) => part === 0.01)?.share.value ?? null;
  const all = lags.find(({ amplifiers }) => amplifiers === "all accounts");
  const within = all ? proportionText(all.within60) : "none";
  const who = `${wholeNumber(concentration.events)} retweets by ${wholeNumber(concentration.accounts)} accounts`;
  return {
    name: figureName("retweet-sample", info),
    title: `In a public sample the most active 1% sent ${percent(one)} of the retweets`,
    subtitle: `Lorenz curve of ${who}, up to the most active 10%`,
    alt:
      `A line of the share of retweets that the most active accounts sent, up to the most active tenth: ${who}. ` +
      `${concentration.top.map(({ part, share }) => `${percent(share.value)} by the most active ${part * 100}%`).join(", ")}. ` +
      `Gini coefficient ${concentration.gini.value?.toFixed(3) ?? "unknown"}. ` +
      `Of the seconds between an account's retweets, ${within} are at most 60.`,
    basis: info.basis,
    note: `${sourceNote(info)}Bars: 95%, accounts resampled.`,
    width: "single",
    specification: {
      height: 130,
      encoding: {
        x: {
          field: "accounts",
          type: "quantitative",
          title: "Most active accounts, share of all",
          scale: { domain: [0, 0.1], nice: false },
          axis: { format: ".0%", tickCount: 5 },
        },
        y: {
          field: "retweets",
          type: "quantitative",
          title: "Retweets they sent, share of all",
          scale: { domain: [0, 0.6] },
          axis: { format: ".0%", tickCount: 6, grid: true },
        },
      },
      layer: [
        { mark: { type: "line", color: colours.unlisted } },
        {
          data: { values: marks },
          mark: { type: "rule", color: ink },
          encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
        },
        { data: { values: marks }, mark: { type: "point", size: 16, color: ink } },
        ...placesOfNumbers.map(({ steep, ...mark }) => ({
          data: { values: marks.filter(({ accounts }) => accounts < 0.01 === steep) },
          mark: { type: "text", ...mark },
          encoding: { text: { field: "text", type: "nominal" } },
        })),
      ],
    },
    sourceData: {
      columns: [
        { name: "accounts", description: "Most active accounts, of all in the sample", unit: "share" },
        { name: "retweets", description: "Retweets that these accounts sent, of all", unit: "share" },
      ],
      rows: lorenz.map(({ accounts, events }) => ({ accounts, retweets: events })),
    },
  };
}

/** Numbers stand above the curve; where it rises steeply from the axis, beside it. */
const placesOfNumbers = [
  { steep: false, align: "right", baseline: "bottom", dx: -3, dy: -4 },
  { steep: true, align: "left", baseline: "middle", dx: 6, dy: 0 },
] as const;

function percent(share: number | null): string {
  return share === null ? "none" : `${(share * 100).toFixed(1)}%`;
}
