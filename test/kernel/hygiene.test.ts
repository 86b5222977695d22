import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { hygieneFaults } from "../../src/kernel/hygiene.js";
import { kernelMetadata } from "../../src/kernel/kernel-name.js";
import type { Notebook } from "../../src/kernel/nbformat.js";
import { smallNotebook } from "./small-notebook.js";

const path = projectPath("notebooks", "small.ipynb");

/** A notebook as it is after a run, with an awaited check at its end. */
function executed(...sources: string[]): Notebook {
  const notebook = smallNotebook(...sources, "await Promise.resolve();");
  const cells = notebook.cells.map((cell, index) => ({ ...cell, execution_count: index + 1 }));
  return { ...notebook, cells, metadata: { kernelspec: kernelMetadata } };
}

const faults = (notebook: Notebook) => hygieneFaults(notebook, path);

describe("the hygiene of a notebook", () => {
  it("has nothing against a sound one", async () => {
    expect(await faults(executed('import { proportion } from "amplification-audit";\nproportion(1, 2);'))).toEqual([]);
  });

  it("wants each cell executed once, from top to bottom", async () => {
    const notebook = executed("1", "2");
    notebook.cells.reverse();
    expect(await faults({ ...notebook, cells: [...notebook.cells].reverse() })).toEqual([]);
    expect((await faults(notebook))[0]).toMatch(/^not executed once from top to bottom: 3, 2, 1; /);
    expect((await faults({ ...smallNotebook("await 1;"), metadata: notebook.metadata }))[0]).toMatch(/bottom: -; /);
  });

  it("wants the kernel by its name", async () => {
    const other = { ...executed("1"), metadata: { kernelspec: { name: "tslab" } } };
    expect(await faults(other)).toEqual(["names another kernel: tslab; run it by `notebook run`"]);
  });

  it.each([
    ['const folder = "/home/someone/data";', /absolute path: \/home\/someone\/data; /],
    ['const folder = "C:\\\\Users\\\\someone";', /absolute path: C:\\\\+Users/],
    ['const folder = "D:\\\\corpora";', /absolute path: D:\\\\+corpora/],
    ['const folder = "/data/corpora/twin";', /absolute path: \/data\/corpora\/twin; /],
    ['const folder = "file:///data/corpora";', /absolute path: file:\/\/\/data\/corpora; /],
    [`const folder = ${JSON.stringify(projectPath("data"))};`, /absolute path: /],
    ["const chance = Math.random();", /^cell 1: uses Math\.random; /],
    ['const chance = Math["random"]();', /^cell 1: uses Math\.random; /],
    ["const { random } = Math;", /^cell 1: uses Math\.random; /],
    ["const drawn = { sample: (count: number) => count }.sample(3);", /^cell 1: draws rows by chance; /],
    ['import { randomUUID } from "node:crypto";', /^cell 1: uses random bytes; /],
    ["const today = new Date();", /^cell 1: reads the clock; /],
    ["const today = new Date;", /^cell 1: reads the clock; /],
    ["const today = Date();", /^cell 1: reads the clock; /],
    ["const parts = process.hrtime();", /^cell 1: reads the clock; /],
    ["const find = (at) => at;", /^cell 1:1:15 - Parameter 'at' implicitly has an 'any' type\.$/],
    ["const one = 1;\n\nconst two: string = one;", /^cell 1:3:7 - Type 'number' is not assignable/],
  ])("finds fault with %s", async (source, fault) => {
    expect(await faults(executed(source))).toEqual([expect.stringMatching(fault)]);
  });

  it.each([
    "https://example.org/data/page",
    "new Date(2021, 4, 10)",
    "notebooks/tmp/x",
    "Table A:\nposts",
    "A: new Date(",
  ])("lets pass %s", async (text) => {
    expect(await faults(executed(`const text = ${JSON.stringify(text)};`))).toEqual([]);
  });

  it("wants an awaited check at the end", async () => {
    const notebook = executed("1");
    const last = smallNotebook("Promise.resolve();").cells.map((cell) => ({ ...cell, id: "z", execution_count: 3 }));
    expect(await faults({ ...notebook, cells: [...notebook.cells, ...last] })).toEqual([
      "does not end in an awaited check; end it in `await expectVerdicts(...)`",
    ]);
  });
});
