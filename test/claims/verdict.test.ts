import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/claims/check.js";
import { type Claim, readClaims } from "../../src/claims/claim.js";
import { type Verdict, verdictOf } from "../../src/claims/verdict.js";

const [example] = await readClaims();
const claim = (given: Partial<Claim>): Claim => ({ ...(example as Claim), upper: null, tolerance: 0, ...given });
const value = (number: number): Outcome => ({ value: number, text: String(number) });

describe("a verdict", () => {
  it.each<[Partial<Claim>, number, Verdict]>([
    [{ relation: "equal", value: 189 }, 189, "reproduced"],
    [{ relation: "equal", value: 189 }, 190, "differs"],
    [{ relation: "equal", value: 0.14, tolerance: 0.005 }, 27 / 189, "within rounding"],
    [{ relation: "equal", value: 0.14, tolerance: 0.005 }, 0.1451, "differs"],
    [{ relation: "about", value: 1e6, tolerance: 5e5 }, 1e6, "within rounding"],
    [{ relation: "more than", value: 270 }, 270, "within rounding"],
    [{ relation: "more than", value: 270 }, 271, "reproduced"],
    [{ relation: "fewer than", value: 50 }, 44, "reproduced"],
    [{ relation: "fewer than", value: 50 }, 51, "differs"],
    [{ relation: "at least", value: 126 }, 126, "reproduced"],
    [{ relation: "at most", value: 60, tolerance: 1 }, 61, "within rounding"],
    [{ relation: "between", value: 0.5, upper: 0.75, tolerance: 0.005 }, 0.75, "reproduced"],
    [{ relation: "between", value: 0.5, upper: 0.75, tolerance: 0.005 }, 0.754, "within rounding"],
    [{ relation: "between", value: 0.5, upper: 0.75, tolerance: 0.005 }, 0.49, "differs"],
  ])("of %o on %d is %s", (given, recomputed, verdict) => {
    expect(verdictOf(claim(given), value(recomputed))).toBe(verdict);
  });

  it("says that sources contradict each other, whatever the number", () => {
    const outcome = { ...value(189), contradiction: "one prints 189, the other 190" };
    expect(verdictOf(claim({ relation: "equal", value: 189 }), outcome)).toBe("sources contradict each other");
  });

  it.each<[number | null, Verdict]>([
    [150_000, "within rounding"],
    [144_000, "differs"],
    [null, "not computable from this corpus"],
  ])("of several numbers is that of the worst: 735,664 by %d is %s", (retweeters, verdict) => {
    const parts: Claim["parts"] = [{ quantity: "retweeters", value: 150_000, relation: "about", tolerance: 5000 }];
    const outcome = { ...value(735_664), parts: { retweeters } };
    expect(verdictOf(claim({ relation: "equal", value: 735_664, parts }), outcome)).toBe(verdict);
  });

  it("is refused where a check leaves out a number that the claim states", () => {
    const parts: Claim["parts"] = [{ quantity: "retweeters", value: 150_000, relation: "about", tolerance: 5000 }];
    expect(() => verdictOf(claim({ parts }), value(1))).toThrow("gives no retweeters");
  });

  it("tells nothing to compute from not computable here", () => {
    expect(verdictOf(claim({ relation: "stated", value: null }), null)).toBe(
      "stated in the source with nothing to compute",
    );
    expect(verdictOf(claim({ value: 1 }), null)).toBe("not computable from this corpus");
    expect(verdictOf(claim({ value: 1 }), { notComputable: "no posts" })).toBe("not computable from this corpus");
  });
});
