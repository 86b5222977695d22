import { describe, expect, it } from "vitest";
import { sharedTargets } from "../../../src/coordination/detection/shared-targets.js";
import { windowedEvents } from "../../../src/coordination/detection/windowed-events.js";
import { eventsOf } from "../../../src/coordination/events/events-of.js";
import { bipartiteConfigurationModel } from "../../../src/coordination/null-models/bicm.js";
import { randomNumbers } from "../../../src/statistics/random-numbers.js";
import { examplesOf, run } from "../../statistics/examples.js";

/** Who acted on what, each at another time. */
function eventsFrom(links: readonly (readonly [actor: string, target: string])[]) {
  return windowedEvents(eventsOf(links.map(([actor, target], at) => ({ actor, target, seconds: at * 1000 }))), 60);
}

describe("targets shared with members", () => {
  it("give what the example says", async () => {
    const [example] = await examplesOf("coordination/detection/shared-targets.ts");
    const [actual, expected] = run(example as never, { sharedTargets, windowedEvents, eventsOf });
    expect(actual).toEqual(expected);
  });

  it("are as likely as the configuration model has it, each target once however often", () => {
    // a: x y; b: x; c: y z. The members' targets, a being the member, are x and y.
    const events = eventsFrom([
      ...([
        ["a", "x"],
        ["a", "y"],
        ["a", "y"],
        ["b", "x"],
        ["c", "y"],
        ["c", "z"],
      ] as const),
    ]);
    const model = bipartiteConfigurationModel([2, 1, 2], [2, 2, 1]);
    const [px, py] = [0, 1].map((target) => model.probability(1, target)) as [number, number];
    const [a, b, c] = sharedTargets(events, new Set([0])) ?? [];
    expect(a).toMatchObject({ targets: 2, shared: 0, expected: 0, pValue: 1 }); // there is no other member to share with
    expect(b).toMatchObject({ targets: 1, shared: 1 });
    expect(b?.expected).toBeCloseTo(px + py, 12);
    expect(b?.pValue).toBeCloseTo(1 - (1 - px) * (1 - py), 12);
    expect(c).toMatchObject({ targets: 2, shared: 1 });
  });

  it("are known for nobody without members", () => {
    expect(sharedTargets(eventsFrom([["a", "x"]]), new Set())).toBeNull();
  });

  it("are surprising for who follows the members' taste, and for strangers no more often than the p-value says", () => {
    const random = randomNumbers("shared targets");
    const links: [string, string][] = [];
    for (let actor = 0; actor < 300; actor += 1) {
      for (let target = 0; target < 60; target += 1) {
        if (random() < 0.3 / (1 + target / 10)) links.push([`stranger ${actor}`, `t${target}`]);
      }
    }
    const chosen = [3, 17, 21, 28, 33, 34, 41, 48, 55, 59].map((target) => `t${target}`);
    for (const actor of ["member 1", "member 2", "of like taste"]) {
      for (const target of chosen) links.push([actor, target]);
    }
    const table = eventsOf(links.map(([actor, target], at) => ({ actor, target, seconds: at * 1000 })));
    const numberOf = (name: string) => table.actors.indexOf(name);
    const members = new Set([numberOf("member 1"), numberOf("member 2")]);
    const shares = sharedTargets(windowedEvents(table, 60), members) ?? [];
    expect(shares[numberOf("of like taste")]).toMatchObject({ targets: 10, shared: 10 });
    expect(shares[numberOf("of like taste")]?.pValue).toBeLessThan(1e-5);
    const strangers = shares.filter((_, account) => table.actors[account]?.startsWith("stranger"));
    for (const level of [0.01, 0.05, 0.2]) {
      const below = strangers.filter(({ pValue }) => pValue <= level).length;
      expect(below / strangers.length).toBeLessThan(level + 3 * Math.sqrt(level / strangers.length));
    }
  });
});
