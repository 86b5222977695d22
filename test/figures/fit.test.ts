import { describe, expect, it } from "vitest";
import { drawFitted } from "../../src/figures/fit.js";

const data = { values: ["one", "two", "three"].map((text, at) => ({ text, at })) };
const y = { field: "text", type: "nominal", title: null };
const x = { field: "at", type: "quantitative" };
const view = { mark: "bar", encoding: { x, y } };
const room = 248.28;

describe("fitting a plot to its page", () => {
  it.each([
    ["one view", view],
    ["layers", { layer: [view, { ...view, mark: "point" }] }],
    ["views side by side, one of them of fixed width", { hconcat: [{ ...view, width: 50 }, view] }],
    ["rows of views", { vconcat: [view, { hconcat: [view, view] }] }],
    ["rows of facets", { facet: { row: y }, spec: view }],
    ["text beyond the plot", { layer: [view, { mark: { type: "text", align: "left" }, encoding: { x, y, text: y } }] }],
  ])("fills it to the point: %s", async (_what, specification) => {
    const { width } = await drawFitted({ data, ...specification }, room);
    expect(width).toBeLessThanOrEqual(room);
    expect(width).toBeGreaterThanOrEqual(room - 1);
  });

  it.each([
    ["views side by side", { hconcat: [view, view, view] }],
    ["facets side by side", { facet: { column: y }, spec: view }],
  ])("fills it to a point for each of three %s", async (_what, specification) => {
    const { width } = await drawFitted({ data, ...specification }, room);
    expect(width).toBeLessThanOrEqual(room);
    expect(width).toBeGreaterThanOrEqual(room - 3);
  });

  it("leaves views alone that all have a width", async () => {
    const { width } = await drawFitted({ data, ...view, width: 100 }, room);
    expect(width).toBeLessThan(140);
  });

  it("refuses a plot that is wider", async () => {
    await expect(drawFitted({ data, ...view, width: 300 }, room)).rejects.toThrow(
      /^plot wider than its page: 3\d\d\.\d of 248\.3/,
    );
  });

  it("refuses labels that leave no room for the plot", async () => {
    const long = { values: [{ text: "word ".repeat(30), at: 1 }] };
    await expect(drawFitted({ ...view, data: long }, room)).rejects.toThrow("plot wider than its page");
  });
});
