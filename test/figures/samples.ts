import type { Figure } from "../../src/figures/figure.js";
import { colours, dashes, type Meaning, shapes } from "../../src/figures/theme.js";

const series: { name: string; meaning: Meaning; accounts: number; start: number }[] = [
  { name: "Diplomats, Twitter", meaning: "diplomatTwitter", accounts: 189, start: 2010 },
  { name: "State media, Twitter", meaning: "stateMediaTwitter", accounts: 176, start: 2009 },
  { name: "Diplomats, Facebook", meaning: "diplomatFacebook", accounts: 84, start: 2011 },
  { name: "State media, Facebook", meaning: "stateMediaFacebook", accounts: 52, start: 2008 },
];
const names = series.map(({ name }) => name);
const meanings = series.map(({ meaning }) => meaning);
const scales = {
  color: {
    field: "series",
    scale: { domain: names, range: meanings.map((meaning) => colours[meaning]) },
    legend: null,
  },
  shape: { field: "series", scale: { domain: names, range: meanings.map((meaning) => shapes[meaning]) }, legend: null },
  strokeDash: {
    field: "series",
    scale: { domain: names, range: meanings.map((meaning) => dashes[meaning]) },
    legend: null,
  },
};

/** Step lines in time with labels at their ends: time scale, dashes, text beyond the plot. */
export function stepLines(width: Figure["width"]): Figure {
  const rows = series.flatMap(({ name, accounts, start }) =>
    Array.from({ length: 2022 - start }, (_, year) => {
      const grown = Math.round(accounts * ((year + 1) / (2022 - start)) ** 3);
      return { series: name, day: `${start + year}-03-01`, accounts: grown };
    }),
  );
  const ends = rows.filter((row, at) => rows[at + 1]?.series !== row.series);
  return {
    name: `step-lines-${width}`,
    title: "Most diplomats' accounts were opened after 2019",
    subtitle:
      "Cumulative number of audited accounts by creation date; n = 501 accounts in four groups, of which 273 diplomats'",
    alt: "Step lines. Diplomats on Twitter reach 189 accounts, state media 176; on Facebook 84 and 52.",
    basis: "synthetic twin",
    note: "Numbers made for this drawing. Accounts without a creation date are left out. Platforms as observed on 1 March 2021.",
    width,
    specification: {
      height: 120,
      encoding: {
        x: { field: "day", type: "temporal", title: "Account created (year, UTC)" },
        y: { field: "accounts", type: "quantitative", title: "Accounts (cumulative number)" },
      },
      layer: [
        {
          mark: { type: "line", interpolate: "step-after" },
          encoding: { color: scales.color, strokeDash: scales.strokeDash },
        },
        {
          data: { values: ends },
          mark: { type: "text", align: "left", dx: 3 },
          encoding: { text: { field: "series" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "series", description: "Group and platform" },
        { name: "day", description: "Day", unit: "UTC day" },
        { name: "accounts", description: "Accounts created up to and on that day", unit: "accounts" },
      ],
      rows,
    },
  };
}

/** Proportions with intervals in facet rows: shapes, bold facet headings, a percent axis. */
export function dotsAndIntervals(width: Figure["width"]): Figure {
  const rows = series.flatMap(({ name, accounts }, at) =>
    ["1 Aug 2020", "1 Mar 2021", "14 Apr 2022"].map((round, roundAt) => {
      const share = 0.1 + 0.12 * at + 0.05 * roundAt;
      const half = 1.1 / Math.sqrt(accounts);
      return { series: name, round, share, low: Math.max(0, share - half), high: share + half };
    }),
  );
  return {
    name: `dots-and-intervals-${width}`,
    title:
      "Fewer diplomats' accounts than state media's accounts carried the label, on either platform and in every round",
    subtitle: "Share of observed accounts with a state-affiliation label, with 95% Wilson intervals",
    alt: "Dots with intervals by group and round: 10% to 20% of diplomats on Twitter, up to 56% of state media on Facebook.",
    basis: "real data",
    note: "Numbers made for this drawing.",
    width,
    specification: {
      facet: {
        row: {
          field: "series",
          type: "nominal",
          sort: names,
          title: null,
        },
      },
      spec: {
        height: { step: 10 },
        encoding: { y: { field: "round", type: "nominal", sort: null, title: null } },
        layer: [
          {
            mark: "rule",
            encoding: {
              x: {
                field: "low",
                type: "quantitative",
                title: "Labelled accounts (share of those observed)",
                axis: { format: ".0%", grid: true },
                scale: { domain: [0, 0.8] },
              },
              x2: { field: "high" },
              color: scales.color,
            },
          },
          {
            mark: { type: "point", size: 22 },
            encoding: { x: { field: "share", type: "quantitative" }, color: scales.color, shape: scales.shape },
          },
        ],
      },
    },
    sourceData: {
      columns: ["series", "round", "share", "low", "high"].map((name) => ({ name, description: name })),
      rows,
    },
  };
}
