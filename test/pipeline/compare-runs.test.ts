import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CrosswalkRecord } from "../../src/claims/crosswalk.js";
import { compareRuns } from "../../src/pipeline/compare-runs.js";
import { readRun } from "../../src/pipeline/read-run.js";
import type { RunRecord } from "../../src/pipeline/run-record.js";
import { runCli } from "../commands/run-cli.js";
import { temporaryFolder } from "../temporary-folder.js";

const claim: CrosswalkRecord = {
  ...{ id: "L1", published: 0.14, recomputed: 0.14, tolerance: 0, verdict: "reproduced", basis: "calibrated" },
  ...{ corpus: "twin", code: "src/a.ts#1", notebook: null, figure: null },
};

const run: RunRecord = {
  ...{ corpus: "twin", study: "s", startedAt: "2026-01-01T00:00:00.000Z", seconds: 5, steps: [] },
  environment: { node: "v20", platform: "linux x64", release: "6", processors: 2, memoryGiB: 4 },
  inputs: { "claims.csv": "a" },
  outputs: { "figures/one.svg": "a", "figures/two.svg": "b", "report/claims.json": "c" },
  claims: [claim],
};

describe("two runs", () => {
  it("are the same whenever they ran and however long they took, and wherever the code of a claim stands", () => {
    const later = {
      ...run,
      startedAt: "2026-02-01T00:00:00.000Z",
      seconds: 9,
      claims: [{ ...claim, code: "src/a.ts#9" }],
    };
    expect(Object.values(compareRuns(run, later)).flat()).toEqual([]);
  });

  it("differ in words", () => {
    const other: RunRecord = {
      ...{ ...run, environment: { ...run.environment, node: "v22" }, inputs: { "claims.csv": "b" } },
      outputs: { "figures/one.svg": "x", "figures/three.svg": "b", "report/claims.json": "d" },
      claims: [
        { ...claim, verdict: "differs", recomputed: 0.2 },
        { ...claim, id: "L2" },
      ],
    };
    expect(compareRuns(run, other)).toEqual({
      environment: ["node v20 became v22"],
      inputs: ["claims.csv has other content"],
      figures: [
        "figures/one.svg has other content",
        "figures/three.svg is in the second run only",
        "figures/two.svg is in the first run only",
      ],
      files: ["report/claims.json has other content"],
      claims: ["L1: reproduced became differs; recomputed 0.14 became 0.2", "L2 is in the second run only: reproduced"],
    });
  });

  it("end the command with 0 if their claims are the same, and with 1 if not", async () => {
    const folder = await temporaryFolder();
    const [one, two] = [join(folder, "one.json"), join(folder, "two.json")];
    await writeFile(one, JSON.stringify({ ...run, seconds: 1 }));
    await writeFile(two, JSON.stringify({ ...run, claims: [{ ...claim, verdict: "differs" }] }));
    expect(await runCli(["compare", one, one])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("claims: the same\n"),
    });
    const { code, stdout } = await runCli(["compare", one, two]);
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining("claims: 1 difference\n  L1: reproduced became differs\n"),
    ]);
  });

  it.each([
    ["{", "not JSON: "],
    ["[]", "not the record of a run: "],
    ['{"corpus":"twin"}', "not the record of a run: "],
  ])("are refused if one is no record: %s", async (text, message) => {
    const path = join(await temporaryFolder(), "run.json");
    await writeFile(path, text);
    await expect(readRun(path)).rejects.toThrow(message);
  });

  it("are refused if one is not there", async () => {
    await expect(readRun("nowhere.json")).rejects.toThrow("cannot read: nowhere.json (no such file)");
  });
});
