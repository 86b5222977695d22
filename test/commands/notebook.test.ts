import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Notebook } from "../../src/kernel/nbformat.js";
import { serialiseNotebook } from "../../src/kernel/notebook.js";
import { schemaErrors } from "../kernel/schema.js";
import { codeCell, smallNotebook } from "../kernel/small-notebook.js";
import { temporaryFolder } from "../temporary-folder.js";
import { runCli } from "./run-cli.js";

async function notebookFile(name: string, notebook: Notebook): Promise<string> {
  const path = join(await temporaryFolder(), `${name}.ipynb`);
  await writeFile(path, serialiseNotebook(notebook));
  return path;
}

const sound = 'import { proportion } from "amplification-audit";\nconst share = proportion(27, 189);';
const check = "const checked = share.count === 27 ? Promise.resolve() : Promise.reject(27);\nawait checked;";

describe("notebook run", () => {
  it("runs notebooks side by side, tells how far each is, and writes files that the official schema accepts", async () => {
    const out = await temporaryFolder();
    const paths = [
      await notebookFile("one", smallNotebook(sound, "share.count", "require('tslab').display.html('<b>1</b>')")),
      await notebookFile("two", smallNotebook("console.log(2)", "'after'")),
    ];
    const { code, stdout, stderr } = await runCli(["notebook", "run", ...paths, "--out", out]);
    expect([code, stdout.replace(/\d+\.\d s/g, "T")]).toEqual([0, "ok   one (T)\nok   two (T)\n"]);
    for (const line of ["one: cell 3 of 3", "two: cell 1 of 2"]) expect(stderr.split("\n")).toContain(line);
    const [one, two] = await Promise.all(["one", "two"].map((name) => readFile(join(out, `${name}.ipynb`), "utf8")));
    expect([schemaErrors(one ?? ""), schemaErrors(two ?? "")]).toEqual([[], []]);
    expect(JSON.parse(one ?? "").cells.map((cell: { execution_count: number }) => cell.execution_count)).toEqual([
      1, 2, 3,
    ]);
    expect(schemaErrors((two ?? "").replace('"stdout"', "1"))).not.toEqual([]);
  });

  it("takes typed parameters, and refuses what is not declared or of another type with what is", async () => {
    const notebook = smallNotebook("console.log(weeks * 2, corpusName, strict);");
    notebook.cells.unshift(
      codeCell("own", 'const weeks = 1;\nconst corpusName = "none";\nconst strict = false;', ["parameters"]),
    );
    const path = await notebookFile("typed", notebook);
    const run = (...given: string[]) =>
      runCli(["notebook", "run", path, ...given.flatMap((text) => ["--param", text]), "--out", path]);
    expect((await run("weeks=3", "strict=true", "corpusName=a=b")).code).toBe(0);
    expect(await readFile(path, "utf8")).toContain('"6 a=b true\\n"');
    const checked = await runCli(["notebook", "check", path]);
    expect(checked.stdout).toMatch(/^BAD {2}typed .*\n {5}does not end in an awaited check; .*\n$/); // nothing else
    const valid = "valid: weeks (number), corpusName (string), strict (boolean)";
    expect(await run("week=3")).toMatchObject({
      code: 1,
      stderr: `notebook typed: unknown parameter: week; ${valid}\n`,
    });
    expect(await run("weeks=few")).toMatchObject({
      code: 1,
      stderr: `notebook typed: parameter weeks is not a number: "few"; ${valid}\n`,
    });
    expect((await run("strict=yes")).stderr).toContain('strict is not a boolean: "yes"');
    expect(await run("=3")).toMatchObject({ code: 2, stderr: 'not a parameter: "=3"; write --param name=value\n' });
    expect(await runCli(["notebook", "run", path, "--param", "weeks=3"])).toMatchObject({
      code: 2,
      stderr: "--param needs --out; name a file or folder, so that the notebook keeps its own outputs\n",
    });
  });

  it("shows the cell that fails, keeps the file as it was, and runs the others", async () => {
    const broken = await notebookFile("broken", smallNotebook("1", 'throw new Error("no such week");'));
    const slow = await notebookFile("slow", smallNotebook("await new Promise((done) => setTimeout(done, 60_000));"));
    const good = await notebookFile("good", smallNotebook("1"));
    const before = await readFile(broken, "utf8");
    const { code, stdout } = await runCli(["notebook", "run", broken, slow, good, "--timeout", "1"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^BAD {2}broken \(.* s\)\n {5}notebook broken, cell 2: failed; correct the cell\n {7}\| throw new/,
    );
    expect(stdout).toMatch(/\n {5}notebook slow, cell 1: still running after 1 s; /);
    expect(stdout).toMatch(/\nok {3}good/);
    expect(await readFile(broken, "utf8")).toBe(before);
    expect(await readFile(good, "utf8")).toContain('"execution_count": 1');
  });

  it.each([
    [["run", "no-such"], 1, /^no such notebook: no-such; known: 00-start-here, .*, or the path of an \.ipynb file\n$/],
    [
      ["run", "00-start-here", "03-labelling-rates", "--out", "one.ipynb"],
      2,
      /^2 notebooks for one file: one\.ipynb; name a folder/,
    ],
    [["run", "--jobs", "0"], 2, /^jobs must be a whole number of at least 1: 0\n$/],
    [["check", "--timeout", "soon"], 2, /^timeout must be a number above 0: soon\n$/],
  ])("refuses %j", async (args, code, message) => {
    expect(await runCli(["notebook", ...args])).toMatchObject({ code, stderr: expect.stringMatching(message) });
  });
});

describe("notebook check", () => {
  it("finds a notebook sound that gives what it holds", async () => {
    const path = await notebookFile("sound", smallNotebook(sound, check));
    await runCli(["notebook", "run", path]);
    const { code, stdout } = await runCli(["notebook", "check", path]);
    expect([stdout.replace(/\d+\.\d s/, "T"), code]).toEqual(["ok   sound (T)\n", 0]);
  });

  it("shows where a rerun differs, and every fault of the notebook", async () => {
    const path = await notebookFile(
      "faulty",
      smallNotebook("console.log('same');\nconsole.log(1);", "const day: string = Math.random() < 2 ? 'a' : null;"),
    );
    await runCli(["notebook", "run", path]);
    await writeFile(path, (await readFile(path, "utf8")).replace('"1\\n"', '"2 of /home/someone/data\\n"'));
    const { code, stdout } = await runCli(["notebook", "check", path]);
    expect([stdout.replace(/\d+\.\d s/, "T").split("\n"), code]).toEqual([
      [
        "BAD  faulty (T)",
        "     holds an absolute path: /home/someone/data; look data up by name",
        "     cell 2: uses Math.random; take numbers from a seed",
        "     does not end in an awaited check; end it in `await expectVerdicts(...)`",
        "     cell 2:1:7 - Type 'string | null' is not assignable to type 'string'.",
        "       Type 'null' is not assignable to type 'string'.",
        "     cell 1, stdout, line 2",
        "       - 2 of /home/someone/data",
        "       + 1",
        "",
      ],
      1,
    ]);
  });
});
