import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildLine, writableLine } from "../../src/environment/checkout.js";
import { doctor } from "../../src/environment/doctor.js";
import { fontLine, installedLines, nativeLines } from "../../src/environment/installed-packages.js";
import { projectFiles } from "../../src/environment/project-files.js";
import { realDataLines } from "../../src/environment/real-data.js";
import { readSources } from "../../src/import/sources.js";
import { temporaryFolder } from "../temporary-folder.js";

const files = projectFiles();

/** The project's lockfile with another version of one package. */
async function lockfileWith(name: string, version: string): Promise<string> {
  const lock = JSON.parse(await readFile(files.lockfile, "utf8"));
  lock.packages[`node_modules/${name}`].version = version;
  const path = join(await temporaryFolder(), "package-lock.json");
  await writeFile(path, JSON.stringify(lock));
  return path;
}

/** A folder with one source file and one build record, changed at the given seconds. */
async function builtAt(source: number, build: number): Promise<string> {
  const root = await temporaryFolder();
  for (const [folder, file, time] of [
    ["src/deep", "a.ts", source],
    ["dist", ".tsbuildinfo", build],
  ] as const) {
    await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, folder, file), "");
    await utimes(join(root, folder, file), time, time);
  }
  return root;
}

describe("the doctor", () => {
  it("finds this machine's packages, native binaries and font in order", async () => {
    const lines = await doctor();
    const whats = lines.map(({ what }) => what);
    expect(whats).toEqual(expect.arrayContaining(["Node.js", "npm", "System", "build", "checkout", "environment.md"]));
    const inOrder = lines.filter(({ what }) => /^packages$|^native|^font|^Node|^environment/.test(what));
    expect(inOrder).toHaveLength(7);
    expect(inOrder.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("reports a package that is not the locked one, and that the page no longer tells the truth", async () => {
    const wrong = (await doctor({ lockfile: await lockfileWith("vega", "6.3.0") })).filter(({ ok }) => !ok);
    expect(wrong).toContainEqual({
      what: "package vega",
      expected: "vega@6.3.0",
      found: "vega@6.4.0",
      ok: false,
      remedy: "run `npm ci`",
    });
    const page = wrong.find(({ what }) => what === "environment.md");
    expect(page?.found).toContain("environment.md: version of vega: 6.4.0; package-lock.json has 6.3.0");
  });

  it("reports a machine that is not up to it", async () => {
    const machine = { node: "18.0.0", npm: "11.0.0", platform: "linux", architecture: "x64", glibc: "2.36" };
    const lines = await doctor({ machine: { ...machine, processors: 2, memoryGiB: 24 } });
    expect(lines.find(({ what }) => what === "Node.js")).toMatchObject({ found: "18.0.0", ok: false });
  });
});

describe("packages", () => {
  it("that are not installed are named, each with what was expected", async () => {
    const [summary, ...wrong] = await installedLines({ ...files, modules: await temporaryFolder() });
    expect(summary).toMatchObject({ what: "packages", ok: false });
    expect(summary?.found).toBe(`0 of ${wrong.length}`);
    expect(wrong).toContainEqual(
      expect.objectContaining({ what: "package request", expected: "@cypress/request@3.0.9", found: "not installed" }),
    );
  });

  it("with a binary part that cannot be loaded say why", async () => {
    const lines = await nativeLines({ ...files, root: await temporaryFolder() });
    expect(lines.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(lines[0]?.found).toMatch(/Cannot find package '@duckdb\/node-api'/);
  });

  it("without the font files are told which are missing", async () => {
    const line = await fontLine({ ...files, modules: await temporaryFolder() });
    expect(line).toMatchObject({ ok: false, remedy: "run `npm ci`" });
    expect(line.found).toContain("Arimo_700Bold.ttf");
  });
});

describe("the build", () => {
  it("is stale when a source file is newer", async () => {
    const line = await buildLine({ ...files, root: await builtAt(2_000, 1_000) });
    expect(line).toMatchObject({
      ok: false,
      found: "stale build: src/deep/a.ts is newer",
      remedy: "run `npm run build`",
    });
  });

  it("is in order when it is newer than every source file", async () => {
    expect(await buildLine({ ...files, root: await builtAt(1_000, 2_000) })).toMatchObject({ ok: true, remedy: "" });
  });

  it("is missed when there is none", async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, "src"));
    expect(await buildLine({ ...files, root })).toMatchObject({ ok: false, found: "not built" });
  });
});

describe("the checkout", () => {
  it("is reported where it cannot be written", async () => {
    expect(await writableLine({ ...files, root: await temporaryFolder() })).toMatchObject({ ok: true });
    expect(await writableLine({ ...files, root: "/nonexistent" })).toMatchObject({ ok: false });
  });
});

describe("real data", () => {
  it("may be absent", async () => {
    const lines = await realDataLines(await temporaryFolder());
    expect(lines.map(({ found, ok }) => [found, ok])).toEqual(readSources().map(() => ["absent", true]));
  });

  it("is reported when a file is not the registered one", async () => {
    const folder = await temporaryFolder();
    const id = "prc-diplomats/labels_2022-04-14.csv";
    await mkdir(join(folder, "prc-diplomats"));
    await writeFile(join(folder, id), "handle\n");
    const line = (await realDataLines(folder)).find(({ what }) => what === `data set ${id}`);
    expect(line).toMatchObject({ ok: false, found: "wrong hash" });
    expect(line?.remedy).toContain("data fetch");
  });

  it("is reported when its folder is not there", async () => {
    const lines = await realDataLines("/nonexistent");
    expect(lines).toMatchObject([{ what: "real data", ok: false }]);
  });
});
