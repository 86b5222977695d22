import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TiltedOdds } from "../../../src/coordination/detection/tilted-odds.js";
import { UpperTails } from "../../../src/coordination/detection/upper-tails.js";

function scores(odds: TiltedOdds, chance: Float64Array): Float64Array {
  const found = new Float64Array(chance.length + 1);
  odds.score({ chance, from: 0, to: chance.length }, { least: 0, most: chance.length }, found);
  return found;
}

describe("tilted odds", () => {
  it("weigh every factor alike without members", () => {
    const [apart, together] = scores(TiltedOdds.fittedTo([]), Float64Array.of(0.1));
    const factors = [2, 4, 8, 16, 32, 64, 128, 256];
    const mean = (of: (factor: number) => number) => factors.reduce((sum, factor) => sum + of(factor), 0) / 8;
    expect(apart).toBeCloseTo(Math.log(mean((factor) => 1 / (1 + (factor - 1) * 0.1))), 12);
    expect(together).toBeCloseTo(Math.log(mean((factor) => factor / (1 + (factor - 1) * 0.1))), 12);
  });

  it("are a likelihood ratio: chance expects it to be one", () => {
    const chances = fc.array(fc.double({ min: 1e-4, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(chances, fc.array(fc.tuple(chances, fc.nat(8)), { maxLength: 5 }), (all, members) => {
        const chance = Float64Array.from(all);
        const odds = TiltedOdds.fittedTo(
          members.map(([its, met]) => ({ chance: Float64Array.from(its), together: Math.min(met, its.length) })),
        );
        const found = scores(odds, chance);
        const { tails } = tailsOf(chance);
        const mean = found.reduce((sum, score, count) => {
          return sum + Math.exp(score) * ((tails[count] as number) - (tails[count + 1] as number));
        }, 0);
        expect(mean).toBeCloseTo(1, 6);
      }),
    );
  });

  it("ask more of an account when the members are loyal", () => {
    const chance = Float64Array.of(0.05, 0.05, 0.05, 0.05);
    const [loyal, loose] = [4, 1].map((together) => scores(TiltedOdds.fittedTo([{ chance, together }]), chance));
    expect(loyal?.[1]).toBeLessThan(loose?.[1] as number);
    expect(loyal?.[4]).toBeGreaterThan(loose?.[4] as number);
  });
});

function tailsOf(chance: Float64Array): UpperTails {
  const counts = new UpperTails();
  counts.follow(chance, 0, chance.length, chance.length);
  return counts;
}
