import type { Fonts, Weight } from "./fonts.js";

/** How a paragraph is set; lengths in points. */
export interface Setting {
  size: number;
  weight: Weight;
  /** Room for a line. */
  width: number;
  /** Room already taken on the first line. */
  indent?: number;
}

/**
 * Breaks a paragraph into lines that fit, at spaces; a line break in the text stays one. A word longer than the line stands alone.
 *
 * @example
 * wrapText("How many accounts", { size: 6, weight: "regular", width: 30 }, await bundledFonts()); // ["How many", "accounts"]
 */
export function wrapText(text: string, { size, weight, width, indent = 0 }: Setting, fonts: Fonts): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line: string | undefined;
    for (const word of paragraph.split(" ").filter((part) => part !== "")) {
      const longer: string = line === undefined ? word : `${line} ${word}`;
      const room = lines.length === 0 ? width - indent : width;
      const fits = fonts.width(longer, size, weight) <= room;
      const breaksBefore = !fits && (line !== undefined || (lines.length === 0 && indent > 0));
      if (breaksBefore) lines.push(line ?? "");
      line = breaksBefore ? word : longer;
    }
    lines.push(line ?? "");
  }
  return lines;
}
