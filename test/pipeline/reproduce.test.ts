import { once } from "node:events";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeCorpus } from "../../src/corpus/write.js";
import { sha256File } from "../../src/files/hash.js";
import { auditedTwin } from "../audited-twin.js";
import { runCli, startCli } from "../commands/run-cli.js";
import { temporaryFolder } from "../temporary-folder.js";

/** Every file of a folder but the record of the run and the cache, with its hash. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const kept = files.filter((file) => file !== "run.json" && !file.startsWith(".cache")).sort();
  return Object.fromEntries(await Promise.all(kept.map(async (file) => [file, await sha256File(join(folder, file))])));
}

/** A corpus of one's own: the twin's rows, with a label changed where asked. */
async function ownCorpus(folder: string, change?: "label"): Promise<string> {
  const { info, rows } = auditedTwin(3);
  const labels = [...(rows.labels ?? [])];
  const first = labels[0];
  if (change && first) labels[0] = { ...first, label: first.label === null ? "China government official" : null };
  const path = join(folder, "mine");
  await writeCorpus(path, { ...info, name: "mine", title: "Mine" }, { ...rows, labels });
  return path;
}

const drawOnly = (corpus: string, out: string) =>
  runCli(["reproduce", "--corpus", corpus, "--only", "figures-lock", "--out", out]);

/** Steps that a run said it ran, by title. */
const ran = (stderr: string) => [...stderr.matchAll(/^\[\d+\/\d+\] (.*) \(/gm)].map(([, title]) => title).sort();

describe("reproduce", () => {
  it("makes the same bytes in another time zone and locale, without a cache", async () => {
    const folder = await temporaryFolder();
    const args = (name: string) => [
      "reproduce",
      "--scale",
      "0.001",
      "--fresh",
      "--only",
      "figure/posting-volumes",
      "--out",
      join(folder, name),
    ];
    const one = await runCli(args("one"), { TZ: "America/New_York", LC_ALL: "C" });
    const two = await runCli(args("two"), { TZ: "Asia/Kolkata", LC_ALL: "de_DE.UTF-8", LANG: "tr_TR.UTF-8" });
    expect([one.code, two.code, one.stderr.includes("up to date:")]).toEqual([0, 0, false]);
    expect(await contents(join(folder, "two"))).toEqual(await contents(join(folder, "one")));
    expect(await readdir(join(folder, "one"))).not.toContain(".cache");
  });

  it("runs nothing a second time, and after a change just what depends on it", async () => {
    const folder = await temporaryFolder();
    const corpus = await ownCorpus(folder);
    const out = join(folder, "out");
    expect(ran((await drawOnly(corpus, out)).stderr)).toEqual([
      "compute account-growth",
      "compute labelling-rates",
      "draw account-growth",
      "draw account-growth-map",
      "draw labelling-rates",
      "draw labelling-rates-waffle",
      "lock the figures",
    ]);
    expect((await drawOnly(corpus, out)).stderr).toMatch(/^up to date: 7 steps, nothing to do/m);
    await ownCorpus(folder, "label");
    expect(ran((await drawOnly(corpus, out)).stderr)).toEqual([
      "compute labelling-rates",
      "draw labelling-rates",
      "draw labelling-rates-waffle",
      "lock the figures",
    ]);
  });

  it("runs the notebooks on a corpus of one's own, as `twin` leaves it, under the corpus's name", async () => {
    const folder = await temporaryFolder();
    await runCli(["twin", "--scale", "0.001", "--out", join(folder, "mine")]);
    const out = join(folder, "out");
    const run = await runCli([
      "reproduce",
      "--corpus",
      join(folder, "mine"),
      "--only",
      "labelling-rates",
      "--out",
      out,
    ]);
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining("run 03-labelling-rates")]);
    const notebook = await readFile(join(out, "notebooks", "03-labelling-rates.ipynb"), "utf8");
    expect(notebook).toContain("at scale 0.001");
    expect(notebook).not.toContain(folder);
  });

  it("says why a step would run", async () => {
    const folder = await temporaryFolder();
    const corpus = await ownCorpus(folder);
    const out = join(folder, "out");
    await drawOnly(corpus, out);
    const why = () => runCli(["reproduce", "--corpus", corpus, "--out", out, "--why", "finding/labelling-rates"]);
    expect((await why()).stdout).toMatch(/^finding\/labelling-rates: up to date: /);
    await ownCorpus(folder, "label");
    expect((await why()).stdout).toMatch(/^finding\/labelling-rates: would run: .*labels.parquet changed/);
  });

  it("leaves nothing half written when it is killed, and comes to the same end afterwards", async () => {
    const folder = await temporaryFolder();
    const whole = join(folder, "whole");
    const killed = join(folder, "killed");
    const args = (out: string) => ["reproduce", "--scale", "0.001", "--only", "figure/labelling-rates", "--out", out];
    expect((await runCli(args(whole))).code).toBe(0);
    const expected = await contents(whole);
    await cp(whole, killed, { recursive: true });
    for (const moment of ["generate", "compute", "draw"]) {
      const child = startCli([
        "reproduce",
        "--scale",
        "0.001",
        "--fresh",
        "--only",
        "figure/labelling-rates",
        "--out",
        killed,
      ]);
      child.stderr.on("data", (data) => String(data).includes(moment) && child.kill("SIGKILL"));
      await once(child, "close");
      expect(child.signalCode, moment).toBe("SIGKILL");
      expect(await contents(killed), moment).toEqual(expected);
    }
    expect((await runCli(args(killed))).code).toBe(0);
    expect(await contents(killed)).toEqual(expected);
    expect(await readdir(folder)).toEqual(["killed", "whole"]);
  });

  it("records the run, with the hash of everything it made", async () => {
    const out = join(await temporaryFolder(), "out");
    await runCli(["reproduce", "--scale", "0.001", "--only", "claims", "--out", out]);
    const record = JSON.parse(await readFile(join(out, "run.json"), "utf8"));
    expect(record).toMatchObject({ corpus: "twin", study: "oii-2021", environment: { node: process.version } });
    expect(record.outputs["report/claims.json"]).toBe(await sha256File(join(out, "report/claims.json")));
    expect(record.claims).toHaveLength(92);
  });
});
