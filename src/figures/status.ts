import type { CorpusInfo } from "../corpus/info.js";
import type { MemberFate } from "../findings/shares/member-fates.js";
import type { StatusCount } from "../findings/shares/status-counts.js";
import type { StatusResults } from "../findings/status.js";
import { countText, proportionText, wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink } from "./theme.js";

const statusColours = {
  suspended: colours.suspended,
  active: colours.active,
  deleted: colours.deleted,
  "not asked": "#FFFFFF",
} as const;
type Shown = keyof typeof statusColours;
const shownStatuses = Object.keys(statusColours) as Shown[];

/** Whether the platform was asked about a network. */
export function canDrawStatus({ members, statuses }: StatusResults): boolean {
  return members > 0 && statuses.some(({ accounts, gone }) => accounts === "network" && gone.of > 0);
}

/** The network's accounts on both days, a box each, and what those with each fate had amplified. */
export function statusFigure(results: StatusResults, info: CorpusInfo): Figure {
  const rows = results.statuses.filter(({ accounts }) => accounts === "network").flatMap(statusRows);
  const fates = results.fates.map(fateRow);
  return {
    name: figureName("status", info),
    title: titleOf(results),
    subtitle: `Status of the ${results.members} accounts that the detector finds, a box each, on the days of the queries`,
    alt:
      `Rows of boxes, one an account. ${results.statuses.map(altOf).join(" ")} ` +
      `Amplifications by the last query: ${fates.map(({ fate, text }) => `${fate}: ${text}`).join("; ")}.`,
    basis: info.basis,
    note: `${sourceNote(info)}${othersText(results)}`,
    width: "single",
    specification: { spacing: 10, vconcat: [boxes(rows), bars(fates)] },
    sourceData: {
      columns: [
        { name: "day", description: "Day on which the platform was asked", unit: "UTC day" },
        { name: "status", description: "What it answered" },
        { name: "accounts", description: "Accounts of the network with that answer", unit: "accounts" },
      ],
      rows: rows.map(({ day, status, accounts }) => ({ day, status, accounts })),
    },
  };
}

interface StatusRow {
  day: string;
  status: Shown;
  accounts: number;
  /** Boxes to its left. */
  before: number;
}

function statusRows({ day, ...counts }: StatusCount): StatusRow[] {
  let before = 0;
  return shownStatuses.map((status) => {
    const accounts = status === "not asked" ? counts.notAsked : counts[status];
    const row = { day, status, accounts, before };
    before += accounts;
    return row;
  });
}

function boxes(rows: readonly StatusRow[]): object {
  const widest = Math.max(1, ...rows.map(({ before, accounts }) => before + accounts));
  const values = rows.flatMap((row) =>
    Array.from({ length: row.accounts }, (_, at) => ({ ...row, left: row.before + at, right: row.before + at + 0.82 })),
  );
  const labels = rows.filter(({ accounts }) => accounts > 0);
  const y = { field: "day", type: "nominal", title: null };
  const x = { field: "left", type: "quantitative", scale: { domain: [0, widest], nice: false }, axis: null };
  return {
    height: { step: 20 },
    layer: [
      {
        data: { values },
        mark: { type: "bar", height: 5, stroke: ink, strokeWidth: 0.25, yOffset: 4 },
        encoding: {
          ...{ x, x2: { field: "right" }, y },
          color: {
            field: "status",
            type: "nominal",
            scale: { domain: shownStatuses, range: Object.values(statusColours) },
            legend: null,
          },
        },
      },
      {
        data: { values: labels.map((row) => ({ ...row, text: `${row.accounts} ${row.status}` })) },
        mark: { type: "text", align: "left", baseline: "bottom", yOffset: 0 },
        encoding: { x: { ...x, field: "before" }, y, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

function bars(fates: readonly FateRow[]): object {
  return {
    title: "Retweets and replies until the last query",
    height: { step: 11 },
    data: { values: fates },
    encoding: {
      y: { field: "fate", type: "nominal", sort: fates.map(({ fate }) => fate), title: null },
      x: {
        field: "actions",
        type: "quantitative",
        title: null,
        // Room behind the longest bar for the numbers.
        scale: { domain: [0, 1.9 * Math.max(1, ...fates.map(({ actions }) => actions))], nice: false },
        axis: null,
      },
    },
    layer: [
      { mark: { type: "bar", height: 6, color: colours.network } },
      {
        mark: { type: "text", align: "left", dx: 2.5, fontSize: 5 },
        encoding: { text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

interface FateRow {
  fate: string;
  actions: number;
  text: string;
}

function fateRow({ first, last, accounts, retweets, replies }: MemberFate): FateRow {
  const [before, after] = [first ?? "not asked", last ?? "not asked"];
  const fate = before === after ? `${accounts} ${before}` : `${accounts} ${before}, then ${after}`;
  const text = `${wholeNumber(retweets)} retweets, ${wholeNumber(replies)} replies`;
  return { fate, actions: retweets + replies, text };
}

function titleOf({ statuses, queries, members }: StatusResults): string {
  const last = statuses.find(({ accounts, day }) => accounts === "network" && day === queries?.last);
  if (!last) return "Status of the network's accounts";
  const gone = last.gone.count;
  const many = gone === members ? `All ${members}` : `${gone} of ${members}`;
  return `${many} accounts of the network were suspended or deleted by ${last.day}`;
}

function othersText({ statuses }: StatusResults): string {
  const others = statuses.filter(({ accounts, gone }) => accounts === "others" && gone.of > 0);
  const days = others.map(({ day, gone }) => `${proportionText(gone)} by ${day}`).join(", ");
  return days === "" ? "" : `Other accounts that retweeted or replied to the same two: gone ${days}.`;
}

function altOf({ day, accounts, suspended, deleted, active, gone }: StatusCount): string {
  const whose = accounts === "network" ? "network" : "other amplifiers";
  const parts = [countText(suspended, "suspended"), countText(deleted, "deleted"), countText(active, "active")];
  return `${day}, ${whose}: ${parts.join(", ")} (gone ${proportionText(gone)}).`;
}
