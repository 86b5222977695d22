import { UserError } from "../errors.js";
import { drawPlot, type Plot } from "./plot.js";

/** Vega rounds the size of each column of views up to whole points, so a plot that misses its room by this much fills it. */
const slack = 1;
const smallestView = 20;

/**
 * Draws a specification as wide as the room it has, axes and labels included, to within a point for each column of views: every view
 * without a width of its own gets the same share. Where all views have one, the plot may come out narrower.
 *
 * @throws UserError if it does not fit
 */
export async function drawFitted(specification: object, room: number): Promise<Plot> {
  const plot = hasFreeView(specification) ? await drawShared(specification, room) : await drawPlot(specification);
  if (plot.width <= room) return plot;
  const size = `${plot.width.toFixed(1)} of ${room.toFixed(1)} points`;
  throw new UserError(`plot wider than its page: ${size}; give its views less width, or shorten labels`);
}

/** But for rounding, the plot's width grows in a straight line with that of its views, so that two drawings lead to a third that fits. */
async function drawShared(specification: object, room: number): Promise<Plot> {
  const draw = (width: number) => drawPlot(withWidth(specification, Math.max(smallestView, width)));
  const [narrow, wide] = [room / 4, room / 2];
  const before = await draw(narrow);
  let plot = await draw(wide);
  let best = plot;
  const slope = Math.max(1, Math.round((plot.width - before.width) / (wide - narrow)));
  for (let [step, width] = [0, wide]; step < 6 && !fills(plot, room); step += 1) {
    width += (room - slack / 2 - plot.width) / slope;
    plot = await draw(width);
    if (plot.width <= room && (best.width > room || plot.width > best.width)) best = plot;
  }
  return fills(plot, room) ? plot : best;
}

function fills({ width }: Plot, room: number): boolean {
  return width <= room && width >= room - slack;
}

type Part = Record<string, unknown>;
const rows = ["concat", "hconcat", "vconcat"];

function hasFreeView(part: object): boolean {
  let free = false;
  eachView(part, (view) => {
    free ||= !("width" in view);
    return view;
  });
  return free;
}

function withWidth(part: object, width: number): object {
  return eachView(part, (view) => ("width" in view ? view : { ...view, width }));
}

/** Replaces the views of a specification: what has marks or layers, inside whatever concatenates or repeats it. */
function eachView(part: object, replace: (view: object) => object): object {
  const { spec, ...rest }: Part = { ...part };
  if (typeof spec === "object" && spec !== null) return { ...rest, spec: eachView(spec, replace) };
  const row = rows.find((name) => name in part);
  if (row === undefined) return replace(part);
  const views = (part as Part)[row] as object[];
  return { ...part, [row]: views.map((view) => eachView(view, replace)) };
}
