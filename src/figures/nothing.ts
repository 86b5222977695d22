import type { CorpusInfo } from "../corpus/info.js";
import type { Figure } from "./figure.js";
import { figureName } from "./series.js";

/** The figure of a finding that found nothing to draw in a corpus: it says so, instead of being missing. */
export function nothingToDraw(name: string, info: CorpusInfo): Figure {
  return nothingInstead({ name: figureName(name, info), subtitle: info.title, basis: info.basis });
}

/** The same in place of a figure that has no rows. */
export function nothingInstead({ name, subtitle, basis }: Pick<Figure, "name" | "subtitle" | "basis">): Figure {
  const rows = [{ reason: "too few events in this corpus" }];
  return {
    name,
    title: `${name}: nothing to draw`,
    subtitle,
    alt: `There is nothing to draw for ${name}: this corpus has too few events.`,
    basis,
    width: "single",
    specification: {
      height: 20,
      mark: { type: "text" },
      encoding: { text: { field: "reason", type: "nominal" } },
    },
    sourceData: { columns: [{ name: "reason", description: "Why nothing is drawn" }], rows },
  };
}
