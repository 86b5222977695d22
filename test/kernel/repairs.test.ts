import { mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { temporaryFolder } from "../temporary-folder.js";
import { plainTslab } from "./plain-tslab.js";
import { type Ran, type Session, startSession } from "./session.js";

const cwd = projectPath("test");

/** The cell of each defect, run by tslab as it comes and by the repaired kernel. */
let plain: Session;
let repaired: Session;
beforeAll(async () => {
  [plain, repaired] = await Promise.all([startSession({ cwd, command: plainTslab }), startSession({ cwd })]);
});
afterAll(() => Promise.all([plain.close(), repaired.close()]));

/** For 200 ms after a failure, the kernel refuses whatever else it is asked for. */
async function failing(session: Session, code: string): Promise<Ran> {
  const ran = await session.run(code);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return ran;
}

describe("errors", () => {
  const code =
    'const week = 5;\nfunction find(at: number) {\n  throw new RangeError("no such week: " + at);\n}\nfind(week);';

  it("come from plain tslab as text on stderr, with a place in code that nobody wrote", async () => {
    const { reply, types, output } = await failing(plain, code);
    expect(types).not.toContain("error");
    expect(reply).toEqual({ status: "error", execution_count: 1 });
    expect(output.stderr).toMatch(/at find \(evalmachine\.<anonymous>:6:11\)/);
  });

  it("are Jupyter errors with name, value and a traceback that points into the cell", async () => {
    const { reply, types, output } = await failing(repaired, code);
    expect(types).toEqual(["status", "execute_input", "error", "status"]);
    const error = {
      ename: "RangeError",
      evalue: "no such week: 5",
      traceback: [
        "RangeError: no such week: 5",
        "  1 | const week = 5;",
        "  2 | function find(at: number) {",
        '> 3 |   throw new RangeError("no such week: " + at);',
        "    |         ^",
        "  4 | }",
        "    at find (cell 1:3:9)",
        "    at cell 1:5:1",
      ],
    };
    expect(reply).toEqual({ status: "error", execution_count: 1, ...error });
    expect(output.error).toEqual({ output_type: "error", ...error });
    expect(output.stderr).toBe("");
  });

  it("point into the cell that an earlier function was written in", async () => {
    await repaired.run("const divide = (a: bigint, b: bigint) =>\n  a / b;");
    const { output } = await failing(repaired, "\ndivide(1n, 0n)");
    expect(output.error?.traceback).toEqual([
      "RangeError: Division by zero",
      expect.stringMatching(/^ {4}at divide \(cell \d+:2:\d\)$/),
      expect.stringMatching(/^ {4}at cell \d+:2:1$/),
    ]);
  });

  it("show what the compiler finds, all of it and the first in its place", async () => {
    const { output } = await failing(repaired, 'const day: string = 1;\nconst count: number = "a";');
    expect(output.error).toMatchObject({
      ename: "CompileError",
      evalue: [
        "1:7 - Type 'number' is not assignable to type 'string'.",
        "2:7 - Type 'string' is not assignable to type 'number'.",
      ].join("\n"),
      traceback: [
        expect.anything(),
        "> 1 | const day: string = 1;",
        "    |       ^",
        '  2 | const count: number = "a";',
      ],
    });
  });

  it.each([
    ["throw 5", { ename: "number", evalue: "5" }],
    ['throw new Error("outer", { cause: new TypeError("inner") })', { ename: "Error", evalue: "outer" }],
    ["await Promise.reject(new Error())", { ename: "Error", evalue: "" }],
    ["{ a: ", { ename: "CompileError" }],
  ])("report %s", async (thrown, error) => {
    expect((await failing(repaired, thrown)).output.error).toMatchObject(error);
  });
});

describe("failures that nobody awaits", () => {
  it.each([
    ["a rejected promise", 'Promise.reject(new Error("late")); 1'],
    [
      "an async function that fails after a while",
      '(async () => { await new Promise((go) => setTimeout(go, 300)); throw new Error("late"); })(); 1',
    ],
    ["a timer that throws", 'setTimeout(() => { throw new Error("late"); }, 300); 1'],
    ["a callback that throws", 'require("fs").readFile("no-such-file", () => { throw new Error("late"); }); 1'],
  ])("%s fails the cell that caused it, and on plain tslab none", async (_, code) => {
    expect((await plain.run(code)).reply.status).toBe("ok");
    const { reply, output, types } = await failing(repaired, code);
    expect(reply).toMatchObject({ status: "error", ename: "Error", evalue: "late" });
    expect(output.error?.traceback.join("\n")).toMatch(/\^/);
    expect(types.at(-1)).toBe("status");
  });

  it.each(["throw null;", "await Promise.reject(undefined);", "Promise.reject(null); 1"])(
    "%s fails its cell with what little was thrown",
    async (code) => {
      const { reply } = await failing(repaired, code);
      expect(reply).toMatchObject({ status: "error", evalue: expect.stringMatching(/^(null|undefined)$/) });
    },
  );

  it("says when a cell leaves work behind, which may still fail, and reports the failure in that cell", async () => {
    const { reply, output } = await repaired.run('setTimeout(() => { throw new Error("much later"); }, 4000); 1');
    expect(reply.status).toBe("ok");
    expect(output.stderr).toMatch(/^the cell is done, but work that it started still goes on: Timeout; await it/);
    await repaired.run("await new Promise((done) => setTimeout(done, 2000));");
    expect(output.error?.evalue).toBe("much later");
  });

  it("leaves alone a promise that is awaited in the end", async () => {
    const code =
      "const failing = Promise.reject(1); await new Promise((go) => setTimeout(go, 50)); await failing.catch(() => 7)";
    expect(await repaired.run(code)).toMatchObject({ stdout: "7\n", reply: { status: "ok" } });
  });
});

describe("object shorthand", () => {
  const shorthand = "({ chosen }).chosen";

  it("of an earlier cell's variable fails on plain tslab, and works", async () => {
    await plain.run("let chosen = 5;");
    await repaired.run("let chosen = 5;");
    expect((await failing(plain, shorthand)).output.stderr).toContain("chosen is not defined");
    expect(await repaired.run(shorthand)).toMatchObject({ stdout: "5\n", reply: { status: "ok" } });
  });

  it("works in assignments, with defaults, in functions and for imported names", async () => {
    await repaired.run('import { join } from "node:path"; const far = 1;');
    await repaired.run("({ chosen } = { chosen: 8 }); ({ chosen = 9 } = {} as { chosen?: number });");
    const { stdout } = await repaired.run(
      "const near = 2; const made = () => ({ chosen, far, near, join }); Object.values(made()).map(String).map((text) => text.length)",
    );
    expect(stdout).toMatch(/^\[ 1, 1, 1, \d+ \]\n$/);
  });
});

describe("importing the project", () => {
  const code = 'import { proportion } from "amplification-audit";\nproportion(27, 189).count';

  it("fails on plain tslab outside the checkout, and works", async () => {
    const folder = await temporaryFolder();
    const [outside, other] = await Promise.all([
      startSession({ cwd: folder }),
      startSession({ cwd: folder, command: plainTslab }),
    ]);
    try {
      expect((await failing(other, code)).output.stderr).toContain("Cannot find module 'amplification-audit'");
      expect(await outside.run(code)).toMatchObject({ stdout: "27\n", reply: { status: "ok" } });
      const wrong = await failing(outside, 'proportion("27", 189)');
      expect(wrong.output.error?.evalue).toContain("not assignable to parameter of type 'number'"); // typed, too
    } finally {
      await Promise.all([outside.close(), other.close()]);
    }
  });

  it.each([".", "notebooks", "test/kernel"])("works in %s of the checkout", async (folder) => {
    const session = await startSession({ cwd: projectPath(folder) });
    expect((await session.run(code)).stdout).toBe("27\n");
    await session.close();
  });

  it("says when the build is older than the source, and not when the source is only touched", async () => {
    const folder = await temporaryFolder();
    const built = join(folder, "dist", ".tsbuildinfo");
    await Promise.all(["src", "dist", "node_modules"].map((name) => mkdir(join(folder, name))));
    await writeFile(join(folder, "package.json"), '{ "name": "amplification-audit", "main": "dist/index.js" }');
    await writeFile(join(folder, "dist", "index.js"), "exports.one = 1;");
    await writeFile(join(folder, "src", "a.ts"), "a");
    await writeFile(join(folder, "src", "b.ts"), "b");
    const version = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"; // of "a"
    await writeFile(
      built,
      JSON.stringify({ fileNames: ["../src/a.ts", "../src/b.ts"], fileInfos: [{ version }, version] }),
    );
    await utimes(built, 1, 1);
    await symlink("..", join(folder, "node_modules", "amplification-audit"));
    const session = await startSession({ cwd: folder });
    const { output } = await session.run('require("amplification-audit").one');
    await session.close();
    expect(output.stderr).toBe(
      "amplification-audit was changed after it was built: src/b.ts; run `npm run build` and restart the kernel\n",
    );
  });
});

it("a package that changes while the kernel runs fails cells of plain tslab, and none here", async () => {
  const folder = await temporaryFolder();
  const installed = join(folder, "node_modules", "small");
  await mkdir(installed, { recursive: true });
  const manifest = join(installed, "package.json");
  await writeFile(manifest, '{ "name": "small", "types": "index.d.ts" }');
  await writeFile(join(installed, "index.d.ts"), "export declare const one: number;");
  await writeFile(join(installed, "index.js"), "exports.one = 1;");
  const [mended, other] = await Promise.all([
    startSession({ cwd: folder }),
    startSession({ cwd: folder, command: plainTslab }),
  ]);
  const answer = async (session: Session) => (await session.run('import { one } from "small"; one + 1')).stdout;
  expect([await answer(mended), await answer(other)]).toEqual(["2\n", "2\n"]);
  await writeFile(manifest, '{ "name": "small", "types": "index.d.ts", "main": "index.js" }');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await answer(mended)).toBe("2\n");
  expect(await answer(other)).toContain("Unexpected pending rebuildTimer");
  await Promise.all([mended.close(), other.close()]);
});

describe("output", () => {
  it("of 100,000 writes arrives whole and in order, in bounded memory", async () => {
    const code = `const before = process.memoryUsage().rss;
for (let i = 0; i < 100_000; i += 1) console.log("line", i, ".".repeat(80));
await new Promise((done) => setTimeout(done, 1));
console.error(Math.round((process.memoryUsage().rss - before) / 1024 / 1024));`;
    const { stdout, output, types } = await repaired.run(code);
    const lines = Array.from({ length: 100_000 }, (_, i) => `line ${i} ${".".repeat(80)}\n`).join("");
    expect(stdout.slice(0, lines.length) === lines).toBe(true);
    expect(Number(output.stderr)).toBeLessThan(150); // megabytes
    expect(types.length).toBeLessThan(500);
  });

  it("of more than 64 MiB in one go fails the cell instead of filling the memory", async () => {
    const code = 'const line = "x".repeat(1024 * 1024); for (let i = 0; i < 65; i += 1) console.log(line);';
    expect((await failing(repaired, code)).output.error?.evalue).toMatch(/more than 64 MiB in one go/);
  });

  it("goes to the cell that it comes from, also when a later one runs", async () => {
    const first = await repaired.run('setTimeout(() => console.log("first"), 3500); 1');
    const second = await repaired.run('await new Promise((done) => setTimeout(done, 1500)); console.log("second")');
    expect(second.stdout).toBe("second\n");
    expect(first.output.isLate).toBe(true);
  });

  it("calls back who waits for a write, which plain tslab never does", async () => {
    const code =
      'await Promise.race([new Promise((done) => process.stdout.write("x", done)), new Promise((_, fail) => setTimeout(fail, 500, 1))])';
    expect((await failing(plain, code)).reply.status).toBe("error");
    expect((await repaired.run(code)).reply.status).toBe("ok");
  });
});

describe("threads and processes that a cell starts", () => {
  it.each([
    ["a thread", 'new (await import("node:worker_threads")).Worker'],
    ["a process", '(await import("node:child_process")).fork'],
  ])("%s does not start another kernel", async (_, start) => {
    const file = join(await temporaryFolder(), "exits.cjs");
    await writeFile(file, "process.exit(3);\n");
    const { output, stdout } = await repaired.run(`const started = ${start}(${JSON.stringify(file)});
await new Promise<number>((resolve) => started.once("exit", resolve))`);
    expect([stdout, output.stderr, output.error]).toEqual(["3\n", "", undefined]);
  });
});

describe("process.exit() in a cell", () => {
  it("ends plain tslab without a word", async () => {
    const session = await startSession({ cwd, command: plainTslab });
    await expect(session.run("process.exit(0)")).rejects.toThrow("kernel exited with code 0");
    await session.close();
  });

  it.each(["process.exit(0)", "setTimeout(() => process.exit(0), 50)", "process.abort()"])(
    "fails the cell, and the kernel lives on: %s",
    async (code) => {
      const { output } = await failing(repaired, code);
      expect(output.error?.evalue).toMatch(
        /^process\.\w+\(\) would end the kernel with all its variables; throw an error/,
      );
      expect((await repaired.run("1 + 1")).stdout).toBe("2\n");
    },
  );
});

it("a kernel is the tslab of this project, whatever other lies above the notebook's folder", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "node_modules", "tslab", "dist"), { recursive: true });
  await writeFile(join(folder, "node_modules", "tslab", "dist", "main.js"), 'throw new Error("another tslab");');
  const session = await startSession({ cwd: folder });
  expect((await session.run("1 + 1")).stdout).toBe("2\n");
  await session.close();
  const other = startSession({ cwd: folder, command: plainTslab });
  await expect(other).rejects.toThrow("kernel exited with code 1");
});
