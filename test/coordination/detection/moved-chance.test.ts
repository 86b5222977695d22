import { describe, expect, it } from "vitest";
import { MovedChance } from "../../../src/coordination/detection/moved-chance.js";
import { joinedBy, windowedEvents, withStricterChance } from "../../../src/coordination/detection/windowed-events.js";
import { eventsOf } from "../../../src/coordination/events/events-of.js";
import { numbersOf } from "./small-events.js";

/** Chances of each event on the one target, when times may be moved by five minutes. */
function chances(
  rows: readonly (readonly [string, number])[],
  group: string,
  { jitter = 300, semantics = "pairwise" }: { jitter?: number; semantics?: "pairwise" | "bins" | "chained" } = {},
): number[] {
  const table = eventsOf(rows.map(([actor, seconds]) => ({ actor, target: "t", seconds })));
  const pairwise = windowedEvents(table, 60);
  const events = semantics === "pairwise" ? pairwise : joinedBy(table, pairwise, semantics);
  const moved = new MovedChance(withStricterChance(events, events.target, jitter));
  const members = numbersOf(group);
  moved.begin(
    0,
    rows.length,
    Uint8Array.from({ length: events.accounts }, (_, one) => Number(members.has(one))),
  );
  return rows.map((_, event) => moved.of(event));
}

describe("the chance of a moved event", () => {
  it("is the part of the jitter that is within the window of a member", () => {
    // From -200 to 400 seconds, of which those from -60 to 60 are together with a.
    expect(
      chances(
        [
          ["a", 0],
          ["b", 100],
        ],
        "a",
      ),
    ).toEqual([0, 120 / 600]);
  });

  it("counts time near two members once", () => {
    expect(
      chances(
        [
          ["a", 0],
          ["b", 60],
          ["c", 100],
        ],
        "ab",
      )[2],
    ).toBe(180 / 600);
  });

  it("counts only what lies within the jitter", () => {
    expect(
      chances(
        [
          ["a", 0],
          ["b", 340],
        ],
        "a",
      )[1],
    ).toBe(20 / 600);
    expect(
      chances(
        [
          ["a", 0],
          ["b", 360],
          ["c", 5000],
        ],
        "a",
      ).slice(1),
    ).toEqual([0, 0]);
  });

  it("is the part of the jitter in a member's bin, where bins are what counts", () => {
    const rows = [
      ["a", 70],
      ["c", 0],
      ["b", 130],
    ] as const; // the bins begin at c; that of a is from 60 to 120
    expect(chances(rows, "a", { semantics: "bins" }).at(-1)).toBe(60 / 600);
    expect(chances(rows, "ac", { semantics: "bins" }).at(-1)).toBe(120 / 600);
  });

  it("is the part of the jitter near any event of a member's chain, where chains are what counts", () => {
    const rows = [
      ["a", 0],
      ["c", 50],
      ["b", 100],
    ] as const;
    expect(chances(rows, "a", { semantics: "chained" }).at(-1)).toBe(220 / 600);
  });

  it("is of no use to a member alone", () => {
    expect(
      chances(
        [
          ["a", 0],
          ["a", 10],
        ],
        "a",
      ),
    ).toEqual([0, 0]);
  });

  it("is nothing where times may not be moved", () => {
    expect(
      chances(
        [
          ["a", 0],
          ["b", 1],
        ],
        "a",
        { jitter: 0 },
      ),
    ).toEqual([0, 0]);
  });
});
