import type { CorpusInfo } from "../corpus/info.js";
import type { PeakWeekSharesResults } from "../findings/peak-week-shares.js";
import { actionKinds, offices } from "../findings/shares/focus-actions.js";
import type { Series } from "../findings/shares/series.js";
import { type ShareClass, shareClasses } from "../findings/shares/share-classes.js";
import { middleOf } from "./peak-week-shares.js";
import { partColours, partLabel, seriesTitle } from "./share-parts.js";

/** A plot as plotly.js draws it: traces, layout and settings, with the rows inside. */
export interface InteractivePlot {
  data: object[];
  layout: object;
  config: object;
}

const places: Series[] = actionKinds.flatMap((kind) => offices.map((office) => ({ office, kind })));

/**
 * The weekly shares to explore in a notebook with plotly.js: a panel for each office and kind, pointing at a week names it and counts
 * its parts, and the legend hides a part in all panels. The static figure is `peakWeekSharesFigure`.
 *
 * @example
 * peakWeekSharesPlot(results, corpus.info);
 */
export function peakWeekSharesPlot(results: PeakWeekSharesResults, info: CorpusInfo): InteractivePlot {
  return {
    data: places.flatMap((series, at) => shareClasses.map((part) => trace(results, series, part, at))),
    layout: {
      title: { text: `Retweets and replies of each week by who made them (${info.basis})`, font: { size: 14 } },
      height: 640,
      hovermode: "x unified",
      grid: { rows: 2, columns: 2, pattern: "independent" },
      legend: { orientation: "h", y: -0.1 },
      annotations: places.map((series, at) => heading(seriesTitle(series), at)),
      shapes: places.map((_, at) => lineOfHalf(at)),
      ...Object.fromEntries(places.flatMap((_, at) => axes(at, results))),
    },
    config: { responsive: true, displaylogo: false },
  };
}

function trace(results: PeakWeekSharesResults, { office, kind }: Series, part: ShareClass, at: number): object {
  const weeks = results.weekly.filter((row) => row.office === office && row.kind === kind && row.network.of > 0);
  return {
    type: "scatter",
    mode: "lines",
    x: weeks.map(middleOf),
    y: weeks.map(({ classes, network }) => classes[part] / network.of),
    customdata: weeks.map(({ week, classes, network }) => [week, classes[part], network.of]),
    hovertemplate: "%{y:.1%} (%{customdata[1]:,} of %{customdata[2]:,}, week of %{customdata[0]})",
    name: partLabel(part, results.queries),
    stackgroup: String(at),
    legendgroup: part,
    showlegend: at === 0,
    line: { width: 0.5, color: "#FFFFFF" },
    fillcolor: partColours[part],
    xaxis: axisName("x", at),
    yaxis: axisName("y", at),
  };
}

/** Plotly calls the first axis `x` and the second `x2`. */
function axisName(letter: "x" | "y", at: number): string {
  return at === 0 ? letter : `${letter}${at + 1}`;
}

function axes(at: number, { window: { from, to } }: PeakWeekSharesResults): [string, object][] {
  const suffix = at === 0 ? "" : String(at + 1);
  return [
    [`xaxis${suffix}`, { type: "date", range: [from, to] }],
    [`yaxis${suffix}`, { range: [0, 1], tickformat: ".0%" }],
  ];
}

function heading(text: string, at: number): object {
  const domains = { xref: `${axisName("x", at)} domain`, yref: `${axisName("y", at)} domain` };
  return { text, showarrow: false, x: 0, y: 1.12, xanchor: "left", ...domains };
}

function lineOfHalf(at: number): object {
  const across = { xref: `${axisName("x", at)} domain`, x0: 0, x1: 1 };
  const half = { yref: axisName("y", at), y0: 0.5, y1: 0.5 };
  return { type: "line", ...across, ...half, line: { dash: "dash", width: 1, color: "#222222" } };
}
