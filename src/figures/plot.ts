import type { Spec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { UserError } from "../errors.js";
import { bundledFonts } from "./fonts.js";
import { vegaLiteConfig } from "./theme.js";
import { requireUniversalTime, withUtcDates, withUtcScales } from "./universal-time.js";

/** A drawn plot; lengths in points. */
export interface Plot {
  width: number;
  height: number;
  /** SVG elements, drawn from (0, 0) to (width, height). */
  content: string;
}

// vega's evaluation awaits at the top of its modules, which a notebook's require() refuses: import it only inside functions.
async function loadVega() {
  const [vega, vegaLite, fonts] = await Promise.all([import("vega"), import("vega-lite"), bundledFonts()]);
  vega.textMetrics.canvas(false);
  vega.textMetrics.width = ({ fontSize = 11, fontWeight = "normal" }, text) => {
    const weight = fontWeight === "bold" || Number(fontWeight) >= 600 ? "bold" : "regular";
    return fonts.width(String(text ?? "").trim(), fontSize, weight);
  };
  return { vega, vegaLite };
}

let loading: ReturnType<typeof loadVega> | undefined;
let lastPlot: Promise<unknown> = Promise.resolve();

/**
 * Draws a vega-lite specification. One at a time, because vega numbers its ids for the whole process.
 *
 * @throws UserError if vega has a warning, or the drawing would depend on the time zone, the clock or chance
 */
export function drawPlot(specification: object): Promise<Plot> {
  const plot = lastPlot.then(() => drawNow(specification));
  lastPlot = plot.catch(() => undefined);
  return plot;
}

async function drawNow(specification: object): Promise<Plot> {
  loading ??= loadVega();
  const { vega, vegaLite } = await loading;
  const warnings: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, parts) => warnings.push(parts.join(" ")));
  const top = { ...(withUtcScales(structuredClone(specification)) as object), autosize: "pad", config: vegaLiteConfig };
  const compiled: Spec = withUtcDates(vegaLite.compile(top as TopLevelSpec, { logger }).spec);
  requireUniversalTime(compiled);
  vega.resetSVGDefIds();
  const loader = { ...vega.loader(), load: (uri: string) => Promise.reject(new Error(`figures load nothing: ${uri}`)) };
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger, loader });
  try {
    const svg = await view.toSVG();
    if (warnings.length > 0) throw new UserError(`vega warns: ${warnings.join("; ")}; change the specification`);
    return plotOf(svg);
  } finally {
    view.finalize();
  }
}

function plotOf(svg: string): Plot {
  const [opening = "", width, height] = /^<svg [^>]* viewBox="0 0 ([\d.]+) ([\d.]+)">/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error("vega's SVG has no view box; was vega updated?");
  return { width: Number(width), height: Number(height), content: tidy(svg.slice(opening.length, -"</svg>".length)) };
}

/**
 * Drops the font name from every text, since the page sets it once; dashes without gaps, which PDF does not know; what is hidden; and
 * roles for screen readers, who are told the figure's own description. Rounds the coordinates.
 */
function tidy(content: string): string {
  return content.replace(/<path[^>]* display="none"\/>/g, "").replace(/<[^>]*>/g, (tag) =>
    tag
      .replaceAll(' font-family="Arimo"', "")
      .replace(/ (role|aria-[a-z]+|pointer-events)="[^"]*"/g, "")
      .replace(/ stroke-dasharray="[\d.]+,0"/, "")
      .replace(/ (transform|d|x|y|x1|x2|y1|y2|width|height)="([^"]*)"/g, (_, name: string, value: string) => {
        return ` ${name}="${value.replace(/-?\d+\.\d{4,}(e-?\d+)?/g, (number) => String(rounded(Number(number))))}"`;
      }),
  );
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
