import type { CorpusInfo } from "../corpus/info.js";
import type { RobustnessResults, Spread } from "../findings/robustness.js";
import type { SpecifiedShare } from "../findings/specifications/specified-shares.js";
import type { Figure } from "./figure.js";
import { curveHeight, curveView, headingOf, keyView, type Point } from "./robustness-curve.js";
import { labelView, markerView } from "./robustness-markers.js";
import { optionRows } from "./robustness-options.js";
import { figureName, sourceNote } from "./series.js";

/** Whether there are shares to draw. */
export function canDrawRobustness({ spreads }: RobustnessResults): boolean {
  return spreads.some(({ usual }) => usual !== null);
}

/** Points for all curves together, and for the labels beside the markers. */
const [room, labelWidth, gap] = [358, 92, 20];

/** All specifications of each number by size, over markers that say which choices made each: a specification curve. */
export function robustnessFigure(results: RobustnessResults, info: CorpusInfo): Figure {
  const spreads = results.spreads.filter(({ usual }) => usual !== null);
  const curves = spreads.map((spread) => ({ spread, points: pointsOf(results.shares, spread) }));
  const all = curves.flatMap(({ points }) => points);
  const lines = optionRows(all.map(({ choices }) => choices));
  const step = room / all.length;
  const { from, to } = results.window;
  return {
    name: figureName("robustness", info),
    title: titleOf(spreads),
    subtitle: `The network's shares of what was done to the ambassador's posts, ${from} to ${to}; a point a specification, from the lowest up`,
    alt:
      `Three specification curves. ${spreads.map(spreadText).join(". ")}. ` +
      `Markers under each curve say which choices made each point. ${changesText(results)}`,
    basis: info.basis,
    note: `${sourceNote(info)}Marks: dark where a choice is not the usual one. Choices of the detector are changed one at a time, those of counting are combined with all. Who is a member is not searched anew when an account is left out.`,
    width: "double",
    specification: {
      columns: curves.length + 1,
      bounds: "flush",
      spacing: { row: 8, column: gap },
      concat: [
        { width: labelWidth, height: curveHeight, ...keyView() },
        ...curves.map(({ spread, points }) => ({ width: step * points.length, ...curveView(spread, points) })),
        { width: labelWidth, ...labelView(lines) },
        ...curves.map(({ points }) => ({ width: step * points.length, ...markerView(points, lines, step) })),
      ],
    },
    sourceData: { columns: sourceColumns, rows: all.map(sourceRow) },
  };
}

/** By share; of equal ones in the order of the choices. */
function pointsOf(shares: readonly SpecifiedShare[], { quantity }: Spread): Point[] {
  return shares
    .filter((one): one is SpecifiedShare & { share: number } => one.quantity === quantity && one.share !== null)
    .sort((one, other) => one.share - other.share)
    .map((one, at) => ({ ...one, place: at + 1 }));
}

const sourceColumns = [
  { name: "quantity", description: "What the share is of" },
  { name: "place", description: "Place by size of the share, from 1" },
  { name: "rule", description: "Who is the network: the detector's members, or the candidates of the papers' rule" },
  { name: "window", description: "Window of the detector", unit: "seconds" },
  { name: "together", description: "When two actions count as together" },
  { name: "rate", description: "Rate of false discoveries among the members" },
  { name: "chance", description: "Whose actions show what chance gives" },
  { name: "benchmark", description: "Whose actions count beside the network's" },
  { name: "ownReplies", description: "Whether the ambassador's replies in own threads are in the denominator" },
  { name: "weekStart", description: "First day of the week" },
  { name: "usual", description: "Whether every choice is the usual one" },
  { name: "members", description: "Accounts of the network", unit: "accounts" },
  { name: "count", description: "Actions of the network", unit: "actions" },
  { name: "of", description: "Actions of the network and of those that count beside it", unit: "actions" },
  { name: "share", description: "The one over the other", unit: "share" },
  { name: "low", description: "Lowest share when any one account is left out", unit: "share" },
  { name: "high", description: "Highest share when any one account is left out", unit: "share" },
];

function sourceRow({ choices, quantity, place, usual, members, count, of, share, low, high }: Point) {
  return { quantity, place, ...choices, usual, members, count, of, share, low, high };
}

function titleOf([first]: Spread[]): string {
  if (!first || first.lowest === null || first.highest === null) return "How far the network's shares move";
  const range = `${percent(first.lowest)} to ${percent(first.highest)}`;
  return `Decided otherwise, the network's share of the retweets goes from ${range}; as usual it is ${percent(first.usual)}`;
}

function spreadText(spread: Spread): string {
  const { usual, lowest, highest, specifications, withoutNetwork, publishedLow, publishedHigh } = spread;
  const printed =
    publishedLow === publishedHigh ? percent(publishedLow) : `${percent(publishedLow)} to ${percent(publishedHigh)}`;
  return (
    `${headingOf(spread)}: ${percent(usual)} by the usual choices, ${percent(lowest)} to ${percent(highest)} over ` +
    `${specifications} specifications, ${withoutNetwork} of them without a network; published ${printed}`
  );
}

/** The choice that moves each number most. */
function changesText({ changes, spreads }: RobustnessResults): string {
  const first = spreads.flatMap(({ quantity }) => changes.find((change) => change.quantity === quantity) ?? []);
  return first
    .map(({ quantity, dimension, lowest, highest }) => {
      return `What moves ${quantity} most is ${dimension}: ${percent(lowest)} to ${percent(highest)}.`;
    })
    .join(" ");
}

function percent(share: number | null): string {
  return `${((share ?? 0) * 100).toFixed(1)}%`;
}
