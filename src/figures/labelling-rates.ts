import type { CorpusInfo } from "../corpus/info.js";
import type { LabellingRatesResults, LabellingRound } from "../findings/labelling-rates.js";
import type { Figure } from "./figure.js";
import { figureName, inOrder, seriesName, seriesScales, sourceNote } from "./series.js";

/** The labelled share in each scrape round with its 95% interval: a row a round, grouped by audited group and platform. */
export function labellingRatesFigure(results: LabellingRatesResults, info: CorpusInfo): Figure {
  const rows = results.rounds.map(roundRow);
  const series = inOrder(rows.map((row) => row.series));
  const scales = seriesScales(series);
  const shown = results.rates.find(({ group, platform }) => group === "diplomat" && platform === "twitter");
  const { count, of, share } = shown?.labelled ?? { count: 0, of: 0, share: null };
  const percent = share === null ? "None" : `${(share * 100).toFixed(1)}%`;
  return {
    name: figureName("labelling-rates", info),
    title: `${percent} of the diplomats on Twitter carried a label on ${results.day}`,
    subtitle: "Accounts labelled as state-affiliated, share of those observed, with 95% Wilson intervals",
    alt:
      `Dots with intervals: the share of observed accounts that carried a state-affiliation label, by scrape round. ` +
      `${rows.map((row) => `${row.series}, ${row.round}: ${row.text}`).join("; ")}. ` +
      `On ${results.day} ${count} of ${of} diplomats on Twitter were labelled.`,
    basis: info.basis,
    note: `${sourceNote(info)}One row a scrape round; an account missing from a round is not counted in it.`,
    width: "single",
    specification: {
      data: { values: rows },
      facet: {
        row: {
          field: "series",
          type: "nominal",
          sort: series,
          title: null,
          header: { labelOrient: "top", labelAnchor: "start" },
        },
      },
      spacing: 6,
      spec: {
        height: { step: 11 },
        encoding: { y: { field: "round", type: "nominal", title: null } },
        layer: [
          { mark: { type: "rule" }, encoding: { x: shareAxis("low"), x2: { field: "high" }, color: scales.color } },
          { mark: { type: "point" }, encoding: { x: shareAxis("share"), color: scales.color, shape: scales.shape } },
          {
            mark: { type: "text", align: "left", dx: 4 },
            encoding: { x: shareAxis("high"), text: { field: "text", type: "nominal" } },
          },
        ],
      },
    },
    sourceData: {
      columns: [
        { name: "series", description: "Group and platform" },
        { name: "round", description: "Day of the scrape round", unit: "UTC day" },
        { name: "labelled", description: "Accounts with a label", unit: "accounts" },
        { name: "observed", description: "Accounts observed in the round", unit: "accounts" },
        { name: "share", description: "Labelled accounts over observed accounts", unit: "share" },
        { name: "low", description: "Lower end of the 95% Wilson interval", unit: "share" },
        { name: "high", description: "Upper end of the 95% Wilson interval", unit: "share" },
      ],
      rows: rows.map(({ text: _text, ...columns }) => columns),
    },
  };
}

function shareAxis(field: string) {
  return {
    field,
    type: "quantitative",
    title: "Labelled accounts, share of those observed",
    axis: { format: ".0%", tickCount: 6, grid: true },
  };
}

function roundRow({ group, platform, round, labelled }: LabellingRound) {
  const series = seriesName(group, platform);
  const { count, of, share, low, high } = labelled;
  return { series, round, labelled: count, observed: of, share, low, high, text: `${count} of ${of}` };
}
