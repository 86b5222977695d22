import { type Point, placeScale } from "./robustness-curve.js";
import type { OptionLines } from "./robustness-options.js";
import { colours, ink, textSizes } from "./theme.js";

/** Points. */
const lineHeight = 6.6;

/** Under each point of a curve a mark at every option that made it; the usual options in grey. */
export function markerView(points: readonly Point[], { options, lines }: OptionLines, step: number) {
  const usual = points.find((point) => point.usual)?.choices;
  const marks = points.flatMap(({ place, choices }) =>
    options.flatMap(({ dimension, option, line }) =>
      choices[dimension] === option ? [{ place, line, departs: usual?.[dimension] !== option }] : [],
    ),
  );
  const encoding = { x: placeScale(points.length), y: lineScale(lines) };
  const mark = { type: "tick", orient: "vertical", size: 0.62 * lineHeight, thickness: 0.8 * step };
  return {
    height: lines * lineHeight,
    layer: [
      {
        data: { values: options.map(({ line }) => ({ line })) },
        mark: { type: "rule", strokeWidth: 0.3, color: colours.unlabelled },
        encoding: { y: lineScale(lines) },
      },
      { data: { values: marks.filter(({ departs }) => !departs) }, mark: { ...mark, color: "#ABABAB" }, encoding },
      { data: { values: marks.filter(({ departs }) => departs) }, mark: { ...mark, color: ink }, encoding },
    ],
  };
}

/** The names of the options, beside their lines. */
export function labelView({ options, headings, lines }: OptionLines) {
  const text = { field: "label", type: "nominal" };
  return {
    height: lines * lineHeight,
    layer: [
      {
        data: { values: headings },
        mark: { type: "text", align: "left", x: 0, fontWeight: "bold", fontSize: textSizes.smallest },
        encoding: { y: lineScale(lines), text },
      },
      {
        data: { values: options },
        mark: { type: "text", align: "right", x: "width", fontSize: textSizes.smallest },
        encoding: { y: lineScale(lines), text },
      },
    ],
  };
}

function lineScale(lines: number) {
  return {
    field: "line",
    type: "quantitative",
    axis: null,
    scale: { domain: [-0.5, lines - 0.5], nice: false, zero: false, reverse: true },
  };
}
