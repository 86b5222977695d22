import { UserError } from "../errors.js";
import type { Figure, RenderedFigure } from "./figure.js";
import { drawFitted } from "./fit.js";
import { bundledFonts, type Fonts, fontFace } from "./fonts.js";
import { nothingInstead } from "./nothing.js";
import { composePage, type Page, sideMargin } from "./page.js";
import { pdfOf } from "./pdf.js";
import { pngOf } from "./png.js";
import { sourceDataCsv } from "./source-data.js";
import { requireHouseType, svgDocument, visibleText } from "./svg.js";
import { widths } from "./theme.js";

/**
 * Draws a figure in every format it is published in. The same figure gives the same bytes, in whatever time zone, locale or process. One
 * without rows says that there is nothing to draw.
 *
 * @throws UserError, beginning with the figure's name, if its name is no file stem, vega has a warning, the plot does not fit the page,
 * text is outside 5 to 7 points or has a character that the bundled font lacks, or the drawing would depend on time zone or chance
 *
 * @example
 * const { svg } = await renderFigure(figure);
 */
export async function renderFigure(figure: Figure): Promise<RenderedFigure> {
  try {
    return await render(figure.sourceData.rows.length === 0 ? nothingInstead(figure) : figure);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    throw new UserError(`figure ${figure.name}: ${thrown.message}`, { cause: thrown });
  }
}

async function render(figure: Figure): Promise<RenderedFigure> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(figure.name)) {
    throw new UserError("name is not a file stem; use lower-case letters, digits and hyphens");
  }
  const csv = sourceDataCsv(figure.sourceData);
  const fonts = await bundledFonts();
  const { points, millimetres } = widths[figure.width];
  const specification = { data: { values: figure.sourceData.rows }, ...figure.specification };
  const page = composePage(figure, await drawFitted(specification, points - 2 * sideMargin), fonts);
  const fontFaces = await checkedFontFaces(page, fonts);
  const bare = svgDocument(figure, page, { fontFaces: "", unit: "pt" });
  const { width, height } = page;
  return {
    svg: svgDocument(figure, page, { fontFaces, unit: "mm" }),
    pdf: await pdfOf(bare, { title: figure.title, subject: figure.alt, width, height }),
    png: await pngOf(bare, millimetres),
    sourceDataCsv: csv,
  };
}

async function checkedFontFaces({ content }: Page, fonts: Fonts): Promise<string> {
  requireHouseType(content);
  const text = visibleText(content);
  const faces: string[] = [];
  for (const weight of ["regular", "bold"] as const) {
    fonts.requireGlyphs(text[weight], weight);
    if (text[weight] !== "") faces.push(await fontFace(text[weight], weight));
  }
  return faces.join("");
}
