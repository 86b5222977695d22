import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { scanPrivacy } from "../../src/privacy/scan.js";
import { findKnown, findTraces } from "../../src/privacy/traces.js";
import { runCli } from "../commands/run-cli.js";
import { temporaryFolder } from "../temporary-folder.js";

const kinds = (text: string, allowed = new Set<string>()) =>
  findTraces(text, allowed).map(({ kind, value }) => `${kind}: ${value}`);

describe("the privacy scan", () => {
  it("finds nobody in the committed figures, notebooks and recorded results", async () => {
    const outputs = ["figures", "notebooks", "data/recorded"].map((path) => projectPath(path));
    const { found, files } = await scanPrivacy(outputs);
    expect(found).toEqual([]);
    expect(files).toBeGreaterThan(30);
  });

  it.each([
    ["thanks @someone_x!", ["handle: someone_x"]],
    ["write to a.person@example.org", ["e-mail address: a.person@example.org"]],
    ["see https://twitter.com/a/status/1", ["link: https://twitter.com/a/status/1"]],
    ["see t.co/AbC", ["link: t.co/AbC"]],
    ["1293474571464343559,x", ["id: 1293474571464343559"]],
    ['{"user_id": "123456"}', ["id: 123456"]],
  ])("finds the trace in %s", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    "0.123456789012345678 and 12.34e15",
    "sha256:1293474571464343559abc and #1293474571464343559",
    "import x from '@duckdb/node-api@1.5.6'".replace("@duckdb", "duckdb"),
    'xmlns="http://www.w3.org/2000/svg" https://github.com/a/b',
    "201,382 tweets on 2021-03-01",
  ])("leaves alone %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it("lets principals be named, and finds others by name where it knows them", () => {
    expect(kinds("@Embassy_X https://twitter.com/embassy_x", new Set(["embassy_x"]))).toEqual([]);
    expect([...findKnown("rows: secret_person, 4711", new Set(["secret_person"]))]).toMatchObject([
      { value: "secret_person" },
    ]);
  });

  it("fails on the command line without spreading what it found, and passes a clean folder", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "out.csv"), "name\n@secret_person\n");
    const bad = await runCli(["privacy", "scan", folder]);
    expect(bad.code).toBe(1);
    expect(bad.stdout).toBe(`${folder}/out.csv:2:1: handle: se........\n`);
    expect(bad.stderr).toContain("outputs may point to people: 1 places in 1 files");
    await writeFile(join(folder, "out.csv"), "name\nembassy\n");
    expect(await runCli(["privacy", "scan", folder])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^nothing found in 1 files/),
    });
  });
});
