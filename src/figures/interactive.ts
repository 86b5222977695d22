import type { Figure } from "./figure.js";

/**
 * A figure as a vega-lite specification that a front end draws by itself, with its rows inside: as in `renderFigure`, but in the front
 * end's size and type, and with a tooltip at each mark.
 *
 * @example
 * interactiveSpecification(labellingRatesFigure(results, corpus.info));
 */
export function interactiveSpecification({ title, subtitle, alt, basis, specification, sourceData }: Figure): object {
  return {
    description: alt,
    title: { text: title, subtitle: `${subtitle} (${basis})`, anchor: "start" },
    data: { values: sourceData.rows },
    config: { mark: { tooltip: true } },
    ...specification,
  };
}
