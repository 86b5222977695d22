import type { CorpusInfo } from "../corpus/info.js";
import type { SuspendedAmplifiersResults } from "../findings/suspended-amplifiers.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { firstDay, named } from "./suspended-amplifiers.js";
import { colours } from "./theme.js";

/** So many diplomats are drawn. */
const shown = 20;

/** The diplomats whom suspended accounts retweeted most, in numbers of retweets: a bar each. */
export function suspendedAmplifiersRetweetsFigure(results: SuspendedAmplifiersResults, info: CorpusInfo): Figure {
  const onDay = firstDay(results);
  const day = onDay[0]?.day ?? "";
  const most = [...onDay].sort((a, b) => b.suspended.count - a.suspended.count || (a.principal < b.principal ? -1 : 1));
  const rows = named(most.slice(0, shown)).map(({ diplomat, suspended, suspendedAccounts }) => ({
    diplomat,
    suspended: suspended.count,
    suspendedAccounts,
    retweets: suspended.of,
  }));
  const all = results.statuses.find(({ retweeted }) => retweeted === "diplomat")?.suspendedRetweets.count ?? 0;
  const [first] = rows;
  const part = first && all > 0 ? `${((first.suspended / all) * 100).toFixed(0)}%` : "none";
  return {
    name: figureName("suspended-amplifiers-retweets", info),
    title: `${part} of all retweets by suspended accounts were of one diplomat`,
    subtitle: `Retweets by accounts suspended on ${day}; the ${rows.length} diplomats with most`,
    alt:
      `Bars: retweets by accounts that were suspended on ${day}, for the ${rows.length} diplomats with most of them. ` +
      `${rows.map((row) => `${row.diplomat}: ${labelOf(row)}`).join("; ")}. ` +
      `All diplomats together: ${wholeNumber(all)}.`,
    basis: info.basis,
    note: `${sourceNote(info)}An account that retweeted several diplomats counts with each.`,
    width: "single",
    specification: {
      data: { values: rows.map((row) => ({ ...row, text: labelOf(row) })) },
      height: { step: 9.5 },
      encoding: {
        y: { field: "diplomat", type: "nominal", sort: rows.map(({ diplomat }) => diplomat), title: null },
        x: {
          field: "suspended",
          type: "quantitative",
          title: "Retweets by suspended accounts",
          axis: { format: ",d", tickCount: 5, grid: true },
        },
      },
      layer: [
        { mark: { type: "bar", height: 6.5, color: colours.suspended } },
        {
          mark: { type: "text", align: "left", dx: 3, fontSize: 5 },
          encoding: { text: { field: "text", type: "nominal" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "diplomat", description: "Office of the diplomat's account" },
        { name: "suspended", description: "Retweets by suspended accounts", unit: "retweets" },
        { name: "suspendedAccounts", description: "Suspended accounts that retweeted the diplomat", unit: "accounts" },
        { name: "retweets", description: "Retweets by accounts of known status", unit: "retweets" },
      ],
      rows,
    },
  };
}

function labelOf({ suspended, suspendedAccounts }: { suspended: number; suspendedAccounts: number }): string {
  return `${wholeNumber(suspended)} by ${wholeNumber(suspendedAccounts)} account${suspendedAccounts === 1 ? "" : "s"}`;
}
