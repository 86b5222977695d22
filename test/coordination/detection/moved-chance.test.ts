import { describe, expect, it } from "vitest";
import { MovedChance } from "../../../src/coordination/detection/moved-chance.js";
import { withStricterChance } from "../../../src/coordination/detection/windowed-events.js";
import { numbersOf, type Row, smallEvents } from "./small-events.js";

/** Chances of each event on the one target, when times may be moved by five minutes. */
function chances(rows: readonly (readonly [string, number])[], group: string, jitter = 300): number[] {
  const events = smallEvents(rows.map(([actor, seconds]): Row => [actor, "t", seconds]));
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
        0,
      ),
    ).toEqual([0, 0]);
  });
});
