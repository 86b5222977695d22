import type { CorpusInfo } from "../corpus/info.js";
import type { AccountGrowthResults, GrowthStep } from "../findings/account-growth.js";
import type { Study } from "../study/study.js";
import { yearsText } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, inOrder, seriesName, seriesScales, sourceNote } from "./series.js";

/**
 * The cumulative number of audited accounts by creation date: a step line for each group and platform, with its total at
 * its end.
 */
export function accountGrowthFigure(results: AccountGrowthResults, info: CorpusInfo, study: Study): Figure {
  const rows = withLastDay(results.curve, study.growthDay);
  const ends = apart(rows.filter((row, at) => rows[at + 1]?.series !== row.series));
  const series = inOrder(rows.map((row) => row.series));
  const scales = seriesScales(series);
  const diplomats = results.growth.find(({ group, platform }) => group === "diplomat" && platform === "twitter");
  const { count = 0, of = 0, share = null } = diplomats?.recent ?? {};
  const percent = share === null ? "no" : `${(share * 100).toFixed(1)}%`;
  return {
    name: figureName("account-growth", info),
    title: `${percent} of the diplomats' Twitter accounts are at most ${yearsText(study.recentYears)} old`,
    subtitle: `Audited accounts by creation date, cumulative, to ${study.growthDay}`,
    alt:
      `Step lines of the cumulative number of audited accounts by creation date. ` +
      `${ends.map(({ series: name, accounts }) => `${name}: ${accounts}`).join("; ")} accounts by ${study.growthDay}. ` +
      `Of the diplomats on Twitter, ${diplomats?.early ?? 0} were created before ${study.earlyBefore}, ` +
      `and ${count} of the ${of} that existed on ${study.growthDay} in the ${yearsText(study.recentYears)} before it.`,
    basis: info.basis,
    note: `${sourceNote(info)}Accounts without a known creation date are left out.`,
    width: "single",
    specification: {
      height: 120,
      encoding: {
        x: { field: "day", type: "temporal", title: "Creation date (UTC)", axis: { tickCount: 6 } },
        y: { field: "accounts", type: "quantitative", title: "Accounts, cumulative" },
      },
      layer: [
        {
          mark: { type: "line", interpolate: "step-after" },
          encoding: { color: scales.color, strokeDash: scales.strokeDash },
        },
        {
          data: { values: ends },
          mark: { type: "text", align: "left", baseline: "middle", dx: 3 },
          encoding: {
            y: { field: "labelAt", type: "quantitative" },
            text: { field: "label", type: "nominal" },
            color: scales.color,
          },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "series", description: "Group and platform" },
        { name: "day", description: "Day on which accounts were created, or the last day shown", unit: "UTC day" },
        { name: "accounts", description: "Accounts created up to and on that day", unit: "accounts" },
      ],
      rows: rows.map(({ series: name, day, accounts }) => ({ series: name, day, accounts })),
    },
  };
}

interface CurvePoint {
  series: string;
  day: string;
  accounts: number;
  label: string;
}

/** Moves the labels of lines that end close together apart, so that each can be read. */
function apart(ends: CurvePoint[]): (CurvePoint & { labelAt: number })[] {
  const gap = Math.max(...ends.map(({ accounts }) => accounts)) * 0.07;
  const rising = [...ends].sort((a, b) => a.accounts - b.accounts || (a.series < b.series ? 1 : -1));
  let below = Number.NEGATIVE_INFINITY;
  return rising.map((end) => {
    below = Math.max(end.accounts, below + gap);
    return { ...end, labelAt: below };
  });
}

/** The steps of each series up to the last day, and a point on that day, so that all lines end together. */
function withLastDay(curve: GrowthStep[], lastDay: string): CurvePoint[] {
  const points: CurvePoint[] = [];
  const shown = curve.filter(({ day }) => day <= lastDay);
  shown.forEach(({ group, platform, day, accounts }, at) => {
    const series = seriesName(group, platform);
    points.push({ series, day, accounts, label: "" });
    const next = shown[at + 1];
    const ends = next === undefined || seriesName(next.group, next.platform) !== series;
    if (ends) points.push({ series, day: lastDay, accounts, label: `${series} ${accounts}` });
  });
  return points;
}
