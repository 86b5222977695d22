import { describe, expect, it } from "vitest";
import { escapeText, visibleText } from "../../src/figures/svg.js";

describe("the texts of an SVG", () => {
  it("are told apart by weight, with empty ones and lines in between", () => {
    const content =
      '<text font-weight="bold" x="1"/><text x="1">a &lt;&amp;lt;</text>' +
      '<text font-weight="600"><tspan>b</tspan><tspan x="0">c</tspan></text>';
    expect(visibleText(content)).toEqual({ regular: "a <&lt;", bold: "bc" });
  });

  it("cannot hold what XML cannot", () => {
    expect(() => escapeText("a\u0000")).toThrow('character that XML cannot hold: "\\u0000"');
    expect(() => escapeText("a\ud800")).toThrow("character that XML cannot hold");
    expect(escapeText("a\n😀")).toBe("a\n😀");
  });
});
