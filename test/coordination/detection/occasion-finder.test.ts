import { describe, expect, it } from "vitest";
import { OccasionFinder } from "../../../src/coordination/detection/occasion-finder.js";
import { numbersOf, type Row, smallEvents } from "./small-events.js";

/** Members a and b together, c in between, d and e long after. */
const onT: Row[] = [
  ["a", "t", 0],
  ["c", "t", 10],
  ["b", "t", 30],
  ["d", "t", 1000],
  ["e", "t", 2000],
];

function found(rows: readonly Row[], group: string, whom?: "everyone" | "who met it") {
  const finder = new OccasionFinder(smallEvents(rows));
  const members = numbersOf(group);
  const columns = finder.with(members, whom);
  return new Map(
    columns.accounts.map((account, place) => ["abcdefgh"[account], finder.at(columns, place, members)] as const),
  );
}

describe("occasions with a group", () => {
  it("give an outsider the chance of any outsider on the target", () => {
    const occasions = found(onT, "ab");
    expect(occasions.get("c")).toMatchObject({ together: 1, chance: Float64Array.of(1 / 3) });
    expect(occasions.get("d")).toMatchObject({ together: 0, chance: Float64Array.of(1 / 3) });
  });

  it("count a member's own slot among those it could have had", () => {
    const occasions = found(onT, "ab");
    expect(occasions.get("a")).toMatchObject({ together: 1, chance: Float64Array.of(2 / 4) });
    expect(found([...onT, ["f", "t", 5000]], "abf").get("f")).toMatchObject({
      together: 0,
      chance: Float64Array.of(1 / 4),
    });
  });

  it("are none for a member alone on a target, but for the others there", () => {
    const occasions = found(onT, "a");
    expect(occasions.has("a")).toBe(false);
    expect(occasions.get("b")).toMatchObject({ together: 1, chance: Float64Array.of(2 / 4) });
  });

  it("are never certain and never impossible", () => {
    const crowd: Row[] = [
      ["a", "t", 0],
      ["b", "t", 1],
      ["c", "t", 2],
      ["a", "u", 0],
      ["b", "u", 500],
      ["c", "u", 1000],
    ];
    expect([...(found(crowd, "ab").get("c")?.chance ?? [])]).toEqual([0.999, 1e-4]);
  });

  it("name the members met, and on how many occasions each was the only one", () => {
    const twice: Row[] = [...onT, ["a", "u", 0], ["c", "u", 60], ["b", "u", 61]];
    expect(found(twice, "ab").get("c")?.partners).toEqual(
      new Map([
        [0, 0],
        [1, 0],
      ]),
    );
    expect(found(twice, "ab").get("a")?.partners).toEqual(new Map([[1, 1]]));
  });

  it("can be asked for those only who met the group", () => {
    expect([...found(onT, "ab", "who met it").keys()].sort()).toEqual(["a", "b", "c"]);
  });

  it("remember nothing of the group before", () => {
    const finder = new OccasionFinder(smallEvents(onT));
    const first = finder.with(numbersOf("ab"));
    finder.with(numbersOf("cde"));
    expect(finder.with(numbersOf("ab"))).toEqual(first);
  });
});
