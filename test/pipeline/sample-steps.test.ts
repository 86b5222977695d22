import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { optionalSources } from "../../src/import/optional-data.js";
import { publicSources } from "../../src/import/public-corpus.js";
import { planFor } from "../../src/pipeline/resolve-plan.js";
import { sampleSteps, samples, samplesIn } from "../../src/pipeline/sample-steps.js";
import { runCli } from "../commands/run-cli.js";
import { describeWithRealData } from "../import/real-data.js";
import { temporaryFolder } from "../temporary-folder.js";

const names = samples.map(({ name }) => name);
const ids = Object.values(optionalSources);

async function copyOf(folder: string, sources: readonly string[]): Promise<string> {
  const copy = await temporaryFolder();
  for (const id of sources) await cp(join(folder, id), join(copy, id));
  return copy;
}

describe("the samples beside the public corpus", () => {
  it("have no step where their file is not there, and one that depends on it where it is", async () => {
    const folder = await temporaryFolder();
    expect([samplesIn(folder), sampleSteps(planFor("public"), folder)]).toEqual([{ computed: [], absent: names }, []]);
    const path = join(folder, optionalSources.creationDays);
    await mkdir(dirname(path));
    await writeFile(path, "not the registered file");
    expect(sampleSteps(planFor("public"), folder)).toMatchObject([{ name: "finding/creation-days", inputs: [path] }]);
  });
});

await describeWithRealData("a run on the real data", [...publicSources, ...ids], (folder) => {
  const record = (from: string, out: string) =>
    runCli(["reproduce", "--corpus", "public", "--from", from, "--only", "record", "--out", out]);
  const recorded = async (out: string) => JSON.parse(await readFile(join(out, "data/recorded/public.json"), "utf8"));

  it("does without the samples, computes them once they are there, and refuses others in their place", async () => {
    const copy = await copyOf(folder, publicSources);
    const out = join(await temporaryFolder(), "out");
    expect((await record(copy, out)).code).toBe(0);
    expect((await recorded(out)).samples).toEqual({ "retweet-sample": null, "creation-days": null });
    const archive = optionalSources.creationDays;
    await cp(join(folder, archive), join(copy, archive));
    const second = await record(copy, out);
    expect([second.code, second.stderr.match(/compute [\w-]+/g)]).toEqual([0, ["compute creation-days"]]);
    const { samples: found, computedFrom } = await recorded(out);
    expect(found).toMatchObject({ "retweet-sample": null, "creation-days": { inBusiest: { count: 271, of: 744 } } });
    expect(computedFrom.map(({ path }: { path: string }) => path)).toEqual([...publicSources, archive]);
    expect((await record(copy, out)).stderr).toMatch(/^up to date/m);
    await writeFile(join(copy, archive), "userid,account_creation_date\n");
    const third = await record(copy, out);
    expect([third.code, third.stderr]).toEqual([1, expect.stringContaining(`wrong hash: ${archive} is `)]);
  });
});

describe("what was recorded of the real data", () => {
  it("has the results of both samples", async () => {
    const text = await readFile("data/recorded/public.json", "utf8");
    expect(JSON.parse(text).samples).toMatchObject({
      "retweet-sample": { concentration: { accounts: 9509, events: 35_085 } },
      "creation-days": { accounts: 744, inBusiest: { count: 271 } },
    });
  });
});
