import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { renderFigure } from "../../src/figures/render.js";
import { dotsAndIntervals, stepLines } from "./samples.js";

const samples = [stepLines("single"), stepLines("double"), dotsAndIntervals("single"), dotsAndIntervals("double")];

/** A bar for each text. */
function bars(texts: string[], changes: Partial<Figure> = {}): Figure {
  return {
    name: "bars",
    title: "A title",
    subtitle: "A subtitle",
    alt: "Bars.",
    basis: "synthetic twin",
    width: "single",
    specification: { mark: "bar", encoding: { y: { field: "text" }, x: { field: "length", type: "quantitative" } } },
    sourceData: {
      columns: [
        { name: "text", description: "A text" },
        { name: "length", description: "Its length" },
      ],
      rows: texts.map((text) => ({ text, length: text.length })),
    },
    ...changes,
  };
}

const drawing = (specification: object) => renderFigure(bars(["one"], { specification }));

describe("a rendered figure", () => {
  it.each(samples)("is exactly as wide as its page: $name", async (figure) => {
    const { svg } = await renderFigure(figure);
    const [millimetres, points] = figure.width === "single" ? ["89mm", "252.28"] : ["183mm", "518.74"];
    expect(svg).toMatch(
      new RegExp(`^<svg [^>]*width="${millimetres}" height="[\\d.]+mm" viewBox="0 0 ${points} \\d+"`),
    );
  });

  it.each(samples)("sets all text between 5 and 7 points in the bundled font: $name", async (figure) => {
    const { svg } = await renderFigure(figure);
    const sizes = [...svg.matchAll(/font-size="([^"]*)"/g)].map(([, size = ""]) => Number(size.replace(/px$/, "")));
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(7);
    expect([...svg.matchAll(/font-family="([^"]*)"/g)].map(([, family]) => family)).toEqual([
      "Arimo, Arial, Helvetica, &quot;Liberation Sans&quot;, sans-serif",
    ]);
  });

  it("carries its title and text alternative for screen readers, and no other roles", async () => {
    const { svg } = await renderFigure(bars(["one"], { name: "my-bars", title: "Few", alt: "One bar." }));
    expect(svg).toContain('role="img" aria-labelledby="my-bars-title my-bars-desc"');
    expect(svg).toContain('<title id="my-bars-title">Few</title>');
    expect(svg).toContain('<desc id="my-bars-desc">One bar.</desc>');
    expect(svg.match(/ (role|aria-\w+)=/g)).toHaveLength(2);
  });

  it.each([
    ["synthetic twin", "Synthetic twin."],
    ["real data", "Real data."],
  ] as const)("says on its face that it shows the %s, before the note", async (basis, words) => {
    const { svg } = await renderFigure(bars(["one"], { basis, note: "Seen in May." }));
    expect(svg).toMatch(
      new RegExp(`<text [^>]*font-size="5px" font-weight="bold">${words}</text><text [^>]*>Seen in May.</text>`),
    );
  });

  it("shows markup in texts as text", async () => {
    const title = `<script>alert("1 & 2")</script>`;
    const { svg } = await renderFigure(bars(["</text><script>", "a ]]> b"], { title, alt: title }));
    expect(svg).not.toContain("<script");
    expect(svg).toContain('&lt;script&gt;alert("1 &amp; 2")&lt;/script&gt;</text>');
    expect(svg).toContain("&lt;/text&gt;&lt;script&gt;</text>");
    expect(() => new Resvg(svg)).not.toThrow();
  });

  it("keeps ids apart from those of another figure on the same web page", async () => {
    const specification = {
      mark: { type: "bar", clip: true },
      encoding: { x: { field: "length", type: "quantitative" } },
    };
    const { svg } = await renderFigure(bars(["one"], { specification }));
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["bars-title", "bars-desc", expect.stringMatching(/^bars-clip\d$/)]);
    expect(svg).toContain(`clip-path="url(#${ids[2]})"`);
  });
});

describe("a figure is refused", () => {
  it.each([
    ["in its title", bars(["one"], { title: "外交" })],
    ["in its data", bars(["外交"])],
  ])("with a character that the font lacks %s", async (_where, figure) => {
    await expect(renderFigure(figure)).rejects.toThrow(
      'figure bars: character not in the figures\' font: "外" (U+5916)',
    );
  });

  it("when vega has a warning", async () => {
    const misspelt = {
      mark: "bar",
      encoding: { colour: { field: "text" }, x: { field: "length", type: "quantitative" } },
    };
    await expect(drawing(misspelt)).rejects.toThrow(/^figure bars: vega warns: .*colour/);
  });

  it("when text is too small or too large to print", async () => {
    const mark = (fontSize: number) => ({ mark: { type: "text", fontSize }, encoding: { text: { field: "text" } } });
    await expect(drawing(mark(4.5))).rejects.toThrow("text size outside 5 to 7 points: 4.5");
    await expect(drawing(mark(8))).rejects.toThrow("text size outside 5 to 7 points: 8");
  });

  it("when text is in another font", async () => {
    const specification = { mark: { type: "text", font: "Courier" }, encoding: { text: { field: "text" } } };
    await expect(drawing(specification)).rejects.toThrow('type other than upright Arimo: font-family="Courier"');
  });

  it("when its name is no file stem", async () => {
    await expect(renderFigure(bars(["one"], { name: "../bars" }))).rejects.toThrow("name is not a file stem");
  });
});
