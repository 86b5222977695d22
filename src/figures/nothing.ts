import type { CorpusInfo } from "../corpus/info.js";
import type { Figure } from "./figure.js";
import { figureName } from "./series.js";

/** The figure of a finding that found nothing to draw in a corpus: it says so, instead of being missing. */
export function nothingToDraw(name: string, info: CorpusInfo): Figure {
  const rows = [{ reason: "too few events in this corpus" }];
  return {
    name: figureName(name, info),
    title: `${name}: nothing to draw`,
    subtitle: info.title,
    alt: `There is nothing to draw for ${name}: this corpus has too few events.`,
    basis: info.basis,
    width: "single",
    specification: {
      height: 20,
      mark: { type: "text" },
      encoding: { text: { field: "reason", type: "nominal" } },
    },
    sourceData: { columns: [{ name: "reason", description: "Why nothing is drawn" }], rows },
  };
}
