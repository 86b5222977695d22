import type { CorpusInfo } from "../corpus/info.js";
import type { ActivityTiles } from "../findings/network/activity-tiles.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { dayText } from "./network-traces-text.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink } from "./theme.js";

/** Whether the corpus knows histories of members. */
export function canDrawNetworkTracesActivity({ tiles }: NetworkTracesResults): boolean {
  return tiles.accounts.some(({ states }) => states !== null) && tiles.periods.length > 1;
}

const states = {
  a: { name: "active", colour: colours.network },
  s: { name: "silent", colour: "#E9E9E9" },
  n: { name: "not created yet", colour: "#FFFFFF" },
} as const;

/** Tiles of activity: a row an account in order of creation, coloured while it posted anything, grey while it was silent. */
export function networkTracesActivityFigure({ tiles, activation }: NetworkTracesResults, info: CorpusInfo): Figure {
  const rows = spansOf(tiles);
  const unknown = tiles.accounts.flatMap(({ states: own }, at) => (own === null ? [{ row: at }] : []));
  const [joint] = activation?.days ?? [];
  const known = tiles.accounts.length - unknown.length;
  const active = tiles.accounts.reduce((sum, one) => sum + [...(one.states ?? "")].filter((s) => s === "a").length, 0);
  const silent = tiles.accounts.reduce((sum, one) => sum + [...(one.states ?? "")].filter((s) => s === "s").length, 0);
  return {
    name: figureName("network-traces-activity", info),
    title: `Accounts of the network were silent or suspended in ${((100 * silent) / Math.max(1, silent + active)).toFixed(0)}% of the ${tiles.unit}s of their history`,
    subtitle: `One row for each of ${tiles.accounts.length} accounts, oldest on top: coloured in ${tiles.unit}s with a post of any kind, grey in silent ones, white before its creation`,
    alt:
      `Tiles for ${known} accounts of known history by ${tiles.unit}, ${tiles.periods[0]} to ${tiles.periods.at(-1)}: ` +
      `${wholeNumber(active)} active and ${wholeNumber(silent)} silent. ` +
      (joint
        ? `A line marks ${dayText(joint)}, when ${activation?.activated.count} dormant accounts became active.`
        : ""),
    basis: info.basis,
    note: `${sourceNote(info)}${joint ? `Line: ${dayText(joint)}, joint activation. ` : ""}Histories begin on ${tiles.periods[0]}; ${tiles.unit}s after a suspension count as silent.${unknown.length === 0 ? "" : ` Accounts of unknown history: ${unknown.length}.`}`,
    width: "double",
    specification: {
      data: { values: rows },
      height: Math.max(60, 3.4 * tiles.accounts.length),
      layer: [
        {
          mark: { type: "rect", stroke: null },
          encoding: {
            x: {
              field: "from",
              type: "temporal",
              title: null,
              axis: { format: "%Y", tickCount: "year", grid: false },
              scale: { nice: false },
            },
            x2: { field: "until" },
            y: {
              field: "row",
              type: "quantitative",
              title: "Accounts, in order of creation",
              scale: { domain: [0, tiles.accounts.length], reverse: true, nice: false },
              axis: { labels: false, grid: false },
            },
            y2: { field: "below" },
            color: {
              field: "state",
              type: "nominal",
              scale: { domain: [states.a.name, states.s.name], range: [states.a.colour, states.s.colour] },
              legend: null,
            },
          },
        },
        ...(joint ? [lineAt(joint)] : []),
        {
          data: { values: unknown.map(({ row }) => ({ row: row + 0.5, text: "history not known" })) },
          mark: { type: "text", align: "left", fontSize: 5 },
          encoding: {
            x: { value: 2 },
            y: { field: "row", type: "quantitative" },
            text: { field: "text", type: "nominal" },
          },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "account", description: "Pseudonym" },
        { name: "row", description: "Row of the drawing" },
        { name: "below", description: "Row below" },
        { name: "state", description: "Active: posted anything; silent: did not, though it existed" },
        { name: "from", description: `First day of the first of these ${tiles.unit}s` },
        { name: "until", description: `First day of the ${tiles.unit} after the last` },
      ],
      rows,
    },
  };
}

function lineAt(day: string) {
  return {
    data: { values: [{ from: day }] },
    mark: { type: "rule", color: ink, strokeWidth: 0.6 },
    encoding: { x: { field: "from", type: "temporal" } },
  };
}

/** Neighbouring tiles of one state as one, where the account existed. */
function spansOf({ periods, accounts, unit }: ActivityTiles) {
  const last = periods.at(-1);
  const ends = [...periods.slice(1), ...(last === undefined ? [] : [afterLast(last, unit)])];
  return accounts.flatMap(({ account, states: own }, row) =>
    [...(own ?? "").matchAll(/a+|s+/g)].map(({ 0: run, index }) => ({
      ...{ account, row, below: row + 1, state: states[run.charAt(0) as "a" | "s"].name },
      from: periods[index] ?? "",
      until: ends[index + run.length - 1] ?? "",
    })),
  );
}

function afterLast(day: string, unit: ActivityTiles["unit"]): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === "week") date.setUTCDate(date.getUTCDate() + 7);
  else date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}
