import type { CorpusInfo } from "../corpus/info.js";
import type { CreationDaysResults } from "../findings/creation-days.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours } from "./theme.js";

/** Whether there is a day to draw. */
export function canDrawCreationDays({ shown }: CreationDaysResults): boolean {
  return shown.length > 0;
}

/** On which days the accounts of a network were created: a stem a day with at least five of them. */
export function creationDaysFigure(results: CreationDaysResults, info: CorpusInfo): Figure {
  const { accounts, days, busiest, inBusiest, shown } = results;
  const drawn = shown.reduce((sum, one) => sum + one.accounts, 0);
  const percent = inBusiest.share === null ? "none" : `${(inBusiest.share * 100).toFixed(1)}%`;
  const labels = shown
    .filter(({ day }) => busiest.slice(0, 3).some((busy) => busy.day === day))
    .map((one) => ({ ...one, text: `${one.accounts} on ${one.day}` }));
  const rest = `${wholeNumber(accounts - drawn)} accounts on ${wholeNumber(days - shown.length)} other days`;
  return {
    name: figureName("creation-days", info),
    title: `${inBusiest.count} of ${accounts} accounts (${percent}) were created on five days`,
    subtitle: "Accounts of a network by the day of their creation; a stem is a day with at least five",
    alt:
      `Stems of the accounts created on a day, for the ${shown.length} days with at least five of the network's ` +
      `${wholeNumber(accounts)} accounts. The busiest: ${busiest.map((one) => `${one.accounts} on ${one.day}`).join(", ")}; ` +
      `together ${inBusiest.count} (${percent}). Not drawn: ${rest}.`,
    basis: info.basis,
    note: `${sourceNote(info)}Not drawn: ${rest}.`,
    width: "single",
    specification: {
      height: 100,
      encoding: {
        x: {
          field: "day",
          type: "temporal",
          title: "Creation date",
          scale: { nice: "year" },
          axis: { tickCount: "year", format: "%Y" },
        },
        y: {
          field: "accounts",
          type: "quantitative",
          title: "Accounts created on the day",
          axis: { tickCount: 5, grid: false },
        },
      },
      layer: [
        { mark: { type: "rule", color: colours.network, strokeWidth: 0.8 }, encoding: { y2: { datum: 0 } } },
        { mark: { type: "point", color: colours.network, shape: "circle", size: 8 } },
        {
          data: { values: labels },
          mark: { type: "text", align: "right", baseline: "middle", dx: -5 },
          encoding: { text: { field: "text", type: "nominal" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "day", description: "Day on which at least five of the accounts were created", unit: "UTC day" },
        { name: "accounts", description: "Accounts created on that day", unit: "accounts" },
      ],
      rows: shown.map(({ day, accounts: created }) => ({ day, accounts: created })),
    },
  };
}
