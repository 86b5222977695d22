import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repairMisEncoded } from "../../src/import/mis-encoded.js";

describe("repairing UTF-8 that was read as Windows-1252", () => {
  it.each([
    ["Ã…land Islands", "Åland Islands"],
    ["CÃ´te d'Ivoire", "Côte d'Ivoire"],
    ["CuraÃ§ao", "Curaçao"],
    ["RÃ©union", "Réunion"],
    ["Saint BarthÃ©lemy", "Saint Barthélemy"],
    ["â‚¬", "€"],
    ["Ã\u0081land", "Áland"],
  ])("reads %s as %s", (written, meant) => {
    expect(repairMisEncoded(written)).toBe(meant);
  });

  it.each(["Åland Islands", "Türkiye", "Viet Nam", "中国", "Ã", ""])("leaves %s alone", (text) => {
    expect(repairMisEncoded(text)).toBe(text);
  });

  it("leaves any ASCII text alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => repairMisEncoded(text) === text),
      { seed: 1 },
    );
  });
});
