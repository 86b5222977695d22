import { once } from "node:events";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { label, tinyCorpus } from "../tiny-corpus.js";
import { runCli, startCli } from "./run-cli.js";

const commands = [
  "reproduce",
  "compare",
  "archive",
  "twin",
  "claims",
  "coactivity",
  "data",
  "data list",
  "data fetch",
  "exercises",
  "validate",
  "lab",
  "doctor",
];

describe("the command line", () => {
  it("lists its commands, and explains each", async () => {
    const { stdout, code } = await runCli(["--help"]);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toContain(command.split(" ")[0]);
    for (const command of commands) {
      const help = await runCli([...command.split(" "), "--help"]);
      expect([command, help.code]).toEqual([command, 0]);
      expect(help.stdout).toContain(`Usage: amplification-audit ${command}`);
    }
  });

  it.each([
    [["twist"], 'unknown command: "twist"; `--help` lists the commands and their options'],
    [["reproduce", "--colour"], 'unknown option: "--colour"; `--help` lists the commands and their options'],
    [["reproduce", "--only", "labels"], /^unknown name: "labels"; known: .*labelling-rates/],
    [["reproduce", "--why", "labels"], /^unknown name: "labels"; known: /],
    [["validate", "twin", "--limit", "many"], "limit must be a whole number of at least 1: many"],
    [["reproduce", "--scale", "0"], "scale must be a number above 0: 0"],
    [["reproduce", "--scale", "0.5"], "scale 0.5 needs --out; name a folder, so that the committed figures stay"],
    [["twin", "--seed", "x", "--out", "t"], "seed must be a whole number of at least 0: x"],
    [["twin", "--effort", "2", "--out", "t"], "effort must be a share from 0 to 1: 2"],
    [["twin"], "nothing to do; give --out a folder, or --describe"],
    [["lab", "--port", "web"], "port must be a whole number of at least 0: web"],
    [["validate"], 'missing required argument: "corpus"; `--help` lists the commands and their options'],
  ])("refuses misuse with one message and code 2: %j", async (args, message) => {
    const { code, stderr, stdout } = await runCli(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    const lines = stderr.trim().split("\n");
    expect(lines.at(-1)).toMatch(message instanceof RegExp ? message : new RegExp(`^${escaped(message)}$`));
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    [["reproduce", "--corpus", "twim"], 'unknown corpus: "twim"; known: twin, public, or a folder made by `import`'],
    [["claims", "--corpus", "twim"], 'unknown corpus: "twim"; known: twin, public, or a folder made by `import`'],
    [["reproduce", "--corpus", "public", "--from", "nowhere"], /^not a folder: nowhere; /],
  ])("refuses bad input with one message and code 1: %j", async (args, message) => {
    const { code, stderr } = await runCli(args);
    expect(code).toBe(1);
    expect(stderr.trim()).toMatch(message instanceof RegExp ? message : new RegExp(`^${escaped(message)}$`));
  });

  it("says what to do where the real data is missing", async () => {
    const empty = await temporaryFolder();
    const { code, stderr } = await runCli(["reproduce", "--corpus", "public", "--from", empty]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^data set is missing: .*accounts_2021-07-05.csv; run `data fetch`, or name a folder/);
  });

  it("refuses a file of the real data that is not the registered one", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "prc-diplomats"));
    await writeFile(join(folder, "prc-diplomats", "accounts_2021-07-05.csv"), "country,ISO2\n");
    const { code, stderr } = await runCli(["reproduce", "--corpus", "public", "--from", folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^wrong hash: prc-diplomats\/accounts_2021-07-05.csv is [0-9a-f]{64}, expected /);
  });

  it("lists the violations of a corpus", async () => {
    const { folder } = await tinyCorpus({ labels: [label("nobody", "2021-03-01", null)] });
    const { code, stdout, stderr } = await runCli(["validate", folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/labels.parquet:1:account_id: not in accounts: "nobody"\n$/);
    expect(stderr).toBe("corpus breaks the schema: 1 violations; correct them and import again\n");
  });
});

it("ends quietly when its reader stops early", async () => {
  const child = startCli(["claims", "--corpus", "public"]);
  child.stdout.once("data", () => child.stdout.destroy());
  let stderr = "";
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const [code] = await once(child, "close");
  expect([code, stderr.includes("EPIPE")]).toEqual([0, false]);
});

describe("the folder to write to", () => {
  const reproduceInto = (out: string) => runCli(["reproduce", "--scale", "0.001", "--only", "claims", "--out", out]);

  it("is refused if it holds what the command did not write, and left as it was", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "thesis.txt"), "years of work");
    const { code, stderr } = await reproduceInto(folder);
    expect(code).toBe(1);
    expect(stderr).toContain(`not an empty folder: ${folder}; choose an empty folder, or one that an earlier`);
    expect(await readdir(folder)).toEqual(["thesis.txt"]);
  });

  it("is replaced if an earlier run wrote it, without what that run left", async () => {
    const folder = join(await temporaryFolder(), "out");
    expect((await reproduceInto(folder)).code).toBe(0);
    await writeFile(join(folder, "left-over.txt"), "from before");
    expect((await reproduceInto(folder)).code).toBe(0);
    expect(await readdir(folder)).not.toContain("left-over.txt");
    expect(await readdir(join(folder, "report"))).toContain("claims.json");
  });

  it("is refused if it is a file", async () => {
    const file = join(await temporaryFolder(), "out");
    await writeFile(file, "");
    const { code, stderr } = await reproduceInto(file);
    expect([code, stderr]).toEqual([1, `not a folder: ${file}; choose a folder\n`]);
  });

  it.skipIf(process.getuid?.() === 0)("is refused if it cannot be written (not tried as root, who can)", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o500);
    const { code, stderr } = await reproduceInto(join(folder, "out"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^cannot write: /);
    await chmod(folder, 0o700);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
