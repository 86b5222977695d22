import type { CorpusInfo } from "../corpus/info.js";
import { dayParts } from "../findings/network/london-clock.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { focusDiplomats, percent } from "./network-traces-text.js";
import { figureName, sourceNote } from "./series.js";
import { colours, dashes, ink } from "./theme.js";

/** Whether both groups amplified anything. */
export function canDrawNetworkTracesHours({ hours }: NetworkTracesResults): boolean {
  return hours.network !== null && hours.benchmark !== null && hours.accounts.length > 0;
}

/** Hours of the day: the lines of both groups, and below them a heat map with a row for each member. */
export function networkTracesHoursFigure({ hours }: NetworkTracesResults, info: CorpusInfo): Figure {
  const { network, benchmark } = hours.inDayParts;
  const groups = { Network: hours.network ?? [], "Benchmark group": hours.benchmark ?? [] };
  const lines = Object.entries(groups).flatMap(([group, shares]) =>
    shares.map((share, hour) => ({ group, hour: hour + 0.5, share })),
  );
  const rows = hours.accounts.flatMap(({ account, shares }, row) =>
    shares.map((share, hour) => ({ account, row, below: row + 1, hour, next: hour + 1, share })),
  );
  const parts = Object.values(dayParts).map(({ from, to }) => ({ from: from - 1, to: to - 1 }));
  const x = {
    type: "quantitative",
    scale: { domain: [0, 24], nice: false },
  };
  const ticks = { values: [0, 3, 6, 9, 12, 15, 18, 21, 24] };
  return {
    name: figureName("network-traces-hours", info),
    title: `${percent(network.share)} of the network's activity falls in London's mornings and early evenings`,
    subtitle:
      "Share of amplifications by hour of the day, UTC. Top: all together. Bottom: a row an account, darker for a larger share",
    alt:
      `Lines: ${percent(network.share)} of the network's ${wholeNumber(network.of)} amplifications fall between 6 and 12 or 17 and 20 on ` +
      `London's clocks, against ${percent(benchmark.share)} of the benchmark group's. Below, a heat map of ` +
      `${hours.accounts.length} accounts by hour.`,
    basis: info.basis,
    note: `${sourceNote(info)}Shaded: morning (6 to 12) and early evening (17 to 20) in London in summer; in winter an hour later.`,
    width: "single",
    specification: {
      vconcat: [
        {
          height: 62,
          data: { values: lines },
          layer: [
            {
              data: { values: parts },
              mark: { type: "rect", color: "#F0F0F0", stroke: null },
              encoding: { x: { field: "from", ...x }, x2: { field: "to" } },
            },
            {
              mark: { type: "line" },
              encoding: {
                x: { field: "hour", ...x, title: null, axis: { ...ticks, labels: false } },
                y: {
                  field: "share",
                  type: "quantitative",
                  title: "Share",
                  axis: { format: ".0%", tickCount: 3, grid: true },
                },
                color: styled("group", [colours.network, colours.benchmarkGroup]),
                strokeDash: styled("group", [dashes.network, dashes.benchmarkGroup]),
              },
            },
            {
              data: { values: labelsOf(lines) },
              mark: { type: "text", align: "left", baseline: "bottom", dx: 4, color: ink },
              encoding: {
                x: { field: "hour", ...x },
                y: { field: "share", type: "quantitative" },
                text: { field: "group", type: "nominal" },
              },
            },
          ],
        },
        {
          height: Math.max(24, 3 * hours.accounts.length),
          data: { values: rows },
          mark: { type: "rect", stroke: null },
          encoding: {
            x: { field: "hour", ...x, title: "Hour of the day, UTC", axis: ticks },
            x2: { field: "next" },
            y: {
              field: "row",
              type: "quantitative",
              title: "Accounts, in order of creation",
              scale: { domain: [0, hours.accounts.length], reverse: true, nice: false },
              axis: { labels: false, grid: false },
            },
            y2: { field: "below" },
            color: {
              field: "share",
              type: "quantitative",
              scale: { domain: [0, 0.2], range: ["#FFFFFF", "#5A1F45"], interpolate: "rgb", clamp: true },
              legend: null,
            },
          },
        },
      ],
      spacing: 6,
    },
    sourceData: {
      columns: [
        { name: "account", description: "Pseudonym" },
        { name: "row", description: "Row of the drawing" },
        { name: "below", description: "Row below" },
        { name: "hour", description: "Hour of the day, UTC, from", unit: "hours" },
        { name: "next", description: "Hour of the day, up to and not including", unit: "hours" },
        {
          name: "share",
          description: `Share of the account's amplifications of ${focusDiplomats(info)}`,
          unit: "share",
        },
      ],
      rows,
    },
  };
}

function styled(field: string, range: unknown[]) {
  return { field, type: "nominal", scale: { domain: ["Network", "Benchmark group"], range }, legend: null };
}

/** The network's name stands beside its highest hour, that of the benchmark group beside its last. */
function labelsOf(lines: { group: string; hour: number; share: number }[]) {
  const highest = lines
    .filter(({ group }) => group === "Network")
    .reduce((most, row) => (row.share > most.share ? row : most), { group: "Network", hour: 0, share: 0 });
  const last = lines.filter(({ group, hour }) => group !== "Network" && hour === 19.5);
  return [highest, ...last];
}
