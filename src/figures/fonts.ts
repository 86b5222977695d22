import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Font } from "fontkit";
import { UserError } from "../errors.js";

/** The two weights that figures use. */
export type Weight = "regular" | "bold";

const require = createRequire(import.meta.url);

/** Arimo: metric-compatible with Arial, SIL Open Font License 1.1. */
export const fontFiles: Record<Weight, string> = {
  regular: require.resolve("@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"),
  bold: require.resolve("@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf"),
};

/** Measures text in the bundled font and knows which characters it has. */
export class Fonts {
  private readonly measured = new Map<string, number>();

  private constructor(private readonly byWeight: Record<Weight, Font>) {}

  /** Reads the font files. */
  static async load(): Promise<Fonts> {
    const fontkit = await import("fontkit");
    const open = async (weight: Weight): Promise<Font> => {
      const font = fontkit.create(await readFile(fontFiles[weight]));
      if (!("layout" in font)) throw new Error(`not a single font: ${fontFiles[weight]}; reinstall the packages`);
      return font;
    };
    return new Fonts({ regular: await open("regular"), bold: await open("bold") });
  }

  /** Width of a line of text, kerned, in the unit of `size`. */
  width(text: string, size: number, weight: Weight): number {
    const key = `${weight} ${text}`;
    const known = this.measured.get(key);
    if (known !== undefined) return known * size;
    const font = this.byWeight[weight];
    const width = font.layout(text).advanceWidth / font.unitsPerEm;
    this.measured.set(key, width);
    return width * size;
  }

  /**
   * Refuses text that the font cannot draw, since each reader's machine would fill the hole differently.
   *
   * @throws UserError naming the character
   */
  requireGlyphs(text: string, weight: Weight): void {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (character === "\n" || this.byWeight[weight].hasGlyphForCodePoint(code)) continue;
      const hexadecimal = code.toString(16).toUpperCase().padStart(4, "0");
      const shown = JSON.stringify(character);
      throw new UserError(`character not in the figures' font: ${shown} (U+${hexadecimal}); write it in Latin letters`);
    }
  }
}

let loading: Promise<Fonts> | undefined;

/** The bundled fonts, read once. */
export function bundledFonts(): Promise<Fonts> {
  loading ??= Fonts.load();
  return loading;
}

/** A CSS `@font-face` rule that carries the glyphs of `text` and no others. Same text in any order, same bytes. */
export async function fontFace(text: string, weight: Weight): Promise<string> {
  const { default: subsetFont } = await import("subset-font");
  const codes = [...new Set(text.replaceAll("\n", " "))].map((character) => character.codePointAt(0) ?? 0);
  codes.sort((a, b) => a - b);
  const file = await readFile(fontFiles[weight]);
  const subset = await subsetFont(file, String.fromCodePoint(...codes), { targetFormat: "woff2", noHinting: true });
  const range = codes.map((code) => `U+${code.toString(16).toUpperCase()}`).join(",");
  const number = weight === "bold" ? 700 : 400;
  const source = `url(data:font/woff2;base64,${subset.toString("base64")}) format("woff2")`;
  return `@font-face{font-family:"Arimo";font-weight:${number};src:${source};unicode-range:${range}}`;
}
