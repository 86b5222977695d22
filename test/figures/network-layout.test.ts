import { describe, expect, it } from "vitest";
import { networkLayout } from "../../src/figures/network-layout.js";

const room = { width: 400, height: 200 };
const nodes = Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, radius: 4 + (n % 3), labelWidth: 40 }));
const edges = nodes.slice(1).map(({ id }, at) => ({ from: `${Math.floor(at / 2)}`, to: id, weight: 1 + (at % 4) }));

describe("the layout of a network", () => {
  it("is the same every time", () => {
    expect(networkLayout(nodes, edges, room)).toEqual(networkLayout(nodes, edges, room));
  });

  it("keeps circles and labels inside the room and off each other", () => {
    const places = networkLayout(nodes, edges, room);
    const boxes = places.map(([x, y], at) => {
      const { radius, labelWidth } = nodes[at] ?? expect.fail();
      return { left: x - radius, right: x + radius + labelWidth, top: y - radius, bottom: y + radius };
    });
    for (const { left, right, top, bottom } of boxes) {
      expect([left >= 0, right <= room.width, top >= 0, bottom <= room.height]).not.toContain(false);
    }
    const overlapping = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom),
    );
    expect(overlapping).toEqual([]);
  });

  it("places a single node, and two without a tie", () => {
    expect(networkLayout(nodes.slice(0, 1), [], room)).toHaveLength(1);
    expect(networkLayout(nodes.slice(0, 2), [], room).flat().every(Number.isFinite)).toBe(true);
  });
});
