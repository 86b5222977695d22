import { describe, expect, it } from "vitest";
import { sourceDataCsv } from "../../src/figures/source-data.js";

const columns = ["name", "value"].map((name) => ({ name, description: name }));

describe("source data as CSV", () => {
  it("has the columns in their order, LF line ends, and numbers that read back the same", () => {
    const rows = [
      { value: 0.1 + 0.2, name: 'a "quoted", name' },
      { name: "two\nlines", value: null },
      { name: "yes", value: true },
    ];
    expect(sourceDataCsv({ columns, rows })).toBe(
      'name,value\n"a ""quoted"", name",0.30000000000000004\n"two\nlines",\nyes,true\n',
    );
  });

  it("is a header alone where there are no rows", () => {
    expect(sourceDataCsv({ columns, rows: [] })).toBe("name,value\n");
  });

  it("refuses columns that were not declared, missing ones, and numbers that are none", () => {
    expect(() => sourceDataCsv({ columns, rows: [{ name: "a", value: 1, more: 2 }] })).toThrow(
      "other columns than declared",
    );
    expect(() => sourceDataCsv({ columns, rows: [{ name: "a" }] })).toThrow("other columns than declared: name");
    expect(() => sourceDataCsv({ columns, rows: [{ name: "a", value: Number.NaN }] })).toThrow("value is NaN");
  });
});
