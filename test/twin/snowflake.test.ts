import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { snowflake, snowflakeEpoch, snowflakeTime, tweetId } from "../../src/twin/snowflake.js";

describe("snowflakes", () => {
  it("are milliseconds in the upper 42 bits and a sequence below, exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: 0, max: 2 ** 22 - 1 }), (since, sequence) => {
        expect(snowflake(snowflakeEpoch + since, sequence)).toBe(String((BigInt(since) << 22n) | BigInt(sequence)));
      }),
    );
  });

  it("cannot be made before the scheme began or beyond 22 bits", () => {
    expect(() => snowflake(snowflakeEpoch - 1, 0)).toThrow(/no snowflake so early/);
    expect(() => snowflake(snowflakeEpoch, 2 ** 22)).toThrow(/sequence outside/);
  });

  it("of tweets keep the second and never repeat within it", () => {
    const second = Date.parse("2020-08-12T09:00:00Z");
    const ids = new Set<string>();
    for (let number = 0; number < 50_000; number += 1) ids.add(tweetId(second, number * 997));
    expect(ids.size).toBe(50_000);
    for (const id of ids) expect(Math.floor(snowflakeTime(id) / 1000) * 1000).toBe(second);
  });

  it("of tweets stay apart where numbers differ by a whole turn of the sequence", () => {
    const turn = 2 ** 22;
    expect(new Set([0, 1, 2, 3, 500].map((times) => tweetId(snowflakeEpoch + 26_000, times * turn))).size).toBe(5);
  });
});
