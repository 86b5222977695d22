import type { CorpusInfo } from "../corpus/info.js";
import { fewestForPace, type PaceBin } from "../findings/retweet-pace.js";
import type { SuperSpreadersResults } from "../findings/super-spreaders.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours } from "./theme.js";

/** Whether there is a point to draw. */
export function canDrawSuperSpreadersPace({ pace }: SuperSpreadersResults): boolean {
  return pace.length > 0;
}

const panels = { active: "Active", suspended: "Suspended", deleted: "Deleted", unknown: "Status unknown" } as const;

/**
 * Accounts by the median seconds between their retweets of diplomats and the number of these retweets: a panel for each
 * status, a tile for each bin, darker for more accounts.
 */
export function superSpreadersPaceFigure({ pace, statusDay }: SuperSpreadersResults, info: CorpusInfo): Figure {
  const statuses = (["active", "suspended", "unknown"] as const).filter((status) =>
    pace.some((bin) => bin.status === status),
  );
  const drawn = pace.filter(({ status }) => (statuses as readonly string[]).includes(status));
  const headings = statuses.map((status) => heading(status, pace));
  const left = accountsOf(pace.filter(({ status }) => status === "deleted"));
  const fast = accountsOf(pace.filter(isFast));
  const most = Math.max(...drawn.map(({ retweetsTo }) => retweetsTo), 100);
  return {
    name: figureName("super-spreaders-pace", info),
    title: `${wholeNumber(fast)} of ${wholeNumber(accountsOf(pace))} frequent retweeters left under a minute between most retweets`,
    subtitle: `Accounts with at least ${fewestForPace} retweets of diplomats; darker: more accounts at that pace and number`,
    alt:
      `Tiles: accounts by the median time between their retweets of diplomats and by their number, by status. ` +
      `${headings.map(({ text }) => text).join("; ")}. ` +
      `Of all ${wholeNumber(accountsOf(pace))} accounts ${wholeNumber(fast)} have a median under a minute.`,
    basis: info.basis,
    note: `${sourceNote(info)}Dashed line: one minute. ${statusDay === null ? "" : `Status on ${statusDay}. `}Not drawn: ${wholeNumber(left)} deleted accounts.`,
    width: "double",
    specification: {
      data: {
        values: drawn.map(({ status, accounts, ...bin }) => ({
          ...bin,
          secondsFrom: Math.max(bin.secondsFrom, shortest),
          panel: headings.find((one) => one.status === status)?.text,
          band: bands.find(({ from }) => accounts >= from)?.name,
        })),
      },
      facet: { column: { field: "panel", type: "nominal", sort: headings.map(({ text }) => text), title: null } },
      spacing: 14,
      spec: {
        height: 150,
        layer: [
          {
            mark: { type: "rect", stroke: null },
            encoding: {
              x: {
                field: "secondsFrom",
                type: "quantitative",
                title: "Median time between retweets (logarithmic)",
                scale: { type: "log", domain: [shortest, longest], nice: false },
                axis: { values: Object.keys(times).map(Number), labelExpr: timeLabels },
              },
              x2: { field: "secondsTo" },
              y: {
                field: "retweetsFrom",
                type: "quantitative",
                title: "Retweets of diplomats (logarithmic)",
                scale: { type: "log", domain: [fewestForPace, most], nice: false },
                axis: { values: [10, 30, 100, 300, 1000, 3000, 10_000], format: ",d", grid: true },
              },
              y2: { field: "retweetsTo" },
              color: {
                field: "band",
                type: "nominal",
                title: "Accounts",
                scale: { domain: rising.map(({ name }) => name), range: rising.map(({ colour }) => colour) },
                legend: { symbolType: "square", symbolSize: 40, symbolStrokeWidth: 0 },
              },
            },
          },
          {
            mark: { type: "rule", strokeDash: [2, 2], color: colours.reference },
            encoding: { x: { datum: 60, type: "quantitative" } },
          },
        ],
      },
    },
    sourceData: {
      columns: [
        { name: "status", description: "Status on the study's first status day" },
        { name: "secondsFrom", description: "Median time between retweets, from", unit: "seconds" },
        { name: "secondsTo", description: "Median time between retweets, up to and not including", unit: "seconds" },
        { name: "retweetsFrom", description: "Retweets of diplomats, from", unit: "retweets" },
        { name: "retweetsTo", description: "Retweets of diplomats, up to and not including", unit: "retweets" },
        { name: "accounts", description: "Accounts of that status, pace and number", unit: "accounts" },
      ],
      rows: pace.map((bin) => ({ ...bin })),
    },
  };
}

const times: Record<number, string> = {
  1: "1 s",
  10: "10 s",
  60: "1 min",
  600: "10 min",
  3600: "1 h",
  86400: "1 d",
  864000: "10 d",
};
const timeLabels = `${JSON.stringify(times)}[datum.value]`;

/** How many accounts a colour stands for: the more, the darker. */
const bands = [
  { from: 50, name: "50 and more", colour: "#08264A" },
  { from: 20, name: "20-49", colour: "#0B4F8A" },
  { from: 10, name: "10-19", colour: "#2F7FBC" },
  { from: 3, name: "3-9", colour: "#7FB3DA" },
  { from: 1, name: "1-2", colour: "#C6DDEE" },
];
const rising = [...bands].reverse();

/** Ends of the axis of time in seconds; the bin of less than 0.6 seconds is drawn as wide as the others. */
const shortest = 0.45;
const longest = 6e6;

function heading(status: keyof typeof panels, pace: PaceBin[]): { status: string; text: string } {
  const own = pace.filter((bin) => bin.status === status);
  const text = `${panels[status]}: ${wholeNumber(accountsOf(own.filter(isFast)))} of ${wholeNumber(accountsOf(own))} under a minute`;
  return { status, text };
}

/** Whether the medians of the bin are under a minute, on which the bins have a border. */
function isFast({ secondsTo }: PaceBin): boolean {
  return secondsTo <= 60;
}

function accountsOf(bins: PaceBin[]): number {
  return bins.reduce((sum, { accounts }) => sum + accounts, 0);
}
