import { describe, expect, it } from "vitest";
import { colours, dashes, type Meaning, shapes } from "../../src/figures/theme.js";

const okabeIto = ["#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"];

/** Meanings that stand side by side in one figure. */
const shownTogether: Meaning[][] = [
  ["diplomatTwitter", "diplomatFacebook", "stateMediaTwitter", "stateMediaFacebook"],
  ["network", "benchmarkGroup"],
  ["suspended", "active", "deleted"],
  ["labelled", "unlabelled"],
];

describe("the theme", () => {
  it("gives every meaning a colour and a shape of its own", () => {
    for (const encoding of [colours, shapes]) {
      expect(new Set(Object.values(encoding)).size).toBe(Object.keys(encoding).length);
    }
  });

  it("uses all colours of Okabe and Ito, and besides them only greys", () => {
    const used = Object.values(colours);
    expect(used).toEqual(expect.arrayContaining(okabeIto));
    for (const colour of used.filter((one) => !okabeIto.includes(one))) expect(colour).toMatch(/^#(..)\1\1$/);
  });

  it("tells lines of one figure apart without colour", () => {
    for (const group of shownTogether) {
      expect(new Set(group.map((meaning) => String(dashes[meaning]))).size).toBe(group.length);
    }
  });
});
