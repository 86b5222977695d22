import { expect, it } from "vitest";
import { nothingToDraw } from "../../src/figures/nothing.js";
import { renderFigure } from "../../src/figures/render.js";
import { auditedTwin } from "../audited-twin.js";

it("a finding with nothing to draw says so on a figure of its own", async () => {
  const { info } = auditedTwin(1);
  const { svg } = await renderFigure(nothingToDraw("rapid-fire", info));
  expect(svg).toContain("rapid-fire: nothing to draw");
  expect(svg).toContain("Synthetic twin.");
});
