import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffledLabels, withinTarget } from "../../../src/coordination/null-models/label-permutation.js";
import { coActivity, type DelayedEvents } from "../../../src/coordination/traces/co-activity.js";
import { delayClass } from "../../../src/coordination/traces/delay-class.js";
import { chanceOfCompany } from "../../../src/coordination/traces/exchanged-labels.js";
import { orderByTarget } from "../../../src/coordination/traces/target-order.js";
import { randomNumbers } from "../../../src/statistics/random-numbers.js";

type Row = [account: number, target: number, seconds: number, stratum?: number];

function events(rows: readonly Row[]): DelayedEvents {
  return {
    account: rows.map(([account]) => account),
    target: rows.map(([, target]) => target),
    seconds: rows.map(([, , seconds]) => seconds),
    stratum: rows.map(([, , , stratum]) => stratum ?? 0),
  };
}

const measured = (rows: readonly Row[], accounts = 5) => coActivity(events(rows), { accounts, window: 60 });

/** Every order of the values. */
function permutations<Value>(values: readonly Value[]): Value[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, at) =>
    permutations([...values.slice(0, at), ...values.slice(at + 1)]).map((rest) => [value, ...rest]),
  );
}

describe("co-activity", () => {
  it("joins two accounts on one target up to exactly the window, in either order of the rows", () => {
    for (const rows of [
      [
        [0, 1, 0],
        [1, 1, 60],
      ],
      [
        [1, 1, 60],
        [0, 1, 0],
      ],
    ] as Row[][]) {
      expect(measured(rows)[0]).toMatchObject({ events: 1, together: 1, partners: 1, partnersTwice: 0 });
      expect(measured(rows)[1]).toMatchObject({ events: 1, together: 1, partners: 1 });
    }
    expect(
      measured([
        [0, 1, 0],
        [1, 1, 60.5],
      ])[0],
    ).toMatchObject({ together: 0, partners: 0 });
  });

  it("never joins events without a target, on different targets, or of one account", () => {
    const rows: Row[] = [
      [0, -1, 0],
      [1, -1, 0],
      [2, 5, 0],
      [3, 6, 0],
      [4, 7, 0],
      [4, 7, 1],
    ];
    for (const trace of measured(rows)) expect(trace).toMatchObject({ together: 0, partners: 0, expectedPartners: 0 });
    expect(measured(rows)[0]).toMatchObject({ events: 0, expected: null, pValue: null });
    expect(measured(rows)[4]).toMatchObject({ events: 2, expected: 0, pValue: null });
  });

  it("counts three accounts at one moment as three, each with two partners", () => {
    const rows: Row[] = [
      [0, 1, 0],
      [1, 1, 0],
      [2, 1, 0],
    ];
    expect(measured(rows, 3).map(({ together, partners }) => [together, partners])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it("counts a partner twice for two targets, not for two events on one", () => {
    expect(
      measured([
        [0, 1, 0],
        [1, 1, 5],
        [1, 1, 9],
        [0, 2, 0],
        [2, 2, 0],
      ])[0],
    ).toMatchObject({
      partners: 2,
      partnersTwice: 0,
    });
    expect(
      measured([
        [0, 1, 0],
        [1, 1, 5],
        [0, 2, 0],
        [1, 2, 0],
      ])[0],
    ).toMatchObject({ partners: 1, partnersTwice: 1 });
  });

  it("expects partners as often as random pairs of events lie within the window", () => {
    // On each of two targets one of six pairs of events.
    const rows: Row[] = [1, 2].flatMap((target) =>
      [0, 30, 500, 900].map((seconds, account): Row => [account, target, seconds]),
    );
    const trace = measured(rows)[0];
    expect(trace?.expectedPartners).toBeCloseTo(3 * (1 - (5 / 6) ** 2), 12);
    expect(trace?.expectedPartnersTwice).toBeCloseTo(3 / 36, 12);
  });

  it("has no p-value where everybody acted at once and nothing could have been otherwise", () => {
    expect(
      measured([
        [0, 1, 0],
        [1, 1, 0],
        [2, 1, 0],
      ])[0],
    ).toMatchObject({ expected: 1, pValue: null });
  });

  it("refuses a window that is no number of seconds", () => {
    expect(() => coActivity(events([]), { accounts: 0, window: -1 })).toThrow("window must be");
    expect(() => coActivity(events([]), { accounts: 0, window: Number.NaN })).toThrow(RangeError);
  });

  it("is about the post, not each other, for accounts that all answer within a minute: nothing given the delay", () => {
    // Ten accounts answer each of thirty posts within seconds, ten others hours apart.
    const rows: Row[] = [];
    for (let post = 0; post < 30; post += 1) {
      for (let account = 0; account < 10; account += 1) {
        rows.push([account, post, account * 5, delayClass(0, account * 5)]);
        const late = 3600 * (3 + account) + 60 * ((post * 7) % 11);
        rows.push([10 + account, post, late, delayClass(0, late)]);
      }
    }
    const quick = coActivity(events(rows), { accounts: 20, window: 60 })[0];
    expect(quick?.pValue).toBeLessThan(1e-6);
    expect(quick).toMatchObject({ together: 30, expectedGivenDelay: 30, givenDelayPValue: null });
  });
});

describe("the chance of company under exchanged labels", () => {
  const rows = fc.array(
    fc.tuple(fc.nat(2), fc.nat(1), fc.nat(200), fc.nat(1)).map((row): Row => row),
    { minLength: 1, maxLength: 6 },
  );

  it("is exactly the mean over all exchanges within target and stratum", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { account, target, seconds, stratum } = events(given);
        const order = orderByTarget({ account, target, seconds }, 60);
        const strata = Uint32Array.from(order.event, (event) => stratum[event] as number);
        const chance = chanceOfCompany(order, strata);
        const expected = new Map<number, number>();
        for (const [place, own] of order.account.entries()) {
          expected.set(own, (expected.get(own) ?? 0) + (chance[place] as number));
        }
        for (const [own, sum] of expected) expect(sum).toBeCloseTo(meanOverExchanges(given, own), 9);
      }),
      { numRuns: 60 },
    );
  });

  /** Mean number of accompanied events of an account over every exchange of labels within target and stratum. */
  function meanOverExchanges(given: readonly Row[], own: number): number {
    const orders = permutations(given.map((_, at) => at)).filter((order) =>
      order.every((from, to) => given[from]?.[1] === given[to]?.[1] && given[from]?.[3] === given[to]?.[3]),
    );
    const counts = orders.map((order) => {
      const exchanged = given.map(([, ...rest], at): Row => [given[order[at] as number]?.[0] as number, ...rest]);
      return coActivity(events(exchanged), { accounts: 3, window: 60 })[own]?.together ?? 0;
    });
    return counts.reduce((sum, count) => sum + count, 0) / orders.length;
  }
});

describe("p-values of co-activity", () => {
  it("are uniform or cautious when labels are exchanged within targets", () => {
    const random = randomNumbers("co-activity");
    const rows: Row[] = Array.from({ length: 6000 }, () => {
      const target = Math.floor(random() * 300);
      const account = Math.floor(random() ** 2 * 200);
      return [account, target, Math.floor(random() ** 3 * 20_000), 0];
    });
    const given = events(rows);
    const shuffles = shuffledLabels(given.account, withinTarget(given.target), "labels");
    const pValues: number[] = [];
    for (let shuffle = 0; shuffle < 5; shuffle += 1) {
      const account = shuffles.next().value.slice();
      for (const { pValue } of coActivity({ ...given, account }, { accounts: 200, window: 60 })) {
        if (pValue !== null) pValues.push(pValue);
      }
    }
    expect(pValues.length).toBe(1000);
    for (const level of [0.01, 0.05, 0.2, 0.5]) {
      const share = pValues.filter((pValue) => pValue <= level).length / pValues.length;
      expect(share, `p <= ${level}`).toBeLessThan(1.2 * level + 0.005);
      expect(share, `p <= ${level}`).toBeGreaterThan(0.4 * level);
    }
  });
});
