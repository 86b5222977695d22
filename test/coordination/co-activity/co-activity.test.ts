import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coActivity } from "../../../src/coordination/co-activity/co-activity.js";
import { forEachCoAction } from "../../../src/coordination/co-activity/for-each.js";
import { allSemantics, type CoActivityOptions } from "../../../src/coordination/co-activity/options.js";
import { eventsOf, type PlainEvent } from "../../../src/coordination/events/events-of.js";
import { edgesOf, onObject } from "./edges.js";
import { naiveEdges } from "./naive.js";

const names = ["a", "b", "ä", "", "9007199254740993", "9007199254740992", "007", "7", "\u{1f600}", "\uffee"];
const event: fc.Arbitrary<PlainEvent> = fc.record({
  actor: fc.constantFrom(...names),
  target: fc.constantFrom("t", "u", "", "e1"),
  seconds: fc.integer({ min: -40, max: 40 }).map((quarters) => quarters / 4),
  event: fc.constantFrom("", "e1", "e2", ...Array.from({ length: 20 }, (_, at) => `f${at}`)),
});
const events = fc.array(event, { maxLength: 30 });
const options: fc.Arbitrary<CoActivityOptions> = fc.record({
  window: fc.constantFrom(0, 0.25, 1, 1.5, 3, 100),
  semantics: fc.constantFrom(...allSemantics),
  binOrigin: fc.constantFrom("first", "epoch"),
  minParticipation: fc.integer({ min: 1, max: 3 }),
});

describe("co-activity", () => {
  it("is what comparing every event with every other gives, under every semantics", () => {
    fc.assert(
      fc.property(events, options, (rows, chosen) => {
        expect(edgesOf(rows, chosen)).toEqual(naiveEdges(rows, chosen));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the order of rows", () => {
    const shuffled = events.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, options, ([rows, others], chosen) => {
        expect(edgesOf(others, chosen)).toEqual(edgesOf(rows, chosen));
      }),
      { numRuns: 500 },
    );
  });

  it("visits each co-action that an edge counts, in canonical order", () => {
    fc.assert(
      fc.property(events, options, (rows, chosen) => {
        fc.pre(chosen.semantics !== "qut");
        const table = eventsOf(rows);
        const visited: [number, number][] = [];
        let sum = 0;
        forEachCoAction(table, chosen, (row, other, seconds) => {
          visited.push([row, other]);
          sum += seconds;
          expect(table.target[row]).toBe(table.target[other]);
          expect(seconds).toBe((table.seconds[other] as number) - (table.seconds[row] as number));
        });
        const { weight, meanDelta } = coActivity(table, chosen);
        expect(visited.length).toBe(weight.reduce((total, one) => total + one, 0));
        expect(sum).toBeCloseTo(weight.reduce((total, one, at) => total + one * (meanDelta[at] as number), 0));
        expect(visited).toEqual(visited.toSorted(([row, other], [row2, other2]) => row - row2 || other - other2));
      }),
    );
  });

  it("takes both ends of the window in, to the microsecond", () => {
    const tenths = onObject("t", ["a", 1623881091.1], ["b", 1623881151.1]);
    expect(edgesOf(tenths, { window: 60 })).toEqual([["a", "b", 1, 60]]);
    expect(edgesOf(tenths, { window: 59.999999 })).toEqual([]);
    expect(edgesOf(onObject("t", ["a", 0.1], ["b", 0.3]), { window: 0.2 })).toEqual([["a", "b", 1, 0.2]]);
  });

  it("with a window of 0 pairs what happened at the same instant", () => {
    const rows = onObject("t", ["a", 5], ["b", 5], ["c", 6]);
    for (const semantics of ["pairwise", "bins", "chained"] as const) {
      expect(edgesOf(rows, { window: 0, semantics })).toEqual([["a", "b", 1, 0]]);
    }
  });

  it("never pairs an account with itself", () => {
    const alone = onObject("t", ["a", 0], ["a", 1], ["a", 2]);
    for (const semantics of allSemantics) expect(edgesOf(alone, { window: 60, semantics })).toEqual([]);
  });

  it("keeps the earliest event of a repeated id, wherever its row stands", () => {
    const rows = [
      { actor: "a", target: "t", seconds: 100, event: "1" },
      { actor: "a", target: "t", seconds: 0, event: "1" },
      { actor: "b", target: "t", seconds: 10, event: "2" },
    ];
    expect(edgesOf(rows, { window: 20 })).toEqual([["a", "b", 1, 10]]);
    expect(coActivity(eventsOf(rows), { window: 20 }).repeated).toBe(1);
  });

  it("refuses what is no option, and more co-actions than allowed, with their exact number", () => {
    const table = eventsOf(Array.from({ length: 2000 }, (_, at) => ({ actor: `${at}`, target: "t", seconds: 0 })));
    const refusal = "too many co-actions: 1,999,000, more than 1,000; ";
    expect(() => coActivity(table, { window: 60, most: 1000 })).toThrow(refusal);
    expect(() => coActivity(table, { window: -1 })).toThrow("window must be a number of seconds of at least 0: -1");
    expect(() => coActivity(table, { window: Number.NaN })).toThrow("window must be a number");
    expect(() => coActivity(table, { window: 1, minParticipation: 0 })).toThrow("at least 1: 0");
  });

  it("counts exactly what is too much to list: 200,000 events at one instant on one object", () => {
    const table = eventsOf(
      Array.from({ length: 200_000 }, (_, at) => ({ actor: `${at % 100_000}`, target: "t", seconds: 0 })),
    );
    // 200,000 x 199,999 / 2 pairs of events, less one for each of the 100,000 accounts that came twice.
    expect(() => coActivity(table, { window: 60 })).toThrow("too many co-actions: 19,999,800,000,");
  });
});
