import { readdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { writeLockfile, writeModule } from "./small-project.js";
import { allOutputs, SmallRun } from "./small-run.js";

let run: SmallRun;
beforeEach(async () => {
  run = await SmallRun.create();
});

describe("bringing steps up to date", () => {
  it("makes every output at first and has nothing to do the second time", async () => {
    expect(await run.done()).toEqual(["corpus", "figure", "table"]);
    expect(await run.files()).toEqual(allOutputs);
    expect(await run.read("figures/words.svg")).toBe("<svg>one</svg>");
    expect(await run.done()).toEqual([]);
  });

  it("looks at bytes, not at times", async () => {
    await run.done();
    await utimes(join(run.project, "a.txt"), 1, 1);
    await utimes(run.at("figures/words.svg"), 1, 1);
    expect(await run.done()).toEqual([]);
  });

  it("reruns what depends on a changed input byte, and nothing else", async () => {
    await run.done();
    await writeFile(join(run.project, "a.txt"), "onf\n");
    expect(await run.done()).toEqual(["corpus", "figure"]);
    expect(await run.read("figures/words.csv")).toBe("words\nonf\n");
    await writeFile(join(run.project, "b.txt"), "twp\n");
    expect(await run.done()).toEqual(["table"]);
  });

  it("stops where a rerun gave the same outputs", async () => {
    await run.done();
    await writeFile(join(run.project, "a.txt"), "one"); // the step trims its input
    expect(await run.done()).toEqual(["corpus"]);
  });

  it("reruns what reaches a changed module, and nothing else", async () => {
    await run.done();
    await writeModule(run.project, "second", "export const second = 2;\n");
    expect(await run.done()).toEqual(["table"]);
    await writeModule(run.project, "first", 'import "./shared.js";\n');
    expect(await run.done()).toEqual(["figure"]);
    await writeFile(
      join(run.project, "dist", "shared.js"),
      'import { draw } from "charts/svg.js";\nexport const shared = 1;\n',
    );
    expect(await run.done()).toEqual(["corpus", "figure"]);
  });

  it("reruns for another version of a package, parameter, named input or list of outputs", async () => {
    await run.done();
    await writeLockfile(run.project, "1.0.1");
    expect(await run.done()).toEqual(["corpus", "figure"]);
    run.change("corpus", { parameters: { weekStart: "sunday", seed: 2 } });
    expect(await run.done()).toEqual(["corpus"]);
    run.change("table", { inputs: [join(run.project, "b.txt"), { name: "b without its notes", sha256: "1" }] });
    expect(await run.done()).toEqual(["table"]);
    expect(await run.done()).toEqual([]);
  });

  it("restores an output that was changed or removed by hand", async () => {
    await run.done();
    await writeFile(run.at("figures/words.svg"), "<svg/>");
    expect(await run.done()).toEqual(["figure"]);
    await rm(run.at("corpus/words.txt"));
    expect(await run.done()).toEqual(["corpus"]);
    expect(await run.read("corpus/words.txt")).toBe("one");
    expect(await run.read("figures/words.svg")).toBe("<svg>one</svg>");
  });

  it("runs again where the record of the last run cannot be read", async () => {
    await run.done();
    await writeFile(run.at(".cache/steps/table.json"), '{"parts": {');
    expect(await run.done()).toEqual(["table"]);
  });

  it("removes what a step made last time and no step makes any more", async () => {
    await run.done();
    run.change("table", { outputs: ["tables/b.txt"], run: ({ write }) => write("tables/b.txt", "moved") });
    expect(await run.done()).toEqual(["table"]);
    expect(await run.files()).toEqual(["corpus/words.txt", "figures/words.csv", "figures/words.svg", "tables/b.txt"]);
  });

  it("does only the steps named and what they need", async () => {
    expect(await run.done({ only: ["figure"] })).toEqual(["corpus", "figure"]);
    await expect(run.done({ only: ["figures"] })).rejects.toThrow(
      'unknown step: "figures"; known: corpus, figure, table',
    );
  });

  it("gives the same files when two steps run at a time", async () => {
    expect(await run.done({ concurrency: 2 })).toEqual(["corpus", "figure", "table"]);
    expect(await run.files()).toEqual(allOutputs);
    expect(await run.done({ concurrency: 2 })).toEqual([]);
  });
});

describe("a fresh run", () => {
  it("runs everything and writes no cache", async () => {
    expect(await run.done({ fresh: true })).toEqual(["corpus", "figure", "table"]);
    expect(await readdir(run.root)).not.toContain(".cache");
  });

  it("does not read the cache and leaves it as it was", async () => {
    await run.done();
    const before = await run.read(".cache/steps/table.json");
    await writeFile(join(run.project, "b.txt"), "three\n");
    expect(await run.done({ fresh: true })).toEqual(["corpus", "figure", "table"]);
    expect(await run.read(".cache/steps/table.json")).toBe(before);
    expect(await run.done()).toEqual(["table"]);
  });
});

describe("a step that fails", () => {
  it("leaves earlier outputs, none of its own, and no work in progress", async () => {
    run.change("figure", {
      run: async ({ write }) => {
        await write("figures/words.svg", "<svg>");
        throw new Error("no font");
      },
    });
    await expect(run.done()).rejects.toThrow("no font");
    expect(await run.files()).toEqual(["corpus/words.txt"]);
    expect((await readdir(run.root)).sort()).toEqual([".cache", "corpus"]);
  });

  it("keeps what its last good run made, and runs again", async () => {
    await run.done();
    const { run: good } = run.steps[2] ?? {};
    await writeFile(join(run.project, "b.txt"), "three\n");
    run.change("table", { run: () => Promise.reject(new Error("stop")) });
    await expect(run.done()).rejects.toThrow("stop");
    expect(await run.read("table.txt")).toBe("two\n");
    if (good) run.change("table", { run: good });
    expect(await run.done()).toEqual(["table"]);
  });

  it("is one that makes less than it lists, writes more, or reads what it does not name", async () => {
    run.change("table", { run: async () => undefined });
    await expect(run.done()).rejects.toThrow("table did not make its output table.txt");
    run.change("table", { run: async ({ write }) => write("other.txt", "") });
    await expect(run.done()).rejects.toThrow("table does not list its output other.txt");
    run.change("table", { run: async ({ path }) => void path("corpus/words.txt") });
    await expect(run.done()).rejects.toThrow("table makes no corpus/words.txt, nor does a step it comes after");
  });

  it("is told in one message where an input is missing or the root cannot be written", async () => {
    await rm(join(run.project, "b.txt"));
    await expect(run.done()).rejects.toThrow(`cannot read: ${join(run.project, "b.txt")} (no such file)`);
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    await expect(run.done({ root: join(file, "out") })).rejects.toThrow(`cannot write: ${join(file, "out")} (`);
  });
});
