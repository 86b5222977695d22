import { describe, expect, it } from "vitest";
import { lagsByAccount, medianLag, shareWithin } from "../../src/statistics/lags.js";

describe("lags", () => {
  it("are those between an account's own events, whatever order the events come in", () => {
    const at = (account: string, seconds: number) => ({ account, seconds });
    const lags = lagsByAccount([at("a", 9), at("b", 6), at("a", 5), at("a", 100)]);
    expect([...lags]).toEqual([
      ["a", [4, 91]],
      ["b", []],
    ]);
  });

  it("of zero seconds are lags, and the border counts as within", () => {
    expect(lagsByAccount([1, 1].map((seconds) => ({ account: "a", seconds }))).get("a")).toEqual([0]);
    expect(shareWithin([0, 60, 61], 60)).toMatchObject({ count: 2, of: 3 });
  });

  it("have no median where there are none", () => {
    expect(medianLag([])).toBeNull();
    expect(medianLag([9, 1])).toBe(5);
  });
});
