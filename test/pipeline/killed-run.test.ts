import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { filesIn } from "../../src/files/tree.js";
import { temporaryFolder } from "../temporary-folder.js";
import { smallProject } from "./small-project.js";

/** Three steps in a chain that write two files each, piece by piece, and say "at work" after every piece. */
const program = (project: string, root: string, cacheless: boolean) => `
import { open } from "node:fs/promises";
import { runSteps } from ${JSON.stringify(pathToFileURL(projectPath("dist/pipeline/run-steps.js")).href)};
const names = ["a", "b", "c"];
const steps = names.map((name, index) => ({
  name, title: name, after: names.slice(Math.max(0, index - 1), index), modules: ["first"], inputs: [], parameters: 1,
  outputs: [name + "/1.txt", name + "/2.txt"],
  async run({ path }) {
    for (const output of this.outputs) {
      const file = await open(path(output), "w");
      for (const piece of [1, 2, 3]) {
        await file.write((output + piece).repeat(1000));
        process.stdout.write("at work\\n");
        await new Promise((done) => setTimeout(done, 10));
      }
      await file.close();
    }
  },
}));
const report = ({ type }) => process.stdout.write(type + "\\n");
await runSteps(steps, { root: ${JSON.stringify(root)}, projectRoot: ${JSON.stringify(project)}, fresh: ${cacheless}, report });
`;

/** Runs the program and kills it as soon as it has said so many lines; tells whether it was still running. */
function runAndKill(script: string, lines: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    let said = 0;
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString().split("\n").length - 1;
      if (said >= lines) child.kill("SIGKILL");
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => (code ? reject(new Error(`exit code ${code}`)) : resolve(signal === "SIGKILL")));
  });
}

async function contents(root: string): Promise<Map<string, string>> {
  const files = (await filesIn(root)).filter((file) => !file.startsWith(".cache/"));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(root, file), "utf8")] as const)),
  );
}

describe("a run that is killed", () => {
  it.each([false, true])(
    "leaves only whole files, and the next one gives the same bytes (fresh: %s)",
    async (fresh) => {
      const project = await smallProject();
      const whole = await prepared(project, fresh);
      await runAndKill(whole.script, Number.POSITIVE_INFINITY);
      const expected = await contents(whole.root);
      expect([...expected.keys()]).toEqual(["a/1.txt", "a/2.txt", "b/1.txt", "b/2.txt", "c/1.txt", "c/2.txt"]);

      let kills = 0;
      for (const lines of fresh ? [8, 14] : [1, 5, 9, 10, 16, 20]) {
        const { root, script } = await prepared(project, fresh);
        if (await runAndKill(script, lines)) kills += 1; // a busy machine may let it end first
        for (const [file, text] of await contents(root)) {
          if (!file.startsWith(".partial/")) expect(text, `${file} after ${lines} lines`).toBe(expected.get(file));
        }
        await runAndKill(script, Number.POSITIVE_INFINITY);
        expect(await contents(root)).toEqual(expected);
      }
      expect(kills).toBeGreaterThan(0);
    },
  );
});

async function prepared(project: string, fresh: boolean): Promise<{ root: string; script: string }> {
  const root = await temporaryFolder();
  const script = join(await temporaryFolder(), "run.mjs");
  await writeFile(script, program(project, root, fresh));
  return { root, script };
}
