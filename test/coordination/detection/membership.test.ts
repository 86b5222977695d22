import { describe, expect, it } from "vitest";
import { acquaintances } from "../../../src/coordination/detection/acquaintances.js";
import { admit, hasSeveralPartners, tryEveryone } from "../../../src/coordination/detection/membership.js";
import { OccasionFinder } from "../../../src/coordination/detection/occasion-finder.js";
import { type Row, smallEvents } from "./small-events.js";

const chance = Float64Array.of(0.1, 0.1, 0.1);

describe("being tied to several", () => {
  it("is not to be tied to one friend, however often they met", () => {
    expect(hasSeveralPartners({ account: 1, chance, together: 3, partners: new Map([[7, 3]]) })).toBe(false);
  });

  it("is not to have met others only in the friend's company", () => {
    const partners = new Map([
      [7, 3],
      [8, 0],
    ]);
    expect(hasSeveralPartners({ account: 1, chance, together: 3, partners })).toBe(false);
  });

  it("is to have met others too, more often than chance has it", () => {
    const partners = new Map([
      [7, 1],
      [8, 1],
      [9, 1],
    ]);
    expect(hasSeveralPartners({ account: 1, chance, together: 3, partners })).toBe(true);
    const likely = Float64Array.of(0.5, 0.5, 0.5);
    expect(hasSeveralPartners({ account: 1, chance: likely, together: 3, partners })).toBe(false);
  });
});

/** Four who come together on twelve targets, among thirty on each who come whenever they like. */
function rows(): Row[] {
  return Array.from({ length: 12 }, (_, target) => [
    ..."wxyz".split("").map((actor, second): Row => [actor, `t${target}`, 50_000 + 10 * second]),
    ...Array.from({ length: 30 }, (_, at): Row => [`crowd ${(at * 7 + target) % 60}`, `t${target}`, at * 3000]),
  ]).flat();
}

describe("membership", () => {
  const events = smallEvents(rows());
  const finder = new OccasionFinder(events);
  const group = new Set([60, 61, 62, 63]);

  it("is admitted for those who belong, and counts what chance would give", () => {
    const trial = tryEveryone(finder, group);
    const { admitted, expected } = admit(trial, 0.05);
    expect([...admitted].sort()).toEqual([60, 61, 62, 63]);
    expect(expected).toBeLessThan(0.2);
    expect(trial.testable).toBe(64);
  });

  it("admits more at a higher rate, never fewer", () => {
    const trial = tryEveryone(finder, group);
    const sizes = [0.01, 0.05, 0.5, 1].map((rate) => admit(trial, rate).admitted.size);
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
  });

  it("makes acquaintances of those who hardly met by chance, and of no crowd", () => {
    expect([...(acquaintances(finder, new Set([60, 61]), 10) ?? [])].sort()).toEqual([60, 61, 62, 63]);
    expect(acquaintances(finder, new Set([60, 61]), 3)).toBeNull();
  });
});
