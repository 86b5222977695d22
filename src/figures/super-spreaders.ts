import type { CorpusInfo } from "../corpus/info.js";
import type { GroupConcentration, SuperSpreadersResults } from "../findings/super-spreaders.js";
import type { TopShare } from "../statistics/concentration-estimate.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, inOrder, seriesName, seriesScales, sourceNote } from "./series.js";
import { ink } from "./theme.js";

/** Whether there is a curve to draw. */
export function canDrawSuperSpreaders({ lorenz }: SuperSpreadersResults): boolean {
  return lorenz.some(({ points }) => points.length > 0);
}

/**
 * The upper tenth of the Lorenz curve: which share of the retweets of diplomats and of state media the most active
 * accounts sent, with marks at the most active 0.1%, 1%, 5% and 10%.
 */
export function superSpreadersFigure(results: SuperSpreadersResults, info: CorpusInfo): Figure {
  const rows = results.lorenz.flatMap(({ group, points }) =>
    points.map(({ accounts, events }) => ({ series: seriesName(group, "twitter"), accounts, retweets: events })),
  );
  const groups = results.groups.filter(({ zeros }) => !zeros);
  const marks = groups.flatMap(marksOf);
  const series = inOrder(rows.map((row) => row.series));
  const scales = seriesScales(series);
  const one = groups.find(({ group }) => group === "diplomat")?.top.find(({ part }) => part === 0.01);
  return {
    name: figureName("super-spreaders", info),
    title: `The most active 1% sent ${percent(one)} of all retweets of diplomats`,
    subtitle: "Lorenz curves of retweets over accounts, up to the most active 10%",
    alt:
      "Lines of the share of retweets that the most active accounts sent, up to the most active tenth. " +
      `${groups.map(describe).join(" ")}`,
    basis: info.basis,
    note: `${sourceNote(info)}Only accounts with a retweet of the group. Bars: 95%, accounts resampled.`,
    width: "single",
    specification: {
      height: 130,
      encoding: {
        x: {
          field: "accounts",
          type: "quantitative",
          title: "Most active accounts, share of all that retweeted",
          scale: { domain: [0, 0.1], nice: false },
          axis: { format: ".0%", tickCount: 5 },
        },
        y: {
          field: "retweets",
          type: "quantitative",
          title: "Retweets they sent, share of all",
          scale: { domain: [0, 1] },
          axis: { format: ".0%", tickCount: 5, grid: true },
        },
        color: scales.color,
      },
      layer: [
        { mark: { type: "line" }, encoding: { strokeDash: scales.strokeDash } },
        {
          data: { values: marks },
          mark: { type: "rule" },
          encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
        },
        {
          data: { values: marks },
          mark: { type: "point", size: 16 },
          encoding: { shape: scales.shape },
        },
        ...placesOfNumbers.map(({ place, ...mark }) => ({
          data: { values: marks.filter(({ at }) => at === place) },
          mark: { type: "text", ...mark },
          encoding: { text: { field: "text", type: "nominal" }, color: { value: ink } },
        })),
        {
          data: { values: endsOf(marks) },
          mark: { type: "text", align: "right", baseline: "middle", dx: -26, dy: 0 },
          encoding: {
            y: { field: "nameAt", type: "quantitative" },
            text: { field: "series", type: "nominal" },
            color: { value: ink },
          },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "series", description: "Group whose retweets are counted" },
        { name: "accounts", description: "Most active accounts, of all that retweeted the group", unit: "share" },
        { name: "retweets", description: "Retweets that these accounts sent, of all", unit: "share" },
      ],
      rows,
    },
  };
}

interface Mark {
  series: string;
  accounts: number;
  retweets: number;
  low: number;
  high: number;
  text: string;
  at: "above" | "below" | "end" | "beside";
}

/**
 * The diplomats' numbers stand above their curve and those of state media below theirs, so that they keep apart. Where both
 * curves rise steeply, the numbers stand beside them and say whose they are.
 */
const placesOfNumbers = [
  { place: "above", align: "center", baseline: "bottom", dy: -6 },
  { place: "below", align: "left", baseline: "top", dx: 2, dy: 4 },
  { place: "end", align: "center", baseline: "top", dy: 6 },
  { place: "beside", align: "left", baseline: "middle", dx: 12 },
] as const;

function marksOf({ group, top }: GroupConcentration): Mark[] {
  return top.flatMap(({ part, share: { value, low, high } }) => {
    if (value === null) return [];
    const series = seriesName(group, "twitter");
    const beside = part < 0.01;
    const text = `${beside ? `${seriesOwner[group]} ` : ""}${(value * 100).toFixed(1)}%`;
    const ends = { low: low ?? value, high: high ?? value };
    const at = beside ? "beside" : group === "diplomat" ? "above" : part === 0.1 ? "end" : "below";
    return [{ series, accounts: part, retweets: value, ...ends, text, at }];
  });
}

const seriesOwner = { diplomat: "diplomats", state_media: "state media" } as const;

function endsOf(marks: Mark[]) {
  return marks
    .filter(({ accounts }) => accounts === 0.1)
    .map((mark) => ({ ...mark, nameAt: mark.retweets + (mark.at === "above" ? 0.07 : -0.11) }));
}

function percent(top: TopShare | undefined): string {
  return top === undefined || top.share.value === null ? "none" : `${(top.share.value * 100).toFixed(1)}%`;
}

function describe({ group, accounts, events, top, gini }: GroupConcentration): string {
  const parts = top.map((one) => `${percent(one)} by the most active ${one.part * 100}%`).join(", ");
  const unequal = gini.value === null ? "" : ` Gini coefficient ${gini.value.toFixed(3)}.`;
  const who = `${wholeNumber(events)} retweets by ${wholeNumber(accounts)} accounts`;
  return `${seriesName(group, "twitter")}, ${who}: ${parts}.${unequal}`;
}
