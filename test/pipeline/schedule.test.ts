import { describe, expect, it } from "vitest";
import { runInOrder, type Task } from "../../src/pipeline/schedule.js";

const tasks: Task[] = [
  { name: "a", after: [] },
  { name: "b", after: ["a"] },
  { name: "c", after: [] },
  { name: "d", after: ["b", "c"] },
];

/** Runs the tasks, each taking some turns of the event loop, and tells when each began and ended. */
async function trace(concurrency: number, turns: Record<string, number>) {
  const events: string[] = [];
  const results = await runInOrder(tasks, concurrency, async ({ name }) => {
    events.push(`${name} begins`);
    for (let turn = 0; turn < (turns[name] ?? 1); turn += 1) await new Promise((done) => setImmediate(done));
    events.push(`${name} ends`);
    return name.toUpperCase();
  });
  return { events, results };
}

describe("doing tasks in order", () => {
  it("does one after another in the order of the list with a concurrency of 1", async () => {
    const { events, results } = await trace(1, {});
    expect(events.filter((event) => event.endsWith("begins")).map((event) => event[0])).toEqual(["a", "b", "c", "d"]);
    expect(events.every((event, index) => index % 2 === 0 || event === `${events[index - 1]?.[0]} ends`)).toBe(true);
    expect(results).toEqual(["A", "B", "C", "D"]);
  });

  it("does independent tasks together with a concurrency of 2, and still waits for what a task needs", async () => {
    const { events, results } = await trace(2, { a: 3, c: 20 });
    expect(events).toEqual(["a begins", "c begins", "a ends", "b begins", "b ends", "c ends", "d begins", "d ends"]);
    expect(results).toEqual(["A", "B", "C", "D"]);
  });

  it("starts nothing after a failure, waits for what runs, and throws the first failure", async () => {
    const ended: string[] = [];
    const work = async ({ name }: Task) => {
      if (name === "a") throw new Error("a failed");
      await new Promise((done) => setImmediate(done));
      ended.push(name);
    };
    await expect(runInOrder(tasks, 2, work)).rejects.toThrow("a failed");
    expect(ended).toEqual(["c"]);
  });
});
