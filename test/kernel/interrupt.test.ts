import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { plainTslab } from "./plain-tslab.js";
import { type Session, startSession } from "./session.js";

const endless = {
  "a wait": "await new Promise((done) => setTimeout(done, 1e6));",
  "a loop": "while (true);",
  "a loop after an await": "await new Promise((done) => setTimeout(done, 1)); console.log('on'); while (true);",
  "a loop that prints": "await 0; for (let i = 0; ; i += 1) console.log(i);",
};

describe("interrupting a cell", () => {
  let session: Session;
  let pid: number;
  beforeAll(async () => {
    session = await startSession({ cwd: projectPath("test") });
    pid = Number((await session.run("const kept = 7; process.pid")).stdout);
  });
  afterAll(() => session.close());

  const ways = [
    ["SIGINT", async () => void process.kill(pid, "SIGINT")],
    ["interrupt_request", () => session.requestInterrupt()],
  ] as const;
  const cases = ways.flatMap(([way, interrupt]) =>
    Object.entries(endless).map(([name, code]) => ({ way, interrupt, name, code })),
  );

  it.each(cases)("ends $name by $way, and the kernel goes on with its variables", async ({ code, interrupt }) => {
    const running = session.run(code);
    await delay(700);
    await interrupt();
    const { reply } = await running;
    expect(reply).toMatchObject({ status: "error", ename: "Interrupted", evalue: "the cell was interrupted" });
    await delay(250); // for 200 ms after a failure the kernel refuses what was asked before
    expect(await session.run("kept")).toMatchObject({ stdout: "7\n", reply: { status: "ok" } });
  });

  it("leaves later cells alone when nothing was running", async () => {
    await session.requestInterrupt();
    await delay(100);
    expect((await session.run("await new Promise((done) => setTimeout(done, 300)); kept")).stdout).toBe("7\n");
  });
});

it("plain tslab heeds no interrupt in a loop after an await", async () => {
  const session = await startSession({ cwd: projectPath("test"), command: plainTslab });
  const pid = Number((await session.run("process.pid")).stdout);
  const running = session.run(endless["a loop after an await"]).catch(() => "killed");
  await delay(700);
  process.kill(pid, "SIGINT");
  await session.requestInterrupt();
  expect(await Promise.race([running, delay(1500, "still running")])).toBe("still running");
  await session.close();
});
