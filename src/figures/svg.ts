import { UserError } from "../errors.js";
import type { Figure } from "./figure.js";
import type { Weight } from "./fonts.js";
import type { Page } from "./page.js";
import { fontFamilies, textSizes, widths } from "./theme.js";

const pointsPerMillimetre = 72 / 25.4;

/** How the same page is written for different readers. */
export interface SvgOptions {
  /** CSS that carries the font; left out where the renderer reads the font files itself. */
  fontFaces: string;
  /** Whether the root gives its size in millimetres, or in points as plain numbers. */
  unit: "mm" | "pt";
}

/** The whole SVG document: size, text alternative, white ground, content. One unit inside is one point. */
export function svgDocument(figure: Figure, { width, height, content }: Page, { fontFaces, unit }: SvgOptions): string {
  const { name, title, alt } = figure;
  const size =
    unit === "mm"
      ? `width="${widths[figure.width].millimetres}mm" height="${Number((height / pointsPerMillimetre).toFixed(2))}mm"`
      : `width="${width}" height="${height}"`;
  const style = fontFaces === "" ? "" : `<style>${fontFaces}</style>`;
  const root = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}"`;
  const described = `role="img" aria-labelledby="${name}-title ${name}-desc"`;
  return [
    `${root} ${described} font-family="${escapeAttribute(fontFamilies)}">`,
    `<title id="${name}-title">${escapeText(title)}</title>`,
    `<desc id="${name}-desc">${escapeText(alt)}</desc>`,
    `${style}<rect width="${width}" height="${height}" fill="white"/>`,
    `${withOwnIds(content, name)}</svg>\n`,
  ].join("\n");
}

/** Two figures in one web page must not share ids. */
function withOwnIds(content: string, name: string): string {
  return content.replace(/<[^>]*>/g, (tag) =>
    tag
      .replace(/ id="/g, `$&${name}-`)
      .replace(/url\(#/g, `$&${name}-`)
      .replace(/ (xlink:)?href="#/g, `$&${name}-`),
  );
}

/** The text that is visible in SVG content, by the weight it is drawn in. */
export function visibleText(content: string): Record<Weight, string> {
  const found: Record<Weight, string> = { regular: "", bold: "" };
  for (const [, attributes = "", inner = ""] of content.matchAll(/<text([^>]*[^/>])>(.*?)<\/text>/gs)) {
    const [, weight = "normal"] = /font-weight="(\w+)"/.exec(attributes) ?? [];
    found[weight === "bold" || Number(weight) >= 600 ? "bold" : "regular"] += unescapeText(
      inner.replace(/<[^>]*>/g, ""),
    );
  }
  return found;
}

/**
 * Holds the house's rule on type: the bundled font, upright, 5 to 7 points.
 *
 * @throws UserError naming what breaks it
 */
export function requireHouseType(content: string): void {
  for (const [tag] of content.matchAll(/<text[^>]*>/g)) {
    const [, size = "none"] = / font-size="([^"]*)px"/.exec(tag) ?? [];
    if (!(Number(size) >= textSizes.smallest && Number(size) <= textSizes.largest)) {
      throw new UserError(
        `text size outside ${textSizes.smallest} to ${textSizes.largest} points: ${size}; change fontSize`,
      );
    }
    const [other] = / font-(family|style)="[^"]*"/.exec(tag) ?? [];
    if (other !== undefined)
      throw new UserError(`type other than upright Arimo:${other}; leave out font and fontStyle`);
  }
}

/** Text for between two tags. @throws UserError if XML cannot hold it */
export function escapeText(text: string): string {
  const [illegal] = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(text) ?? [];
  if (illegal !== undefined)
    throw new UserError(`character that XML cannot hold: ${JSON.stringify(illegal)}; remove it`);
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;");
}

function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
