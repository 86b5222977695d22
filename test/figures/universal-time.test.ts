import { describe, expect, it } from "vitest";
import { drawPlot } from "../../src/figures/plot.js";

const x = { field: "day", type: "temporal" };
const draw = (day: string, specification: object) =>
  drawPlot({ data: { values: [{ day }] }, mark: "point", ...specification });

describe("times in figures", () => {
  it("are placed in UTC without being told", async () => {
    const named = await draw("2021-03-01", { encoding: { x } });
    const explicit = await draw("2021-03-01", { encoding: { x: { ...x, scale: { type: "utc" } } } });
    expect(named.content).toBe(explicit.content);
  });

  it("may be grouped by units of UTC", async () => {
    const { content } = await draw("2021-01-01", { encoding: { x: { ...x, timeUnit: "utcyear" } } });
    expect(content).toContain(">2021</text>");
  });

  it.each([
    [
      "grouped by local years",
      "2021-03-01",
      { encoding: { x: { ...x, timeUnit: "year" } } },
      "time unit in local time",
    ],
    ["written as local text", "2021-03-01", { mark: "text", encoding: { text: x } }, "expression in local time"],
    [
      "computed from the clock",
      "2021-03-01",
      { transform: [{ calculate: "now()", as: "now" }], encoding: { x } },
      "left to chance",
    ],
    ["without a zone", "2021-03-01 12:00:00", { encoding: { x } }, 'time without a zone: "2021-03-01 12:00:00"'],
    ["with slashes", "2021/03/01", { encoding: { x } }, "time without a zone"],
  ])("are refused when %s", async (_how, day, specification, message) => {
    await expect(draw(day, specification)).rejects.toThrow(message);
  });
});
