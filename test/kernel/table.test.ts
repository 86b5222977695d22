import { describe, expect, it } from "vitest";
import { layTable, type TableOptions } from "../../src/kernel/table.js";
import { tableHtml } from "../../src/kernel/table-html.js";
import { tableText } from "../../src/kernel/table-text.js";
import { proportion } from "../../src/statistics/proportion.js";

const rates = [
  { group: "diplomats", labelled: proportion(27, 189), accounts: 189, since: "2019-07-01" },
  { group: "state media", labelled: proportion(0, 0), accounts: 1234567, since: null },
];

describe("laying rows out as a table", () => {
  it("writes proportions with counts and interval, numbers with commas, and a dash for what is missing", () => {
    expect(layTable(rates)).toEqual({
      caption: "",
      columns: [
        { header: "group", isNumeric: false },
        { header: "labelled", isNumeric: true },
        { header: "accounts", isNumeric: true },
        { header: "since", isNumeric: false },
      ],
      rows: [
        ["diplomats", "27 of 189 (14.3%, 95% CI 10.0-20.0%)", "189", "2019-07-01"],
        ["state media", "0 of 0", "1,234,567", "–"],
      ],
      more: 0,
    });
  });

  it("gives all numbers of a column the same digits, and years no commas", () => {
    const rows = [
      { year: 2019, value: 1234.5, text: 1 },
      { year: 2020, value: -2, text: "x" },
      { year: 2021, value: 0.00001, text: true },
      { year: 2022, value: Number.NaN, text: [1, "a"] },
    ];
    const table = layTable(rows);
    expect(table.rows).toEqual([
      ["2019", "1,234.500", "1"],
      ["2020", "-2.000", "x"],
      ["2021", "1.0e-5", "yes"],
      ["2022", "NaN", "1, a"],
    ]);
    expect(table.columns.map(({ isNumeric }) => isNumeric)).toEqual([true, true, false]);
    expect(layTable(rows, { columns: { value: { digits: 1 } } }).rows[0]?.[1]).toBe("1,234.5");
  });

  it("takes the fields of all rows, names them in words, and takes headers and units from the options", () => {
    const rows = [{ accountId: "1" }, { account_id: "2", ageInDays: 3 }];
    const { columns, rows: texts } = layTable(rows, { columns: { ageInDays: { header: "age", unit: "days" } } });
    expect(columns.map(({ header }) => header)).toEqual(["account id", "account id", "age (days)"]);
    expect(texts).toEqual([
      ["1", "–", "–"],
      ["–", "2", "3"],
    ]);
  });

  it("counts the rows beyond the limit", () => {
    const rows = Array.from({ length: 1060 }, (_, index) => ({ index }));
    expect(layTable(rows)).toMatchObject({ more: 1010, rows: { length: 50 } });
    expect(tableText(layTable(rows, { limit: 2 }))).toBe("index\n-----\n    0\n    1\n1,058 more rows");
    expect(tableHtml(layTable(rows, { limit: 1059 }))).toContain('<td colspan="1">1 more row</td>');
    expect(layTable(rows, { limit: Number.POSITIVE_INFINITY }).rows).toHaveLength(1060);
  });

  it("sorts by a field, numbers by size, what is missing last, and before the limit", () => {
    const rows = [{ n: 10 }, { n: null }, { n: 9 }, { n: 100 }];
    const texts = (options: TableOptions) => layTable(rows, options).rows.flat();
    expect(texts({ sortBy: "n" })).toEqual(["9", "10", "100", "–"]);
    expect(texts({ sortBy: "n", descending: true, limit: 1 })).toEqual(["100"]);
    expect(layTable(rates, { sortBy: "labelled" }).rows.map(([group]) => group)).toEqual(["diplomats", "state media"]);
    expect(layTable([{ t: "b" }, { t: "Z" }, { t: "é" }, { t: "a" }], { sortBy: "t" }).rows.flat()).toEqual([
      "Z",
      "a",
      "b",
      "é",
    ]);
    expect(() => layTable(rates, { sortBy: "share" })).toThrow("unknown column: share");
  });

  it("refuses a limit that is no count and a column that is not there", () => {
    expect(() => layTable(rates, { limit: -1 })).toThrow("limit must be a whole number of at least 0, or Infinity: -1");
    expect(() => layTable(rates, { columns: { share: {} } })).toThrow(
      "unknown column: share; the rows have group, labelled, accounts, since",
    );
  });
});

describe("a table as HTML", () => {
  it("escapes everything that comes from data", () => {
    const html = tableHtml(layTable([{ "<b>": `<script>&"'` }], { caption: "a < b" }));
    expect(html).not.toMatch(/<b>|<script>|a < b/);
    expect(html).toContain("&#60;script&#62;&#38;&#34;&#39;");
  });

  it("has a caption, headers with their scope, and numbers on the right", () => {
    const html = tableHtml(layTable(rates, { caption: "Labelled accounts" }));
    expect(html).toMatch(/<caption [^>]*>Labelled accounts<\/caption>/);
    expect(html).toContain('<th scope="col" style="text-align: right">accounts</th>');
    expect(html).toContain('<td style="text-align: right">1,234,567</td>');
    expect(html).toContain('<td style="text-align: left">diplomats</td>');
  });

  it("says when there are no rows", () => {
    expect(tableHtml(layTable([], { caption: "Violations" }))).toContain("no rows");
    expect(tableText(layTable([], { caption: "Violations" }))).toBe("Violations\nno rows");
  });
});

describe("a table as text", () => {
  it("aligns numbers on the right and text on the left, a row on one line", () => {
    const rows = [
      { text: "é中", count: 5 },
      { text: "line\nbreak", count: 1000 },
    ];
    expect(tableText(layTable(rows, { caption: "Texts" }))).toBe(
      ["Texts", "text        count", "----------  -----", "é中              5", "line break  1,000"].join("\n"),
    );
  });
});
