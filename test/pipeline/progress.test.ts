import { describe, expect, it } from "vitest";
import { duration, type ProgressEvent, progressReport } from "../../src/pipeline/progress.js";

function reported(events: ProgressEvent[], isTTY = false): string {
  let text = "";
  let clock = 0;
  const report = progressReport({ write: (piece) => (text += piece), isTTY, columns: 40 }, () => clock);
  for (const event of events) {
    report(event);
    clock += 100;
  }
  return text;
}

const begin: ProgressEvent = { type: "begin", steps: 2 };
const end: ProgressEvent = { type: "end" };
const upToDate = (name: string): ProgressEvent => ({ type: "finished", name, outcome: "up to date", seconds: 0.01 });
const drawing: ProgressEvent = { type: "started", name: "b", title: "draw rates", number: 2 };
const drawn: ProgressEvent = { type: "finished", name: "b", outcome: "done", seconds: 1.23 };

describe("the progress of a run", () => {
  it("is one line when nothing had to run", () => {
    expect(reported([begin, upToDate("a"), upToDate("b"), end])).toBe("up to date: 2 steps, nothing to do (0.3 s)\n");
  });

  it("is one line for each step that ran, and one for all", () => {
    expect(
      reported([begin, upToDate("a"), drawing, { type: "progress", name: "b", text: "cell 2 of 9" }, drawn, end]),
    ).toBe("[2/2] draw rates (1.2 s)\nran 1 of 2 steps, 1 up to date (0.5 s)\n");
  });

  it("says how far a run came that failed", () => {
    expect(reported([begin, upToDate("a"), drawing, end])).toBe("stopped after 1 of 2 steps (0.3 s)\n");
  });

  it("shows on a terminal what runs, how long and how far, within one line", () => {
    const progress: ProgressEvent = { type: "progress", name: "b", text: "cell 2 of 9" };
    const lines = reported([begin, upToDate("a"), drawing, progress, drawn, end], true).split("\r\u001b[K");
    expect(lines).toContain("[2/2] draw rates 0.1 s, cell 2 of 9");
    expect(lines).toContain("[2/2] draw rates (1.2 s)\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  it("gives durations in seconds, from a minute on in minutes and seconds", () => {
    expect([0.04, 59.9, 59.96, 125].map(duration)).toEqual(["0.0 s", "59.9 s", "1 min 00 s", "2 min 05 s"]);
  });
});
