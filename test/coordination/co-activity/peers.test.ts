import { describe, expect, it } from "vitest";
import { edgesOf, onObject } from "./edges.js";

describe("where peers are known to go wrong, co-activity", () => {
  it("counts both sides: an object shared by three accounts has three of them in its edges", () => {
    const edges = edgesOf(onObject("t", ["A", 0], ["B", 5], ["C", 9]), { window: 60 });
    expect(new Set(edges.flatMap(([a, b]) => `${a}${b}`.split("")))).toEqual(new Set(["A", "B", "C"]));
    expect(edges).toHaveLength(3);
  });

  it("averages all differences, not distinct ones: 1, 1 and 10 seconds are 4 on average", () => {
    const rows = ["t", "u", "v"].flatMap((target, at) => onObject(target, ["a", 0], ["b", at < 2 ? 1 : 10]));
    expect(edgesOf(rows, { window: 60 })).toEqual([["a", "b", 3, 4]]);
  });

  it("never matches an empty object with another empty one, nor an empty account, nor an empty event id", () => {
    const rows = [
      { actor: "a", target: "", seconds: 0 },
      { actor: "b", target: " ", seconds: 0 },
      { actor: "", target: "t", seconds: 0 },
      { actor: "c", target: "t", seconds: 0, event: "" },
      { actor: "d", target: "t", seconds: 1, event: "" },
    ];
    expect(edgesOf(rows, { window: 60 })).toEqual([["c", "d", 1, 1]]);
  });

  it("keeps whole days in a difference", () => {
    const rows = onObject("t", ["a", 0], ["b", 2 * 86_400 + 30]);
    expect(edgesOf(rows, { window: 60 })).toEqual([]);
    expect(edgesOf(rows, { window: 3 * 86_400 })).toEqual([["a", "b", 1, 172_830]]);
  });

  it("asks least participation of both accounts; only `coortweet`, which repeats CooRTweet, of one", () => {
    const rows = [
      ...onObject("t", ["a", 0], ["b", 1]),
      ...onObject("u", ["a", 0], ["c", 1]),
      ...onObject("v", ["c", 500]),
    ];
    expect(edgesOf(rows, { window: 60, minParticipation: 2 })).toEqual([["a", "c", 1, 1]]);
    // b goes, with its one row; then a and c have one row each in a pair, and neither has two.
    expect(edgesOf(rows, { window: 60, semantics: "coortweet" })).toEqual([]);
    const again = [...rows, ...onObject("w", ["b", 900])];
    expect(edgesOf(again, { window: 60, semantics: "coortweet" })).toEqual([
      ["a", "b", 1, 1],
      ["a", "c", 1, 1],
    ]);
  });

  it("keeps ids apart that are one number: beyond 2^53, or with leading zeros", () => {
    const rows = onObject("t", ["9007199254740992", 0], ["9007199254740993", 0], ["7", 0], ["007", 0]);
    expect(edgesOf(rows, { window: 0 })).toHaveLength(6);
  });
});

describe("`coortweet`", () => {
  it("counts a row given twice twice, and never pairs two rows of one event", () => {
    const rows = [
      { actor: "a", target: "t", seconds: 0, event: "1" },
      { actor: "a", target: "t", seconds: 0, event: "1" },
      { actor: "b", target: "t", seconds: 4, event: "2" },
      { actor: "b", target: "t", seconds: 9, event: "1" },
    ];
    expect(edgesOf(rows, { window: 5, semantics: "coortweet" })).toEqual([["a", "b", 2, 4]]);
    expect(edgesOf(rows, { window: 5 })).toEqual([["a", "b", 1, 4]]);
  });

  it("leaves out an event that is its own object, but looks its id up when counting participation", () => {
    const rows = [
      { actor: "a", target: "t", seconds: 0, event: "t" },
      { actor: "b", target: "t", seconds: 1, event: "2" },
      { actor: "b", target: "t", seconds: 99, event: "2" },
      { actor: "a", target: "t", seconds: 2, event: "3" },
    ];
    expect(edgesOf(rows, { window: 5, semantics: "coortweet" })).toEqual([["a", "b", 1, 1]]);
  });
});

describe("`qut`", () => {
  it("counts the messages of the one that have a partner, whatever the number of partners", () => {
    const rows = onObject("t", ["a", 0], ["b", 1], ["b", 2], ["b", 3]);
    expect(edgesOf(rows, { window: 60, semantics: "qut" })).toEqual([
      ["a", "b", 1, undefined],
      ["b", "a", 3, undefined],
    ]);
  });
});
