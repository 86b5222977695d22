import { describe, expect, it } from "vitest";
import { runsOf } from "../../../src/coordination/traces/runs.js";
import { switching } from "../../../src/coordination/traces/switching.js";
import { randomNumbers } from "../../../src/statistics/random-numbers.js";

const hour = 3600;

describe("runs", () => {
  it("are at least three retweets with gaps of at most a minute, whatever the order of the rows", () => {
    const seconds = [200, 0, 60, 120, 400, 420];
    const runs = runsOf(Array(6).fill(7), seconds);
    expect([...runs.begin]).toEqual([0]);
    expect([...runs.end]).toEqual([120]);
  });

  it("belong to one account each", () => {
    expect(runsOf([1, 2, 1, 2], [0, 10, 20, 30]).account).toHaveLength(0);
    expect([...runsOf([1, 2, 1, 2, 1, 2], [0, 10, 20, 30, 40, 50]).account]).toEqual([1, 2]);
  });
});

describe("consecutive switching", () => {
  it("counts B going on at most a minute after A stops, for both", () => {
    const runs = { account: [0, 1, 2], begin: [1000, 1160, 1300], end: [1100, 1250, 1400] };
    const found = switching(runs, 4);
    expect(found.map(({ switches, partners }) => [switches, partners])).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [0, 0],
    ]);
    expect(found[3]).toMatchObject({ runs: 0, expected: null, pValue: null });
  });

  it("does not count runs that overlap, begin later than a minute, or are an account's own", () => {
    const overlapping = { account: [0, 1], begin: [1000, 1099], end: [1100, 1300] };
    const late = { account: [0, 1], begin: [1000, 1161], end: [1100, 1300] };
    const own = { account: [0, 0], begin: [1000, 1130], end: [1100, 1300] };
    for (const runs of [overlapping, late, own]) expect(switching(runs, 2)[0]).toMatchObject({ switches: 0 });
  });

  it("expects what moving every run within its hour gives, also across hours and with long runs", () => {
    const runs = {
      account: [0, 1, 2, 1, 0, 2],
      begin: [0.2, 0.9, 1.1, 1.5, 2.3, 4.9].map((at) => at * hour),
      end: [0.25, 1.2, 1.15, 2.6, 2.4, 4.95].map((at) => at * hour),
    };
    const random = randomNumbers("jitter");
    const replicates = 40_000;
    const sums = [0, 0, 0];
    for (let replicate = 0; replicate < replicates; replicate += 1) {
      const begin = runs.begin.map((at) => Math.floor(at / hour) * hour + random() * hour);
      const end = begin.map((at, run) => at + (runs.end[run] as number) - (runs.begin[run] as number));
      begin.forEach((start, after) => {
        end.forEach((stop, before) => {
          const [one, two] = [runs.account[before] as number, runs.account[after] as number];
          if (one === two || start - stop < 0 || start - stop > 60) return;
          sums[one] = (sums[one] as number) + 1;
          sums[two] = (sums[two] as number) + 1;
        });
      });
    }
    switching(runs, 3).forEach(({ expected }, account) => {
      expect(expected).toBeCloseTo((sums[account] as number) / replicates, 2);
      expect(expected).toBeGreaterThan(0.01);
    });
  });

  it("gives p-values that are cautious when every run begins at a random moment of its hour", () => {
    const random = randomNumbers("null");
    const pValues: number[] = [];
    for (let replicate = 0; replicate < 10; replicate += 1) {
      const rows = Array.from({ length: 1500 }, () => {
        const begin = Math.floor(random() ** 2 * 240) * hour + random() * hour;
        return { account: Math.floor(random() * 60), begin, end: begin + 30 + random() * 300 };
      }).sort((a, b) => a.begin - b.begin);
      const runs = {
        account: rows.map(({ account }) => account),
        begin: rows.map(({ begin }) => begin),
        end: rows.map(({ end }) => end),
      };
      for (const { pValue } of switching(runs, 60)) if (pValue !== null) pValues.push(pValue);
    }
    for (const level of [0.01, 0.05, 0.2]) {
      const share = pValues.filter((pValue) => pValue <= level).length / pValues.length;
      expect(share, `p <= ${level}`).toBeLessThan(1.35 * level + 0.005);
    }
  });
});
