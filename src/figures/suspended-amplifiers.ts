import type { CorpusInfo } from "../corpus/info.js";
import type { SuspendedAmplifiersResults } from "../findings/suspended-amplifiers.js";
import { fewestRetweets, type SuspendedShare } from "../findings/suspended-shares.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink } from "./theme.js";

/** So many diplomats are drawn, those with the highest shares. */
const shown = 25;

/** Whether there is a diplomat to draw. */
export function canDrawSuspendedAmplifiers({ diplomats }: SuspendedAmplifiersResults): boolean {
  return diplomats.length > 0;
}

/**
 * The share of each diplomat's retweets that came from suspended accounts, with both intervals, and the share of all
 * diplomats as a line: the highest shares on the study's first status day.
 */
export function suspendedAmplifiersFigure(results: SuspendedAmplifiersResults, info: CorpusInfo): Figure {
  const onDay = firstDay(results);
  const rows = named(onDay.slice(0, shown)).map(shareRow);
  const all = results.statuses.find(({ retweeted }) => retweeted === "diplomat")?.suspendedRetweets;
  const overall = [{ share: all?.share ?? 0, text: `all diplomats ${percent(all?.share ?? null)}` }];
  const [first] = rows;
  const day = onDay[0]?.day ?? "";
  const share = (field: string, title: string | null = axisTitle) => ({
    field,
    type: "quantitative",
    title,
    scale: { domainMin: 0 },
    axis: { format: ".0%", tickCount: 6, grid: true },
  });
  return {
    name: figureName("suspended-amplifiers", info),
    title: `Up to ${percent(first?.share ?? null)} of a diplomat's retweets came from suspended accounts`,
    subtitle: `Accounts suspended on ${day}; the ${rows.length} highest shares of ${onDay.length} diplomats with over ${fewestRetweets} retweets`,
    alt:
      `Dots with intervals: the share of a diplomat's retweets by accounts that were suspended on ${day}, for the ` +
      `${rows.length} highest of ${onDay.length} diplomats with more than ${fewestRetweets} retweets. ` +
      `${rows.map((row) => `${row.diplomat}: ${row.text} (${percent(row.share)})`).join("; ")}. ` +
      `All diplomats together: ${percent(all?.share ?? null)}.`,
    basis: info.basis,
    note: `${sourceNote(info)}95% intervals. Thick: Wilson, retweet by retweet. Thin: whole accounts resampled.`,
    width: "single",
    specification: {
      data: { values: rows },
      height: { step: 9.5 },
      encoding: { y: { field: "diplomat", type: "nominal", sort: rows.map(({ diplomat }) => diplomat), title: null } },
      layer: [
        {
          data: { values: overall },
          mark: { type: "rule", strokeDash: [2, 2], color: colours.reference },
          encoding: { x: share("share"), y: { value: 0 }, y2: { value: "height" } },
        },
        {
          mark: { type: "rule", strokeWidth: 0.6, color: ink },
          encoding: { x: share("accountLow"), x2: { field: "accountHigh" } },
        },
        {
          mark: { type: "rule", strokeWidth: 2.6, color: "#A9A9A9" },
          encoding: { x: share("low"), x2: { field: "high" } },
        },
        { mark: { type: "point", size: 12, color: colours.suspended }, encoding: { x: share("share") } },
        {
          mark: { type: "text", align: "left", dx: 3, fontSize: 5 },
          encoding: { x: share("labelAt"), text: { field: "text", type: "nominal" } },
        },
        {
          data: { values: overall },
          mark: { type: "text", align: "left", baseline: "bottom", dx: -8, dy: -1, fontSize: 5 },
          encoding: { x: share("share"), y: { value: 0 }, text: { field: "text", type: "nominal" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "diplomat", description: "Office of the diplomat's account" },
        { name: "suspended", description: "Retweets by suspended accounts", unit: "retweets" },
        { name: "retweets", description: "Retweets by accounts of known status", unit: "retweets" },
        { name: "share", description: "The first over the second", unit: "share" },
        { name: "low", description: "Lower end of the 95% Wilson interval", unit: "share" },
        { name: "high", description: "Upper end of the 95% Wilson interval", unit: "share" },
        { name: "accountLow", description: "Lower end of the 95% interval from resampled accounts", unit: "share" },
        { name: "accountHigh", description: "Upper end of the 95% interval from resampled accounts", unit: "share" },
      ],
      rows: rows.map(({ text: _text, labelAt: _labelAt, ...columns }) => columns),
    },
  };
}

const axisTitle = "Retweets by suspended accounts, share of all";

/** The diplomats as observed on the first status day, the highest share first. */
export function firstDay({ diplomats }: SuspendedAmplifiersResults): SuspendedShare[] {
  return diplomats.filter(({ day }) => day === diplomats[0]?.day);
}

/** Diplomats with a name that tells them apart: where two have the same, the account id stands behind it. */
export function named<Row extends { principal: string; name: string }>(
  diplomats: readonly Row[],
): (Row & { diplomat: string })[] {
  return diplomats.map((row) => {
    const alone = diplomats.filter(({ name }) => name === row.name).length === 1;
    return { ...row, diplomat: alone ? row.name : `${row.name} (${row.principal})` };
  });
}

function shareRow({ diplomat, suspended, byAccount }: SuspendedShare & { diplomat: string }) {
  const { count, of, share, low, high } = suspended;
  const accountLow = byAccount?.low ?? null;
  const accountHigh = byAccount?.high ?? null;
  const text = `${wholeNumber(count)} of ${wholeNumber(of)}`;
  const labelAt = Math.max(high, accountHigh ?? high);
  return { diplomat, suspended: count, retweets: of, share, low, high, accountLow, accountHigh, text, labelAt };
}

function percent(share: number | null): string {
  return share === null ? "none" : `${(share * 100).toFixed(1)}%`;
}
