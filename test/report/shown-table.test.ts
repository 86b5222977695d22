import { describe, expect, it } from "vitest";
import { layTable } from "../../src/kernel/table.js";
import { tableHtml } from "../../src/kernel/table-html.js";
import { codeExcerpt } from "../../src/report/code-excerpt.js";
import { markdownHtml } from "../../src/report/markdown.js";
import { shownTable } from "../../src/report/shown-table.js";
import { sourceTable } from "../../src/report/source-table.js";

describe("a table of a notebook", () => {
  it("is read back as it was laid out, whatever its texts", () => {
    const rows = [
      { name: `<b>"&'`, accounts: 3 },
      { name: "two\nlines", accounts: 1200 },
    ];
    const table = shownTable(tableHtml(layTable(rows, { caption: "A <caption>", limit: 1 })));
    expect(table).toEqual({
      ...{ caption: "A <caption>", head: ["name", "accounts"], numeric: [false, true] },
      ...{ rows: [[`<b>"&'`, "3"]], note: "1 more row" },
    });
  });

  it.each([
    "<b>no table</b>",
    "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><img></td></tr></tbody></table>",
    "<table onclick=x><thead><tr><th>a</th></tr></thead><tbody></tbody></table>",
    "<table><thead><tr><th>a</th></tr></thead><tbody>loose</tbody></table>",
  ])("is none in any other form: %s", (html) => {
    expect(shownTable(html)).toBeUndefined();
  });
});

it("source data is cut with a word, and its numbers to four digits", () => {
  const csv = `n,share\n${Array.from({ length: 61 }, (_, at) => `${at},0.123456789`).join("\n")}\n`;
  const table = sourceTable(csv);
  expect([table.rows.length, table.rows[1], table.note]).toEqual([
    60,
    ["1", "0.1235"],
    "The first 60 of 61 rows; the CSV file has all.",
  ]);
});

it("a function's code goes from its comment to its closing brace", () => {
  const source = "const a = 1;\n\n/**\n * What.\n */\nexport function f() {\n  if (a) {\n  }\n}\n\nconst b = 2;\n";
  expect(codeExcerpt("src/f.ts#6", source)).toMatchObject({
    from: 3,
    line: 6,
    text: "/**\n * What.\n */\nexport function f() {\n  if (a) {\n  }\n}",
  });
});

it("Markdown draws formulas as MathML, and no markup that is planted in one", () => {
  const follow = () => null;
  expect(markdownHtml("With $p = k/n$ it is.", follow)).toBe(
    "<p>With <math><mrow><mi>p</mi><mo>=</mo><mi>k</mi><mi>/</mi><mi>n</mi></mrow></math> it is.</p>\n",
  );
  expect(markdownHtml("Thus\n\n$$\nS = 1\n$$", follow)).toMatch(
    /^<p>Thus<\/p>\n<p><math display="block".*<\/math><\/p>\n$/,
  );
  expect(markdownHtml("It costs $5 and $6.", follow)).toBe("<p>It costs $5 and $6.</p>\n");
  expect(markdownHtml("`$HOME$`", follow)).toBe("<p><code>$HOME$</code></p>\n");
  expect(markdownHtml("$\\href{javascript:alert(1)}{x} <script>$", follow)).not.toMatch(/href=|<script/);
});

it("Markdown keeps no markup of its text, no picture, and only links that lead somewhere", () => {
  const html = markdownHtml(
    "# A\n\n<u>b</u> ![p](http://x/y.png) [c](c.ipynb) [d](d.md) [e](https://e.org)",
    (address) => (address === "c.ipynb" ? "../c.html" : null),
  );
  expect(html).toContain("<h3>A</h3>");
  expect(html).toContain("&lt;u&gt;b&lt;/u&gt;");
  expect(html).not.toContain("<img");
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    "http://x/y.png",
    "../c.html",
    "https://e.org",
  ]);
});
