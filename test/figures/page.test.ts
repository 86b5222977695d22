import { describe, expect, it } from "vitest";
import { bundledFonts } from "../../src/figures/fonts.js";
import { composePage } from "../../src/figures/page.js";
import { stepLines } from "./samples.js";

const plot = { width: 248, height: 100, content: '<path d="M0,0"/>' };
const words = "many words ".repeat(15).trim();

describe("the page of a figure", () => {
  it("stacks heading, plot and footer without overlap, however long the texts", async () => {
    const fonts = await bundledFonts();
    for (const text of ["short", words, "two\nlines"]) {
      const figure = { ...stepLines("single"), title: text, subtitle: text, note: text };
      const { content, height } = composePage(figure, plot, fonts);
      const [, top = ""] = /translate\([\d.]+,([\d.]+)\)/.exec(content) ?? [];
      const lines = [...content.matchAll(/ y="([\d.]+)" fill="#222222" font-size="(\d)px"/g)];
      const [above, below] = [lines.filter(([, , size]) => size !== "5"), lines.filter(([, , size]) => size === "5")];
      expect(above.length).toBeGreaterThanOrEqual(2);
      expect(Math.max(...above.map(([, y]) => Number(y) + 1.5))).toBeLessThan(Number(top));
      expect(Math.min(...below.map(([, y]) => Number(y) - 5))).toBeGreaterThan(Number(top) + plot.height);
      expect(Math.max(...below.map(([, y]) => Number(y) + 1))).toBeLessThan(height);
    }
  });

  it("centres a plot that is narrower", async () => {
    const { content } = composePage(stepLines("single"), { ...plot, width: 100 }, await bundledFonts());
    expect(content).toContain("translate(76.1,");
  });
});
