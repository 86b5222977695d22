import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { runCli } from "./run-cli.js";

describe("evaluate", () => {
  it.each([
    [["--on", "moon"], 'unknown setting: "moon"; known: events, twin, both'],
    [["--effort", "0.1,2"], "effort must be shares from 0 to 1, separated by commas: 2"],
    [["--effort", "0.1,"], "effort must be shares from 0 to 1, separated by commas: "],
    [["--scale", "0"], "scale must be a number above 0: 0"],
    [["--seeds", "0"], "seeds must be a whole number of at least 1: 0"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await runCli(["evaluate", ...args]);
    expect([code, stderr.trimEnd()]).toEqual([2, message.trimEnd()]);
  });

  it("says where the real traffic would be when it is missing", async () => {
    const { code, stderr } = await runCli(["evaluate", "--on", "events"], {
      AMPLIFICATION_AUDIT_EXTERNAL: await temporaryFolder(),
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^no planted benchmark, data set is missing: coortweet\/.*AMPLIFICATION_AUDIT_EXTERNAL\n$/);
  });

  it("prints the table of a twin, and writes the scores", { timeout: 120_000 }, async () => {
    const out = join(await temporaryFolder(), "scores.csv");
    const one = ["--on", "twin", "--seeds", "1", "--effort", "0.3", "--scale", "0.01"];
    const { code, stdout, stderr } = await runCli(["evaluate", ...one, "--out", out]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("twin, effort 0.3, seed 1");
    const [title, header, ours] = stdout.split("\n");
    expect(title).toBe("Planted in the London part of twins, effort 0.3, 1 seed");
    expect(header).toMatch(/^rule +precision +recall +accounts flagged$/);
    const [, precision = "", recall = ""] = /^ours +(\S+) +(\S+)/.exec(ours ?? "") ?? [];
    expect(Number(precision)).toBeGreaterThanOrEqual(0.95);
    expect(Number(recall)).toBeGreaterThanOrEqual(0.75);
    const lines = (await readFile(out, "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(8);
    expect(lines[1]).toMatch(/^twin,0.3,1,"ours",\d+,\d+,12,/);
  });
});
