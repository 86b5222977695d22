import { describe, expect, it } from "vitest";
import { idText, optionalCount, optionalId } from "../../../src/import/raw/cells.js";

describe("an id", () => {
  it.each(["1293474571464343559", "n9Jmb+qU5xQ=", "100_200", "0a1b"])("may be %s", (text) => {
    expect(idText(text, "id")).toBe(text);
  });

  it.each(["1.29347E+18", "1e+05", "1293474571464343552.0", "12."])("is refused once rounded: %s", (text) => {
    expect(() => idText(text, "id")).toThrow("id was rounded, as by a spreadsheet");
    expect(() => optionalId(text, "id")).toThrow("id was rounded");
  });
});

describe("a count", () => {
  it.each<[unknown, number | null]>([
    ["1,234", 1234],
    ["1,234,567.0", 1234567],
    ["12.0", 12],
    [12, 12],
    ["NA", null],
  ])("of %j is %j", (value, count) => {
    expect(optionalCount(value, "likes")).toBe(count);
  });

  it.each(["1.000", "12.500", "1,23", "1.234.567", "-1", "1e3"])("is refused where it may be another: %s", (text) => {
    expect(() => optionalCount(text, "likes")).toThrow("likes is no count");
  });
});
