import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../src/statistics/random-numbers.js";
import { temporaryFolder } from "../tiny-corpus.js";
import { runCli } from "./run-cli.js";

const header = "account_id,object_id,timestamp_share,content_id";

/** Thirty accounts at any time on sixty targets, and six more that come together. */
function lines(): string[] {
  const random = randomNumbers("detect command");
  const rows: string[] = [];
  for (let target = 0; target < 60; target += 1) {
    const act = (who: string, seconds: number) => rows.push(`${who},t${target},${seconds},e${rows.length}`);
    for (let who = 0; who < 30; who += 1) if (random() < 0.33) act(`x${who}`, Math.floor(random() * 80_000));
    const moment = Math.floor(random() * 80_000);
    for (let who = 0; who < 6; who += 1) if (random() < 0.3) act(`m${who}`, moment + Math.floor(random() * 40));
  }
  return rows;
}

async function fileOf(rows: readonly string[]): Promise<string> {
  const path = join(await temporaryFolder(), "events.csv");
  await writeFile(path, `${[header, ...rows].join("\n")}\n`);
  return path;
}

async function detect(path: string, ...more: string[]) {
  const out = join(await temporaryFolder(), "found");
  return { out, ...(await runCli(["detect", "--events", path, "--window", "60", "--out", out, ...more])) };
}

describe("detect --events", () => {
  it("writes accounts, edges and networks, the same from the same rows in any order", async () => {
    const rows = lines();
    const one = await detect(await fileOf(rows));
    const two = await detect(await fileOf(rows.toReversed()));
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect(one.stdout).toContain("36 accounts");
    expect(one.stdout).toMatch(/group 1: 6 members \(\d\.\d expected by chance\)/);
    for (const name of ["accounts.csv", "edges.csv", "network.gexf", "network.graphml"]) {
      const text = await readFile(join(one.out, name), "utf8");
      expect(text, name).toBe(await readFile(join(two.out, name), "utf8"));
      expect(text, name).toContain("m3");
    }
    const accounts = (await readFile(join(one.out, "accounts.csv"), "utf8")).split("\n");
    expect(accounts[0]).toBe(
      [
        "account_id,member,score,q_value,p_value,group,events,occasions,together,together_by_chance,partners",
        "targets,shared_targets,shared_targets_by_chance,shared_targets_p_value,shared_targets_q_value",
        "hours_hours,hours_profile,hours_distance,hours_expected_distance,hours_p_value,hours_q_value",
      ].join(),
    );
    expect(accounts.filter((line) => /^m\d,1,/.test(line))).toHaveLength(6);
    expect(accounts).toHaveLength(38);
  });

  it("says that there is no group, of one event and of everything at one instant", async () => {
    const single = await detect(await fileOf(["a,t,0,e"]));
    expect(single).toMatchObject({ code: 0 });
    expect(single.stdout).toContain("1 account, 1 event: no group");
    const instant = await detect(await fileOf(Array.from({ length: 300 }, (_, at) => `a${at},t,5,e${at}`)));
    expect(instant.stdout).toContain("300 accounts, 300 events: no group");
  });

  it.each([
    [["--window", "60"], 2, "give either --corpus or --events, and not both"],
    [["--corpus", "twin", "--window", "30"], 2, "--window belongs to --events; leave it out with --corpus"],
    [["--corpus", "twin", "--no-event"], 2, "--event belongs to --events; leave it out with --corpus"],
    [["--events", "x.csv"], 2, "no window; give --window with a number of seconds"],
    [["--events", "x.csv", "--window", "-5"], 2, "window must be a number of seconds of at least 0: -5"],
    [["--events", "x.csv", "--window", "60", "--rate", "2"], 2, "rate must be a share between 0 and 1: 2"],
    [
      ["--events", "x.csv", "--window", "60", "--shuffles", "3"],
      2,
      "shuffles must be a whole number of at least 19: 3",
    ],
  ])("refuses %j", async (options, code, message) => {
    const out = join(await temporaryFolder(), "found");
    expect(await runCli(["detect", ...options, "--out", out])).toMatchObject({ code, stderr: `${message}\n` });
  });

  it("warns of one instant, and refuses more co-actions than allowed, with their number, before it searches", async () => {
    const path = await fileOf(Array.from({ length: 1500 }, (_, at) => `a${at},t,5,e${at}`));
    const refused = await detect(path, "--most", "1000000");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(
      "warning: all 1,500 events have the same time; check that times are to the second",
    );
    expect(refused.stderr).toContain("too many co-actions: 1,124,250, more than 1,000,000;");
  });

  it("refuses a file with a time that is none, with line and column, and writes nothing", async () => {
    const refused = await detect(await fileOf(["a,t,0,e", "b,t,noon,f"]));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/events\.csv:3:3: .*"noon"/);
    await expect(readFile(join(refused.out, "accounts.csv"))).rejects.toThrow(/ENOENT/);
  });
});
