import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeLockfile, writeModule } from "./small-project.js";
import { SmallRun } from "./small-run.js";

let run: SmallRun;
beforeEach(async () => {
  run = await SmallRun.create();
});

describe("why a step would run", () => {
  it("is that it never did, or nothing", async () => {
    expect(await run.why("figure")).toEqual(["would run: first run"]);
    await run.done();
    expect(await run.why("figure")).toEqual(["up to date: nothing it depends on has changed since the last run"]);
  });

  it("names each source file, package, input, parameter and output that changed", async () => {
    await run.done();
    await writeModule(run.project, "shared", 'import "dates";\n');
    await writeFile(join(run.project, "a.txt"), "two\n");
    await writeFile(run.at("corpus/words.txt"), "");
    run.change("corpus", { parameters: { seed: 2, weekStart: "sunday" } });
    expect(await run.why("corpus")).toEqual([
      "would run: src/shared.ts changed",
      "would run: package charts is no longer used",
      "would run: package dates is new",
      "would run: package shapes is no longer used",
      "would run: a.txt changed",
      "would run: parameter seed changed",
      "would run: output corpus/words.txt was changed",
    ]);
  });

  it("names versions, and outputs that are missing", async () => {
    await run.done();
    await writeLockfile(run.project, "1.0.1");
    await rm(run.at("figures/words.csv"));
    expect(await run.why("figure")).toEqual([
      "would run: package shapes changed from 1.0.0 to 1.0.1",
      "would run: output figures/words.csv is missing",
    ]);
  });

  it("points at an earlier step that would run first", async () => {
    await run.done();
    await writeFile(join(run.project, "a.txt"), "two\n");
    expect(await run.why("figure")).toEqual([
      "would run if the outputs of corpus change, which runs first: a.txt changed",
    ]);
  });
});
