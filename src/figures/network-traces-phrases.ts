import type { CorpusInfo } from "../corpus/info.js";
import type { PhraseNetwork } from "../findings/network/phrase-network.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink } from "./theme.js";

/** Whether there is a phrase to draw. */
export function canDrawNetworkTracesPhrases({ phrases }: NetworkTracesResults): boolean {
  return phrases.shown.length > 0;
}

/** About so many arcs can be told apart. */
const mostArcs = 60;
const rowHeight = 9;

/** The phrases of the network: an arc between two that the same accounts used, and how many accounts used each. */
export function networkTracesPhrasesFigure({ phrases }: NetworkTracesResults, info: CorpusInfo): Figure {
  const { shown } = phrases;
  const fewest = fewestShared(phrases);
  const links = phrases.links.filter(([, , accounts]) => accounts >= fewest);
  const rows = shown.map(({ phrase, accounts, members }) => ({
    phrase,
    accounts,
    members,
    others: accounts - members,
  }));
  const y = { field: "phrase", type: "nominal", sort: shown.map(({ phrase }) => phrase), title: null };
  const height = rowHeight * shown.length;
  return {
    name: figureName("network-traces-phrases", info),
    title: `Accounts of the network answer in the same sentences: ${wholeNumber(phrases.passages)} passages are mostly theirs`,
    subtitle: `The ${shown.length} most used. Arcs: pairs of phrases that at least ${fewest} accounts both used. Bars: accounts that used the phrase, of the network (coloured) and others (grey)`,
    alt:
      `Phrases of replies, three quarters of whose users are accounts of the network, with the number of accounts: ` +
      `${rows.map(({ phrase, accounts, members }) => `"${phrase}" ${members} of ${accounts}`).join("; ")}.`,
    basis: info.basis,
    note: `${sourceNote(info)}Phrases of six English words used by at least five accounts; those that continue each other are joined. ${wholeNumber(phrases.ofNetwork)} of ${wholeNumber(phrases.phrases)} such phrases.`,
    width: "double",
    specification: {
      spacing: 2,
      hconcat: [
        {
          width: 90,
          height,
          data: { values: links.flatMap((link, at) => arc(link, at, shown.length)) },
          mark: { type: "line", strokeWidth: 0.5, color: colours.network, opacity: 0.6 },
          encoding: {
            x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, 1], reverse: true, nice: false } },
            y: {
              field: "y",
              type: "quantitative",
              axis: null,
              scale: { domain: [0, shown.length], reverse: true, nice: false },
            },
            detail: { field: "arc", type: "nominal" },
            order: { field: "step", type: "quantitative" },
          },
        },
        {
          width: 190,
          height,
          data: { values: rows },
          mark: { type: "text", align: "left", color: ink },
          encoding: {
            x: { value: 2 },
            y: { ...y, axis: null },
            text: { field: "phrase", type: "nominal" },
          },
        },
        {
          height,
          data: { values: rows },
          layer: [
            {
              transform: [
                { fold: ["members", "others"], as: ["group", "count"] },
                { calculate: "datum.group === 'members' ? 0 : 1", as: "rank" },
              ],
              mark: { type: "bar", height: rowHeight - 3 },
              encoding: {
                x: {
                  field: "count",
                  type: "quantitative",
                  title: "Accounts that used the phrase",
                  axis: { tickCount: 5, grid: true },
                },
                y: { ...y, axis: null },
                color: {
                  field: "group",
                  type: "nominal",
                  scale: { domain: ["members", "others"], range: [colours.network, colours.benchmarkGroup] },
                  legend: null,
                },
                order: { field: "rank", type: "quantitative" },
              },
            },
            {
              transform: [{ calculate: "datum.members + ' of ' + datum.accounts", as: "text" }],
              mark: { type: "text", align: "left", dx: 3, fontSize: 5, color: ink },
              encoding: {
                x: { field: "accounts", type: "quantitative" },
                y: { ...y, axis: null },
                text: { field: "text", type: "nominal" },
              },
            },
          ],
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "phrase", description: "Phrase of replies" },
        { name: "accounts", description: "Accounts that used it", unit: "accounts" },
        { name: "members", description: "Of these of the network", unit: "accounts" },
        { name: "others", description: "Of these of the benchmark group", unit: "accounts" },
      ],
      rows,
    },
  };
}

/** The number of shared accounts from which on about as many arcs are drawn as can be told apart. */
function fewestShared({ links }: PhraseNetwork): number {
  const sorted = links.map(([, , accounts]) => accounts).sort((a, b) => b - a);
  return sorted[Math.min(mostArcs, sorted.length) - 1] ?? 0;
}

/** Half an ellipse between the rows of two phrases, the further apart the wider. */
function arc([first, second]: PhraseNetwork["links"][number], number: number, rows: number) {
  const steps = 32;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (Math.PI * step) / steps;
    return {
      arc: number,
      step,
      x: Math.round((Math.sin(angle) * (second - first) * 1e4) / Math.max(1, rows - 1)) / 1e4,
      y: Math.round(((first + second + 1) / 2 - (Math.cos(angle) * (second - first)) / 2) * 1e4) / 1e4,
    };
  });
}
