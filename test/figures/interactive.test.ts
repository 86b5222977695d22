import { expect, it } from "vitest";
import type { Figure } from "../../src/figures/figure.js";
import { interactiveSpecification } from "../../src/figures/interactive.js";

it("an interactive figure says what the drawn one says, and holds its rows", () => {
  const figure: Figure = {
    ...{
      name: "rates",
      title: "Rates rise",
      subtitle: "Share of accounts",
      alt: "A line that rises.",
      width: "single",
    },
    basis: "synthetic twin",
    specification: { mark: "line" },
    sourceData: { columns: [], rows: [{ x: 1 }] },
  };
  expect(interactiveSpecification(figure)).toEqual({
    description: "A line that rises.",
    title: { text: "Rates rise", subtitle: "Share of accounts (synthetic twin)", anchor: "start" },
    data: { values: [{ x: 1 }] },
    config: { mark: { tooltip: true } },
    mark: "line",
  });
});
