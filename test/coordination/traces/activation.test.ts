import { describe, expect, it } from "vitest";
import { activations } from "../../../src/coordination/traces/activation.js";

const day = 86_400;

/** Beginnings of accounts in days; history unknown unless it is given. */
function beginnings(rows: { created?: number; first: number; firstWeek?: number; silence?: number }[], from = 100) {
  return {
    created: rows.map(({ created }) => (created === undefined ? 0 : created * day)),
    firstAmplification: rows.map(({ first }) => first * day),
    longestSilence: rows.map(({ silence }) => silence ?? Number.NaN),
    firstWeek: rows.map(({ firstWeek }) => firstWeek ?? 1),
    from: from * day,
  };
}

describe("dormancy", () => {
  it("is counted from creation, and quiet days only while it was watched", () => {
    const [old, young] = activations(
      beginnings([
        { created: 40, first: 112 },
        { created: 110, first: 112 },
      ]),
    );
    expect(old).toMatchObject({ daysToFirstAmplification: 72, quietDays: 12 });
    expect(young).toMatchObject({ daysToFirstAmplification: 2, quietDays: 2 });
  });

  it("ranks a silence among the accounts whose history is known", () => {
    const rows = activations(beginnings([{ first: 110, silence: 90 }, { first: 110, silence: 3 }, { first: 110 }]));
    expect(rows.map(({ silenceRank }) => silenceRank)).toEqual([0.5, 1, null]);
    expect(rows.map(({ medianSilenceDays }) => medianSilenceDays)).toEqual([46.5, 46.5, null]);
  });

  it("says nothing about an account whose creation is not known", () => {
    const rows = beginnings([{ first: 120, firstWeek: 9 }]);
    rows.created[0] = Number.NaN;
    expect(activations(rows)[0]).toMatchObject({ daysToFirstAmplification: null, quietDays: null, pValue: null });
  });
});

describe("joint activation", () => {
  const newcomers = Array.from({ length: 60 }, (_, at) => ({ first: 108 + at, firstWeek: 1 }));

  it("counts only dormant accounts that were activated: seven quiet days and five amplifications in the week", () => {
    const rows = [
      { first: 130, firstWeek: 5 },
      { first: 130.9, firstWeek: 5 },
      { first: 130.9, firstWeek: 4 },
      { created: 124.5, first: 131, firstWeek: 50 },
      { first: 131.5, firstWeek: 9 },
    ];
    const found = activations(beginnings([...rows, ...newcomers]));
    expect(found[0]).toMatchObject({ activatedWithinDay: 1, activatedWithinTwoDays: 2 });
    expect(found[2]).toMatchObject({ activatedWithinDay: null, pValue: null });
    expect(found[3]).toMatchObject({ activatedWithinDay: null, pValue: null });
  });

  it("is surprising where those who appear together all stay, not where many appear", () => {
    const crowd = Array.from({ length: 200 }, () => ({ first: 130, firstWeek: 1 }));
    const one = { first: 130, firstWeek: 9 };
    const together = activations(beginnings([...Array(6).fill(one), ...newcomers]))[0];
    const inCrowd = activations(beginnings([one, one, ...crowd, ...newcomers, { first: 145, firstWeek: 9 }]))[0];
    expect(together?.pValue).toBeLessThan(1e-4);
    expect(inCrowd?.pValue).toBeGreaterThan(0.5);
  });

  it("expects the share of the month around it, by hand", () => {
    // Others within two days: one of two activated; within the month on either side: one of three.
    const rows = [130, 130, 120, 125, 150].map((first, at) => ({ first, firstWeek: at < 3 ? 5 : 1 }));
    expect(activations(beginnings(rows))[0]).toMatchObject({
      activatedWithinTwoDays: 1,
      expectedWithinTwoDays: (1 * 2) / 4,
      pValue: 1,
    });
  });
});
