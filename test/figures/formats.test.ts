import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { withResolution } from "../../src/figures/png.js";
import { renderFigure } from "../../src/figures/render.js";
import { stepLines } from "./samples.js";

describe("the PDF of a figure", () => {
  it("is one page of the figure's size, with its title and no date", async () => {
    const figure = { ...stepLines("double"), title: "Most accounts are new" };
    const { pdf, svg } = await renderFigure(figure);
    const source = Buffer.from(pdf).toString("latin1");
    const [, height] = /viewBox="0 0 518\.74 (\d+)"/.exec(svg) ?? [];
    expect(source.match(/\/MediaBox \[[^\]]*\]/g)).toEqual([`/MediaBox [0 0 518.74 ${height}]`]);
    expect(source).toContain("(Most accounts are new)");
    expect(source.match(/D:\d{14}/g)).toEqual(["D:19700101000000", "D:19700101000000"]);
  });

  it("holds lines and fonts rather than pixels", async () => {
    const source = Buffer.from((await renderFigure(stepLines("single"))).pdf).toString("latin1");
    expect(source.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(source.match(/\+Arimo-\w+/g)).not.toBeNull();
    expect(source).not.toContain("/Subtype /Image");
  });
});

describe("the PNG of a figure", () => {
  it.each([
    ["single", 1577],
    ["double", 3242],
  ] as const)("has 450 dots per inch: %s", async (width, pixels) => {
    const png = Buffer.from((await renderFigure(stepLines(width))).png);
    expect(png.readUInt32BE(16)).toBe(pixels);
    expect(png.toString("latin1", 37, 41)).toBe("pHYs");
    expect([png.readUInt32BE(41), png.readUInt32BE(45), png.readUInt8(49)]).toEqual([17717, 17717, 1]);
    expect(png.readUInt32BE(50)).toBe(crc32(png.subarray(37, 50)));
  });

  it("is refused a resolution when it is something else", () => {
    expect(() => withResolution(Buffer.from("<svg/>"), 450)).toThrow("not a PNG image");
  });
});
