import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coActivity } from "../../../src/coordination/co-activity/co-activity.js";
import { memberEdges } from "../../../src/coordination/detection/member-edges.js";
import { windowedEvents } from "../../../src/coordination/detection/windowed-events.js";
import { eventsOf } from "../../../src/coordination/events/events-of.js";
import { examplesOf, run } from "../../statistics/examples.js";
import { numbersOf, smallEvents } from "./small-events.js";

describe("the edges between members", () => {
  it("have as many meetings by chance as their events have chances on targets that both share", () => {
    const events = smallEvents([
      ["a", "t", 0],
      ["b", "t", 30],
      ["c", "t", 1000],
      ["c", "t", 1010],
      ["a", "u", 0],
      ["b", "u", 500],
      ["a", "alone", 0],
    ]);
    // On t two of six pairs of events are near; on u none of one.
    expect(memberEdges(events, numbersOf("ab"))).toEqual([{ a: 0, b: 1, weight: 1, expected: 1 / 3, meanDelta: 30 }]);
  });

  it("are those of co-activity", () => {
    const row = fc.record({
      actor: fc.constantFrom(..."abcdef"),
      target: fc.constantFrom("s", "t", "u"),
      seconds: fc.nat(400),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const table = eventsOf(rows);
        const edges = memberEdges(windowedEvents(table, 60), new Set(table.actors.keys()));
        const { a, b, weight, meanDelta } = coActivity(table, { window: 60 });
        expect(edges.map((edge) => [edge.a, edge.b, edge.weight])).toEqual(
          [...a].map((one, at) => [one, b[at], weight[at]]),
        );
        for (const [at, edge] of edges.entries()) expect(edge.meanDelta).toBeCloseTo(meanDelta[at] as number, 9);
      }),
    );
  });

  it("have an example that holds", async () => {
    const [example] = await examplesOf("coordination/detection/member-edges.ts");
    if (!example) throw new Error("no example");
    const [actual, expected] = run(example, { memberEdges, windowedEvents, eventsOf });
    expect(actual).toEqual(expected);
  });
});
