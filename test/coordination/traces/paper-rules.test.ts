import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paperFlags, takesPartInPairs } from "../../../src/coordination/traces/paper-flags.js";
import { paperPairs } from "../../../src/coordination/traces/paper-pairs.js";

interface Event {
  account: number;
  target: number;
  seconds: number;
}

const columns = (rows: readonly Event[]) => ({
  account: rows.map(({ account }) => account),
  target: rows.map(({ target }) => target),
  seconds: rows.map(({ seconds }) => seconds),
});

/** The papers' procedure to the letter: join within ten minutes rounded and cut, keep 60 s, use each event once a pair. */
function byBuckets(rows: readonly Event[]): Map<string, number> {
  const joined = new Set<string>();
  for (const bucket of [Math.floor, Math.round]) {
    const key = ({ target, seconds }: Event) => `${target} ${bucket(seconds / 600)}`;
    for (const wanted of new Set(rows.map(key))) {
      const group = rows.filter((row) => key(row) === wanted);
      for (const one of group) {
        for (const two of group) {
          if (one.account >= two.account || Math.abs(one.seconds - two.seconds) > 60) continue;
          joined.add(`${rows.indexOf(one)} ${rows.indexOf(two)}`);
        }
      }
    }
  }
  const time = (pair: string) => pair.split(" ").map((at) => rows[Number(at)]?.seconds ?? 0);
  const inOrder = [...joined].sort((a, b) => {
    const [[a1 = 0, a2 = 0], [b1 = 0, b2 = 0]] = [time(a), time(b)];
    return Math.max(a1, a2) - Math.max(b1, b2) || Math.min(a1, a2) - Math.min(b1, b2);
  });
  const [used, counts] = [new Set<string>(), new Map<string, number>()];
  for (const pair of inOrder) {
    const [one, two] = pair.split(" ").map(Number) as [number, number];
    const name = `${rows[one]?.account} ${rows[two]?.account}`;
    if (used.has(`${name} ${one}`) || used.has(`${name} ${two}`)) continue;
    used.add(`${name} ${one}`).add(`${name} ${two}`);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

describe("the papers' pairs", () => {
  it("are the same by two bucketings of ten minutes as by comparing all times", () => {
    const event = fc.record({ account: fc.nat(3), target: fc.nat(1), seconds: fc.nat(2400) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (rows) => {
        const found = paperPairs(columns(rows), 60).map(({ first, second, together }) => [
          `${first} ${second}`,
          together,
        ]);
        expect(new Map(found as [string, number][])).toEqual(new Map([...byBuckets(rows)].sort()));
      }),
      { numRuns: 300 },
    );
  });

  it("lose no pair at a border of ten minutes or of five", () => {
    for (const border of [300, 600]) {
      const rows = [0, 1].map((account) => ({ account, target: 1, seconds: border - 1 + 2 * account }));
      expect(paperPairs(columns(rows), 60)).toEqual([{ first: 0, second: 1, together: 1, rate: 0.5 }]);
    }
  });

  it("use each event once a pair, and may use it again for another pair", () => {
    const rows = [
      [0, 0],
      [1, 10],
      [1, 20],
      [2, 30],
    ].map(([account = 0, seconds = 0]) => ({ account, target: 1, seconds }));
    expect(paperPairs(columns(rows), 60)).toEqual([
      { first: 0, second: 1, together: 1, rate: 1 / 3 },
      { first: 0, second: 2, together: 1, rate: 1 / 2 },
      { first: 1, second: 2, together: 1, rate: 1 / 3 },
    ]);
  });

  it("leave out accounts that do not take part", () => {
    const rows = [
      [0, 0],
      [1, 10],
      [2, 30],
    ].map(([account = 0, seconds = 0]) => ({ account, target: 1, seconds }));
    expect(paperPairs(columns(rows), 60, (account) => account !== 1)).toEqual([
      { first: 0, second: 2, together: 1, rate: 0.5 },
    ]);
  });
});

describe("the papers' flags", () => {
  const none = { threadRetweeted: 0, mainRetweeted: 0, mainReplied: 0 };

  it("are set above the thresholds, not on them", () => {
    const on = { threadRetweeted: 0.15, mainRetweeted: 0.25, mainReplied: 0.15 };
    const above = { threadRetweeted: 0.151, mainRetweeted: 0.251, mainReplied: 0.151 };
    expect(paperFlags({ diplomatAmplifications: 25, share: 0.5 }, on, { overlapShare: 0.25 }, [])).toMatchObject({
      candidate: false,
      fulfilled: 0,
    });
    expect(paperFlags({ diplomatAmplifications: 26, share: 0.51 }, above, { overlapShare: 0.26 }, [])).toMatchObject({
      candidate: true,
      fulfilled: 4,
    });
  });

  it("make no candidate of an account that never retweeted a diplomat, or on one condition alone", () => {
    const candidate = (diplomatAmplifications: number, share: number | null) =>
      paperFlags({ diplomatAmplifications, share }, none, { overlapShare: null }, []).candidate;
    expect([candidate(100, null), candidate(100, 0.5), candidate(25, 1)]).toEqual([false, false, false]);
  });

  it("sum the pairs of an account", () => {
    const pairs = [
      { together: 2, rate: 0.1 },
      { together: 1, rate: 0.3 },
    ];
    const flags = paperFlags({ diplomatAmplifications: 1, share: 1 }, none, { overlapShare: 0 }, pairs);
    expect(flags).toMatchObject({ partners: 2, coActions: 3, highestRate: 0.3 });
  });

  it("let accounts take part in pairs with more than one amplification and more than a quarter for the focus", () => {
    expect(takesPartInPairs({ diplomatAmplifications: 2, share: 0.26 })).toBe(true);
    expect(takesPartInPairs({ diplomatAmplifications: 1, share: 1 })).toBe(false);
    expect(takesPartInPairs({ diplomatAmplifications: 9, share: 0.25 })).toBe(false);
    expect(takesPartInPairs({ diplomatAmplifications: 9, share: null })).toBe(false);
  });
});
