import { describe, expect, it } from "vitest";
import { bundledFonts, fontFace } from "../../src/figures/fonts.js";
import { wrapText } from "../../src/figures/text-width.js";

describe("text in the bundled font", () => {
  it("is as wide as Arial's", async () => {
    const fonts = await bundledFonts();
    expect(fonts.width("A", 2048, "regular")).toBeCloseTo(1366, 9);
    expect(fonts.width("A", 2048, "bold")).toBeCloseTo(1479, 9);
    expect(fonts.width("AV", 6, "regular")).toBeLessThan(2 * fonts.width("A", 6, "regular"));
  });

  it("breaks at spaces into lines that fit", async () => {
    const fonts = await bundledFonts();
    const text = "the quick brown fox jumps over the lazy dog";
    const lines = wrapText(text, { size: 6, weight: "bold", width: 60 }, fonts);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(fonts.width(line, 6, "bold")).toBeLessThanOrEqual(60);
  });

  it("leaves room on the first line, keeps line breaks, and lets a long word stand alone", async () => {
    const fonts = await bundledFonts();
    const set = { size: 6, weight: "regular", width: 30 } as const;
    expect(wrapText("word", { ...set, indent: 25 }, fonts)).toEqual(["", "word"]);
    expect(wrapText("a\nb", set, fonts)).toEqual(["a", "b"]);
    expect(wrapText("a incomprehensibilities b", set, fonts)).toEqual(["a", "incomprehensibilities", "b"]);
    expect(wrapText("", set, fonts)).toEqual([""]);
  });
});

describe("an embedded font", () => {
  it("has the same bytes for the same letters in any order", async () => {
    expect(await fontFace("banana!", "bold")).toBe(await fontFace("!abn", "bold"));
  });

  it("has only the letters in use, and says so", async () => {
    const face = await fontFace("ab", "regular");
    expect(face).toContain("font-weight:400;");
    expect(face).toContain("unicode-range:U+61,U+62}");
    expect(face.length).toBeLessThan((await fontFace("abcdefghijklmnopqrstuvwxyz", "regular")).length);
  });
});
