import type { CorpusInfo } from "../corpus/info.js";
import type { DetectedAccount } from "../findings/detected-accounts.js";
import type { NetworkDetectionResults } from "../findings/network-detection.js";
import { proportionText, wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours, shapes } from "./theme.js";

/** Whether there is a group to draw. */
export function canDrawNetworkDetection({ members }: NetworkDetectionResults): boolean {
  return members > 0;
}

const [network, others] = ["Members of the network", "Other accounts that met it"];
const [byChance, observed] = ["Meetings that chance gives", "Meetings with the network"];
const least = 0.4;

/** Whoever met it less often than twice is not tried. */
const fewest = 1.7;

/** Meetings with the network against what chance gives: a point an account. */
export function networkDetectionFigure(results: NetworkDetectionResults, info: CorpusInfo): Figure {
  const { members, accounts, pool, chance, groups, statuses } = results;
  const rows = accounts.map(({ member, expectedTogether, together }) => ({
    kind: member ? network : others,
    expected: Math.max(least, expectedTogether),
    together,
  }));
  const most = 1.15 * Math.max(...rows.map(({ together, expected }) => Math.max(together, expected)));
  const last = statuses.filter((status) => status.accounts === "members").at(-1);
  const balance = Math.round(Math.max(...groups.map((group) => group.balance)));
  return {
    name: figureName("network-detection", info),
    title: `${members} accounts met one another more often than chance has it`,
    subtitle: `Met: acted on the same post within a minute; ${wholeNumber(pool)} accounts were tried, the ${wholeNumber(accounts.length)} that met the network twice or more are drawn`,
    alt:
      `Scatter plot on logarithmic scales: ${wholeNumber(accounts.length)} accounts that were at least twice together with the network within ` +
      `a minute, by how often chance gives that and how often it was. The ${members} members lie above the line of equality ` +
      `(median ${median(accounts, true)} meetings, ${medianExpected(accounts, true)} expected), the others around and below it ` +
      `(median ${median(accounts, false)} meetings, ${medianExpected(accounts, false)} expected). The group's balance is ${wholeNumber(balance)}, ` +
      `the highest of ${chance.length} shuffles ${Math.max(0, ...chance).toFixed(0)}.` +
      `${last ? ` By ${last.day} ${proportionText(last.gone)} of the members were suspended or deleted, which the detector does not see.` : ""}`,
    basis: info.basis,
    note: `${sourceNote(info)}Chance: labels exchanged within post and delay, and times moved by up to five minutes.${accounts.some(({ expectedTogether }) => expectedTogether < least) ? ` Expected counts below ${least} are drawn at ${least}.` : ""}`,
    width: "single",
    specification: {
      width: 215,
      height: 190,
      layer: [
        {
          data: { values: [fewest, most].map((value) => ({ value })) },
          mark: { type: "line", strokeWidth: 0.5, strokeDash: [2, 2], color: colours.reference },
          encoding: { x: logarithmic("value", byChance, least, most), y: logarithmic("value", observed, fewest, most) },
        },
        {
          data: { values: rows },
          mark: { type: "point", size: 9, opacity: 0.75 },
          encoding: {
            x: logarithmic("expected", byChance, least, most),
            y: logarithmic("together", observed, fewest, most),
            color: {
              field: "kind",
              type: "nominal",
              title: null,
              scale: { domain: [network, others], range: [colours.network, colours.benchmarkGroup] },
            },
            shape: {
              field: "kind",
              type: "nominal",
              title: null,
              scale: { domain: [network, others], range: [shapes.network, shapes.benchmarkGroup] },
            },
          },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "kind", description: "Whether the account is a member" },
        { name: "expected", description: `Meetings that chance gives, at least ${least}` },
        { name: "together", description: "Meetings within a minute on the same post" },
      ],
      rows,
    },
  };
}

function logarithmic(field: string, title: string, from: number, to: number) {
  return {
    field,
    type: "quantitative",
    title,
    scale: { type: "log", domain: [from, to], nice: false },
    axis: { values: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000], format: "~g", grid: false },
  };
}

function median(accounts: readonly DetectedAccount[], members: boolean): number {
  return middle(accounts.filter(({ member }) => member === members).map(({ together }) => together));
}

function medianExpected(accounts: readonly DetectedAccount[], members: boolean): number {
  return middle(accounts.filter(({ member }) => member === members).map(({ expectedTogether }) => expectedTogether));
}

function middle(values: number[]): number {
  const sorted = values.sort((one, other) => one - other);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1));
}
