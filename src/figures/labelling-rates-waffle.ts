import type { CorpusInfo } from "../corpus/info.js";
import type { LabellingRate, LabellingRatesResults, VerifiedByLabel } from "../findings/labelling-rates.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, inOrder, seriesName, sourceNote } from "./series.js";
import { colours } from "./theme.js";
import { laidWaffle, type WaffleLayout, waffleView } from "./waffle.js";

/** Whether there is an account to draw. */
export function canDrawLabellingRatesWaffle({ rates }: LabellingRatesResults): boolean {
  return rates.some(({ labelled }) => labelled.of > 0);
}

const layout: WaffleLayout = { perLine: 30, columns: 2, labels: 17, pitch: 5.2 };

/** Every observed account as a square, dark with a label and with a dot where verified: a panel a group and platform. */
export function labellingRatesWaffleFigure(results: LabellingRatesResults, info: CorpusInfo): Figure {
  const rows = results.rates.flatMap((rate) => partsOf(rate, results.verified));
  const series = inOrder(rows.map((row) => row.series));
  const panels = series.map((name) => ({ heading: headingOf(results.rates, name), parts: squaresOf(rows, name) }));
  const verified = sum(rows.filter(({ label, badge }) => label === "labelled" && badge === "verified"));
  const labelled = sum(rows.filter(({ label, badge }) => label === "labelled" && badge !== "not seen"));
  const unlabelled = sum(rows.filter(({ label, badge }) => label === "unlabelled" && badge === "verified"));
  return {
    name: figureName("labelling-rates-waffle", info),
    title: `${verified} of ${labelled} labelled accounts were verified, and ${unlabelled} unlabelled ones`,
    subtitle: `Accounts by label and verification badge on ${results.day}; a square is an account`,
    alt:
      `Squares, one an account, by label and badge on ${results.day}. ` +
      `${series.map((name) => `${headingOf(results.rates, name)}, of them ${textOf(rows, name)}`).join("; ")}.`,
    basis: info.basis,
    note: `${sourceNote(info)}Dark: labelled as state-affiliated. Dot: verified.`,
    width: panels.length > 1 ? "double" : "single",
    specification: waffleView(laidWaffle(panels, layout), layout.pitch),
    sourceData: {
      columns: [
        { name: "series", description: "Group and platform" },
        { name: "label", description: "Whether the account carried a state-affiliation label" },
        { name: "badge", description: "Whether it carried the verification badge, or that was not seen" },
        { name: "accounts", description: "Accounts of that kind", unit: "accounts" },
      ],
      rows,
    },
  };
}

interface PartRow extends Record<string, string | number> {
  series: string;
  label: VerifiedByLabel["label"];
  badge: "verified" | "not verified" | "not seen";
  accounts: number;
}

function partsOf({ group, platform, labelled }: LabellingRate, badges: VerifiedByLabel[]): PartRow[] {
  const series = seriesName(group, platform);
  const all = { labelled: labelled.count, unlabelled: labelled.of - labelled.count };
  return (["labelled", "unlabelled"] as const).flatMap((label) => {
    const seen = badges.find((one) => one.group === group && one.platform === platform && one.label === label);
    const { count = 0, of = 0 } = seen?.verified ?? {};
    return [
      { series, label, badge: "verified" as const, accounts: count },
      { series, label, badge: "not verified" as const, accounts: of - count },
      { series, label, badge: "not seen" as const, accounts: all[label] - of },
    ].filter(({ accounts }) => accounts > 0);
  });
}

function squaresOf(rows: PartRow[], series: string) {
  return rows
    .filter((row) => row.series === series)
    .map(({ label, badge, accounts }) => ({
      part: `${label === "labelled" ? "Label" : "No label"}, ${badge === "not seen" ? "badge not seen" : badge}`,
      text: wholeNumber(accounts),
      squares: accounts,
      colour: label === "labelled" ? colours.labelled : colours.unlabelled,
      dot: badge !== "verified" ? null : label === "labelled" ? "#FFFFFF" : colours.labelled,
    }));
}

function headingOf(rates: LabellingRate[], series: string): string {
  const rate = rates.find(({ group, platform }) => seriesName(group, platform) === series);
  const { count = 0, of = 0, share = null } = rate?.labelled ?? {};
  const percent = share === null ? "" : ` (${(share * 100).toFixed(1)}%)`;
  return `${series}: ${count} of ${of} labelled${percent}`;
}

function textOf(rows: PartRow[], series: string): string {
  const own = rows.filter((row) => row.series === series);
  return own.map(({ label, badge, accounts }) => `${accounts} ${label} and ${badge}`).join(", ");
}

function sum(rows: PartRow[]): number {
  return rows.reduce((all, { accounts }) => all + accounts, 0);
}
