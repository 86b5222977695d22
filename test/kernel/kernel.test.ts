import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { Client } from "../../src/kernel/client.js";
import { makeConnection } from "../../src/kernel/connection.js";
import { Kernel } from "../../src/kernel/kernel.js";
import { startProcess } from "../../src/kernel/kernel-process.js";
import type { Message } from "../../src/kernel/messages.js";
import { temporaryFolder } from "../temporary-folder.js";
import { plainTslab } from "./plain-tslab.js";
import { smallNotebook } from "./small-notebook.js";

describe("a kernel", () => {
  it("is not trusted when output is lost, as it is without the repair", async () => {
    const kernel = await Kernel.start({ cwd: projectPath("test"), command: plainTslab });
    const received: Message[] = [];
    const status = kernel.execute(
      "for (let i = 0; i < 5000; i += 1) console.log(i);",
      (message) => received.push(message),
      20,
    );
    await expect(status.finally(() => kernel.close())).rejects.toThrow("kernel lost output of the cell");
    expect(received.length).toBeLessThan(5000);
  });

  it("answers a request to shut down before it closes its sockets", async () => {
    const connection = await makeConnection();
    const { died } = startProcess(connection.file, { cwd: projectPath("test") });
    const client = new Client(connection);
    try {
      const { reply } = client.request("shutdown_request", { restart: false });
      await expect(reply).resolves.toEqual({ restart: false });
      await expect(died).rejects.toThrow("kernel exited with code 0");
    } finally {
      client.close();
      connection.remove();
    }
  });
});

describe("a kernel whose runner ends", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("ends by %s of the runner even while it computes", async (signal) => {
    const { runner, kernel, folder } = await startRunner("while (true);");
    await delay(200);
    runner.kill(signal);
    expect(await once(runner, "exit")).toEqual([null, signal]);
    await hasEnded(kernel);
    expect((await readdir(folder)).sort()).toEqual(["pid", "run.mjs"]);
  });

  it("ends by itself when the runner is killed", async () => {
    const { runner, kernel, folder } = await startRunner("await new Promise((done) => setTimeout(done, 1e6));");
    runner.kill("SIGKILL");
    await hasEnded(kernel);
    expect((await readdir(folder)).sort()).toEqual(["pid", "run.mjs"]);
  });
});

/** Runs a notebook in a process of its own, up to a cell that never ends. Temporary files go to `folder`. */
async function startRunner(endless: string): Promise<{ runner: ChildProcess; kernel: number; folder: string }> {
  const folder = await temporaryFolder();
  const pid = join(folder, "pid");
  const notebook = smallNotebook(`require("fs").writeFileSync(${JSON.stringify(pid)}, String(process.pid))`, endless);
  const program = join(folder, "run.mjs");
  await writeFile(
    program,
    `import { runNotebook } from ${JSON.stringify(pathToFileURL(projectPath("dist/kernel/run-notebook.js")).href)};
const onCell = () => process.stdout.write("ready\\n");
await runNotebook(${JSON.stringify(notebook)}, { cwd: ${JSON.stringify(projectPath("test"))}, name: "endless", onCell });
`,
  );
  const runner = spawn(process.execPath, [program], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(runner.stdout, "data");
  return { runner, kernel: Number(await readFile(pid, "utf8")), folder };
}

/** Waits until a process is gone; the test's own time limit ends a wait that is in vain. */
async function hasEnded(processId: number): Promise<void> {
  while (isRunning(processId)) await delay(20);
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
