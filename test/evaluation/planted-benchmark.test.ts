import { describe, expect, it } from "vitest";
import { plantedBenchmark } from "../../src/evaluation/planted-benchmark.js";
import { score } from "../../src/evaluation/score.js";
import { smallBackground } from "./small-background.js";

const background = smallBackground();

/** Events of a benchmark as [actor, target, seconds]. */
function eventsIn(effort: number, seed = 1) {
  const { table, members } = plantedBenchmark(background, { seed, effort });
  const all = [...table.actor].map((actor, row) => ({
    actor: table.actors[actor] as string,
    target: table.targets[table.target[row] as number] as string,
    seconds: table.seconds[row] as number,
  }));
  return { all, members, planted: all.filter(({ actor }) => members.has(actor)) };
}

function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

describe("the planted benchmark", () => {
  it("keeps of the traffic how many acted on each target, when, and how active each account is", () => {
    const { all, members } = eventsIn(0.1);
    const real = all.filter(({ actor }) => !members.has(actor));
    const { events, targets, actors } = background;
    const key = (target: string, seconds: number) => `${target} ${seconds}`;
    expect(real.map(({ target, seconds }) => key(target, seconds)).sort()).toEqual(
      [...events.target].map((target, at) => key(targets[target] as string, events.seconds[at] as number)).sort(),
    );
    expect(real.map(({ actor }) => actor).sort()).toEqual(
      [...events.account].map((account) => `real/${actors[account]}`).sort(),
    );
  });

  it("has 62 members act in three shifts within a minute, on 80 targets with at least ten events", () => {
    const { planted } = eventsIn(1);
    const byTarget = groupedBy(planted, ({ target }) => target);
    const campaign = [...byTarget].filter(([, events]) => events.length >= 62);
    expect(campaign).toHaveLength(80);
    for (const [target, events] of campaign) {
      expect(Number(target.split(" ")[1]) % 40).toBeGreaterThanOrEqual(6);
      const shifts = groupedBy(events, ({ actor }) => Number(actor.slice(-2)) % 3);
      for (const shift of shifts.values()) {
        const members = new Set(shift.map(({ actor }) => actor)).size;
        expect([20, 21]).toContain(members);
        const seconds = shift.map((event) => event.seconds).sort((one, other) => one - other);
        const within = seconds.filter((one) => seconds.filter((other) => Math.abs(other - one) < 60).length >= members);
        expect(within.length).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it("has members act alone at most six times where they join nothing", () => {
    const { planted, members } = eventsIn(0);
    expect(members.size).toBe(62);
    const times = [...groupedBy(planted, ({ actor }) => actor).values()].map(({ length }) => length);
    expect(Math.max(...times)).toBeLessThanOrEqual(6);
    expect(times.length).toBeGreaterThan(40);
  });

  it("joins about as often as the effort says", () => {
    const joined = eventsIn(0.2).planted.length - eventsIn(0).planted.length;
    // 62 members on 80 targets: 992 expected, standard deviation 28.
    expect(joined).toBeGreaterThan(992 - 120);
    expect(joined).toBeLessThan(992 + 120);
  });

  it("is decided by its seed", () => {
    expect(eventsIn(0.1)).toEqual(eventsIn(0.1));
    expect(eventsIn(0.1, 2)).not.toEqual(eventsIn(0.1));
  });

  it("is solved where the effort is high", async () => {
    const one = plantedBenchmark(background, { seed: 1, effort: 0.3 });
    const { precision, recall } = score(await one.detect(), one);
    expect(recall).toBeGreaterThan(0.9);
    expect(precision).toBeGreaterThan(0.85);
  });
});
