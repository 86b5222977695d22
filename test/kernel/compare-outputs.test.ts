import { describe, expect, it } from "vitest";
import { differencesOf } from "../../src/kernel/compare-outputs.js";
import type { Notebook, Output } from "../../src/kernel/nbformat.js";
import { normaliseSvg } from "../../src/kernel/normalise-svg.js";
import { codeCell, smallNotebook } from "./small-notebook.js";

function holding(outputs: Output[], tags?: string[]): Notebook {
  return { ...smallNotebook(), cells: [{ ...codeCell("a", "1", tags), outputs }] };
}

const stream = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const shown = (data: Record<string, unknown>): Output => ({ output_type: "display_data", data, metadata: {} });

describe("comparing outputs", () => {
  it("finds no difference where there is none, also where a text is cut elsewhere", () => {
    expect(differencesOf(holding([stream("a\nb\n")]), holding([stream("a\n"), stream("b\n")]))).toEqual([]);
  });

  it("shows the lines that differ, from before the place where they part", () => {
    const long = "x".repeat(500);
    const [difference] = differencesOf(holding([stream(`same\n${long}1`)]), holding([stream(`same\n${long}2`)]));
    expect(difference).toBe(`cell 1, stdout, line 2\n  - ...${"x".repeat(100)}1\n  + ...${"x".repeat(100)}2`);
    const many = (at: number) => holding([stream(Array.from({ length: 9 }, (_, i) => `${i + at}`).join("\n"))]);
    expect(differencesOf(many(0), many(1))[0]).toMatch(/ {2}- 4\n {2}\+ 5\n {2}and 4 more lines$/);
  });

  it("is strict about values, in every form in which they are shown", () => {
    const of = (count: number) =>
      holding([shown({ "text/plain": `${count}`, "text/html": "<b>1</b>", "application/json": { count } })]);
    expect(differencesOf(of(188), of(189))).toEqual([
      'cell 1, application/json, line 2\n  -  "count": 188\n  +  "count": 189',
      "cell 1, text/plain, line 1\n  - 188\n  + 189",
    ]);
    expect(differencesOf(of(1), holding([shown({ "text/plain": "1" })]))).toHaveLength(2);
    expect(differencesOf(of(1), holding([]))).toEqual(["cell 1, number of outputs\n  - 1\n  + 0"]);
    expect(differencesOf(of(1), smallNotebook("1", "2"))).toEqual(["not the same cells"]);
  });

  it("leaves out only cells that are tagged", () => {
    expect(differencesOf(holding([stream("a")], ["other"]), holding([stream("b")]))).toHaveLength(1);
    expect(differencesOf(holding([stream("a")], ["output-varies"]), holding([stream("b")]))).toEqual([]);
  });

  it("compares figures without ids and beyond a hundredth, and sees all else", () => {
    const svg = (id: string, x: string, text = "27 of 189") =>
      holding([
        shown({
          "image/svg+xml": `<svg><clipPath id="${id}"/><g clip-path="url(#${id})" x="${x}">\n\n <text>${text}</text></g></svg>`,
        }),
      ]);
    expect(differencesOf(svg("clip73", "1.0012"), svg("c0", "1.0014"))).toEqual([]);
    expect(differencesOf(svg("a", "1.01"), svg("a", "1.02"))).toHaveLength(1);
    expect(differencesOf(svg("a", "1"), svg("a", "1", "28 of 189"))[0]).toMatch(/- .*27 of 189.*\n.*\+ .*28 of 189/);
  });
});

describe("normalising a drawing", () => {
  it("numbers ids by their order and rounds places, and keeps texts and colours", () => {
    expect(normaliseSvg('<svg id="x9"><use href="#x9"/><path d="M1.2345,-0.001L2,3.999Z" fill="#a1b2c3"/></svg>')).toBe(
      '<svg id="id1"><use href="#id1"/><path d="M1.23,0L2,4Z" fill="#a1b2c3"/></svg>',
    );
    expect(normaliseSvg("<text>1.2345%</text>")).toContain("1.2345%");
  });
});
