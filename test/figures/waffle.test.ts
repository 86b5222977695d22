import { describe, expect, it } from "vitest";
import { laidWaffle, type WafflePanel } from "../../src/figures/waffle.js";

const panel = (...squares: number[]): WafflePanel => ({
  heading: "heading",
  parts: squares.map((number) => ({ part: "part", text: `${number}`, squares: number, colour: "#000000", dot: null })),
});
const layout = { perLine: 10, columns: 2, labels: 5, pitch: 4 };

describe("a waffle", () => {
  it("draws every square once, inside its room, each part from a new line on", () => {
    const laid = laidWaffle([panel(23, 4), panel(0), panel(1)], layout);
    expect(laid.squares).toHaveLength(28);
    expect(new Set(laid.squares.map(({ x, y }) => `${x} ${y}`)).size).toBe(28);
    for (const { x, y } of laid.squares) expect([x > 5, x < laid.width, y > 0, y < laid.height]).not.toContain(false);
    expect(new Set(laid.squares.slice(0, 27).map(({ y }) => y)).size).toBe(4);
  });

  it("puts the third of two columns below the first", () => {
    const [first, second, third] = laidWaffle([panel(3), panel(3), panel(3)], layout).headings;
    expect([second?.y, third?.x]).toEqual([first?.y, first?.x]);
    expect(third?.y).toBeGreaterThan(first?.y ?? Number.NaN);
  });
});
