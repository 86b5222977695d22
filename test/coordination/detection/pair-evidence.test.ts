import { describe, expect, it } from "vitest";
import { pairEvidence, togetherByChance } from "../../../src/coordination/detection/pair-evidence.js";
import { withStricterChance } from "../../../src/coordination/detection/windowed-events.js";
import { type Row, smallEvents } from "./small-events.js";

/** On each of these targets a and b act together, and two others alone: one of six pairs is together. */
function meetings(targets: string): Row[] {
  return [...targets].flatMap((target): Row[] => [
    ["a", target, 0],
    ["b", target, 60],
    ["c", target, 500],
    ["d", target, 1000],
  ]);
}

describe("evidence of pairs", () => {
  it("takes as chance of a target the share of its pairs of events that are together", () => {
    expect([...togetherByChance(smallEvents(meetings("t")))]).toEqual([1 / 6]);
    expect([...togetherByChance(smallEvents([["a", "t", 0]]))]).toEqual([0]);
  });

  it("compares the targets on which a pair met with those on which chance has it", () => {
    const [pair, ...others] = pairEvidence(smallEvents(meetings("tuv")));
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ a: 0, b: 1, together: 3 });
    expect(pair?.expected).toBeCloseTo(3 / 6, 12);
    expect(pair?.surprise).toBeCloseTo(3 * Math.log(6) - 2.5, 12);
  });

  it("counts the chance on common targets where they did not meet", () => {
    const apart: Row[] = [
      ["a", "w", 0],
      ["c", "w", 30],
      ["b", "w", 900],
    ];
    const [pair] = pairEvidence(smallEvents([...meetings("tuv"), ...apart]));
    expect(pair?.expected).toBeCloseTo(3 / 6 + 1 / 3, 12);
  });

  it("counts a target once, however often they met on it", () => {
    const again: Row[] = [
      ["a", "t", 10_000],
      ["b", "t", 10_010],
    ];
    expect(pairEvidence(smallEvents([...meetings("tuv"), ...again]))[0]).toMatchObject({ a: 0, b: 1, together: 3 });
  });

  it("leaves out pairs whom chance explains", () => {
    const crowd = [..."abcdefgh"].map((actor, second): Row => [actor, "t", second]);
    expect(pairEvidence(smallEvents(crowd))).toEqual([]);
  });

  it("takes it for no surprise that two are together who acted in the same minutes, where times may be moved", () => {
    const events = smallEvents(meetings("tuv"));
    // Sixty seconds apart and moved by up to two minutes, they would be together in 120 seconds of 240.
    expect(pairEvidence(withStricterChance(events, events.target, 120))).toEqual([]);
  });
});
