import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { kernelMetadata } from "../../src/kernel/kernel-name.js";
import type { Notebook } from "../../src/kernel/nbformat.js";
import { serialiseNotebook } from "../../src/kernel/notebook.js";
import { NotebookError } from "../../src/kernel/notebook-error.js";
import { type RunOptions, runNotebook } from "../../src/kernel/run-notebook.js";
import { codeCell, printed, smallNotebook } from "./small-notebook.js";

function run(notebook: Notebook, options: Partial<RunOptions> = {}): Promise<Notebook> {
  return runNotebook(notebook, { cwd: projectPath("test"), name: "small", ...options });
}

async function failure(notebook: Notebook, options: Partial<RunOptions> = {}): Promise<NotebookError> {
  const error: unknown = await run(notebook, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof NotebookError)) throw new Error(`no NotebookError but ${String(error)}`);
  return error;
}

describe("running a notebook", () => {
  it("gives the same bytes twice, whatever the time zone, language and colours around it", async () => {
    const notebook = smallNotebook(
      "const day: Date = new Date(2021, 4, 10);\nconsole.log({ day: day.toISOString(), text: day.toLocaleString() });",
      "console.log('é 中'); console.log(1234.5.toLocaleString());\nday.getFullYear()",
      "const shown = require('tslab').newDisplay();\nshown.text('first');",
      "shown.text('second');",
      "",
    );
    notebook.cells.splice(1, 0, { id: "text", cell_type: "markdown", metadata: {}, source: "# Title\n" });
    const first = await run(notebook);
    const strange = { TZ: "America/New_York", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8", FORCE_COLOR: "1" };
    const own = { ...process.env };
    Object.assign(process.env, strange);
    const second = await run(first).finally(() => {
      for (const name of Object.keys(strange)) delete process.env[name];
      Object.assign(process.env, own);
    });
    expect(serialiseNotebook(second)).toBe(serialiseNotebook(first));
    expect(first.cells.map((cell) => (cell.cell_type === "code" ? cell.execution_count : cell.id))).toEqual([
      1,
      "text",
      2,
      3,
      4,
      5,
    ]);
    expect(printed(first).slice(0, 2)).toEqual([
      "{ day: '2021-05-10T00:00:00.000Z', text: '5/10/2021, 12:00:00 AM' }\n",
      "é 中\n1,234.5\n2021\n",
    ]);
    expect(first.cells[3]).toMatchObject({ outputs: [{ data: { "text/plain": "second" } }] });
    expect(serialiseNotebook(first)).not.toContain("display_id");
    expect(first.metadata.kernelspec).toEqual(kernelMetadata);
    expect(notebook.cells[0]).toEqual(codeCell("cell-1", notebook.cells[0]?.source ?? ""));
  });

  it("gets every one of 5,000 lines that a cell prints, in order", async () => {
    const executed = await run(smallNotebook("for (let i = 0; i < 5000; i += 1) console.log(i);", "'after'"));
    const lines = Array.from({ length: 5000 }, (_, index) => `${index}\n`).join("");
    expect(printed(executed)).toEqual([lines, "after\n"]);
  });

  it("runs with the parameters, the environment and the folder given, and tells how far it is", async () => {
    const notebook = smallNotebook("console.log(corpusName, process.env.PLACE, process.cwd());");
    notebook.cells.unshift(codeCell("own", 'const corpusName = "twin";', ["parameters"]));
    const progress: string[] = [];
    const executed = await run(notebook, {
      parameters: { corpusName: "public" },
      env: { PLACE: "here" },
      onCell: (done, total) => progress.push(`${done}/${total}`),
    });
    expect(printed(executed)).toEqual(["", "", `public here ${projectPath("test")}\n`]);
    expect(executed.cells.map(({ id }) => id)).toEqual(["own", "injected-parameters", "cell-1"]);
    expect(progress).toEqual(["1/3", "2/3", "3/3"]);
    const again = await run(executed);
    expect(printed(again)).toEqual(["", `twin undefined ${projectPath("test")}\n`]);
  });

  it("refuses parameters that the notebook does not declare", async () => {
    await expect(run(smallNotebook("1"), { parameters: { week: 1 } })).rejects.toThrow(
      "notebook small: unknown parameter: week; the notebook has no parameters",
    );
  });
});

describe("a notebook that does not run as it should", () => {
  it("fails by the cell that throws, with its first lines and the error, and goes no further", async () => {
    const cell = `// 1\n// 2\n// 3\n// 4\nthrow new Error("no such week");\n// 6\n// 7`;
    const done: number[] = [];
    const error = await failure(smallNotebook("1", cell, "3"), { onCell: (number) => done.push(number) });
    expect(error.message).toMatch(
      /^notebook small, cell 2: failed; correct the cell\n {2}\| \/\/ 1\n(.*\n){5} {2}\| \.\.\.\n/,
    );
    expect(error.message).toContain("Error: no such week");
    expect([error.cell, error.exitCode, done]).toEqual([2, 1, [1]]);
  });

  it("fails by a cell with a wrong type", async () => {
    expect((await failure(smallNotebook('const count: number = "a";'))).message).toContain(
      "1:7 - Type 'string' is not assignable to type 'number'.",
    );
  });

  it("fails by a cell that writes to stderr, though it succeeds", async () => {
    const { message } = await failure(smallNotebook('console.warn("careful");'));
    expect(message).toMatch(/^notebook small, cell 1: wrote to stderr; .*\n.*\ncareful$/);
  });

  it("fails by a promise that is rejected and not awaited", async () => {
    const { message } = await failure(smallNotebook('Promise.reject(new Error("nobody looks")); 1', "2"));
    expect(message).toMatch(/^notebook small, cell 1: failed; .*\n.*\nError: nobody looks/);
  });

  it("fails by the kernel's own standard error", async () => {
    const { message } = await failure(smallNotebook('require("fs").writeSync(2, "from below");'));
    expect(message).toMatch(/^notebook small: kernel wrote to standard error outside a cell; .*\nfrom below$/);
  });

  it("fails by a cell that would end the kernel", async () => {
    const { message } = await failure(smallNotebook("1", "process.exit(3);"));
    expect(message).toMatch(/^notebook small, cell 2: failed; .*\n.*\nError: process\.exit\(\) would end the kernel/);
  });

  it("fails by what is still under way after the last cell", async () => {
    const message = async (code: string) => (await failure(smallNotebook("1", code))).message;
    expect(await message('setTimeout(() => { throw new Error("late"); }, 500); 1')).toMatch(
      /cell 2: failed; .*\n.*\nError: late/,
    );
    expect(await message("setTimeout(() => undefined, 5000); 1")).toMatch(
      /cell 2: wrote to stderr; .*\n.*\nthe cell is done, but/,
    );
  });

  it("fails by a cell that is killed", async () => {
    const { message } = await failure(smallNotebook('process.kill(process.pid, "SIGKILL");'));
    expect(message).toMatch(/^notebook small, cell 1: kernel was killed by SIGKILL; /);
  });

  it("fails by a cell that takes too long, even one that never yields", async () => {
    const { message } = await failure(smallNotebook("1", "while (true);"), { timeoutSeconds: 1 });
    expect(message).toMatch(/^notebook small, cell 2: still running after 1 s; /);
  });

  it("says why a kernel does not start", async () => {
    const { message } = await failure(smallNotebook("1"), { env: { NODE_OPTIONS: "--require ./no-such-file.cjs" } });
    expect(message).toMatch(/^notebook small: kernel does not start: kernel exited with code 1; .*no-such-file/s);
  });
});
