import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256File } from "../../../src/files/hash.js";
import { projectPath } from "../../../src/files/project.js";
import { filesIn } from "../../../src/files/tree.js";
import { importRaw } from "../../../src/import/raw/import-raw.js";
import { findInputs } from "../../../src/import/raw/inputs.js";
import { runCli } from "../../commands/run-cli.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { classicTweet } from "./classic.js";
import { counted, design, imported, principals, rawFiles, smallStudy } from "./imported.js";

const post = classicTweet("1293474571464343559", "100", "2020-08-12T09:09:04.089Z");
const retweetBy = (user: number) => ({
  ...classicTweet(String(1_000_000 + user), String(user), "2020-08-12T10:00:00Z"),
  retweeted_status: post,
});
const retweets = Array.from({ length: 300 }, (_, at) => retweetBy(200 + (at % 250)));

async function hashesOf(folder: string): Promise<string[]> {
  const files = (await filesIn(folder)).filter((file) => file.endsWith(".parquet"));
  return Promise.all(files.map(async (file) => `${file} ${await sha256File(join(folder, file))}`));
}

describe("an import", () => {
  it("gives the same bytes in parts as in one piece, and knows the line in either", async () => {
    const files = { "a.jsonl": `${retweets.map((one) => JSON.stringify(one)).join("\n")}\nbroken\n` };
    const whole = await imported(files);
    const parts = await imported(files, { partBytes: 20_000 });
    expect(await hashesOf(parts.folder)).toEqual(await hashesOf(whole.folder));
    expect(parts.rejects).toEqual(whole.rejects);
    expect(parts.rejects).toMatchObject([{ line: 301 }]);
    expect(counted(parts.reconciled)).toEqual({ rows: 301, kept: 250, merged: 50, rejected: 1 });
    expect(parts.reconciled).toEqual(whole.reconciled);
  });

  it("gives the same bytes whatever the files are called, again, and over what an earlier one wrote", async () => {
    const one = await imported({ "a.jsonl": [post, ...retweets.slice(0, 9)], "b.jsonl": retweets.slice(5, 30) });
    const other = await imported({ "y.jsonl.gz": retweets.slice(5, 30), "z.jsonl": [post, ...retweets.slice(0, 9)] });
    expect(await hashesOf(other.folder)).toEqual(await hashesOf(one.folder));
    const raw = await rawFiles({ "b.jsonl": retweets.slice(5, 30), "a.jsonl": [...retweets.slice(0, 9), post] });
    await importRaw(await findInputs([raw], undefined, ""), { study: smallStudy(), out: one.folder });
    expect(await hashesOf(one.folder)).toEqual(await hashesOf(other.folder));
  });

  it.each([
    ["a picture", { "a.jsonl": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }, "not text in UTF-8: a.jsonl"],
    ["a table of something else", { "a.csv": "x,y\n1,2\n" }, "format not recognised: a.csv; name one of"],
    ["an empty file", { "a.csv": "" }, "file is empty: a.csv; leave it out"],
    ["other objects", { "a.jsonl": [{ x: 1 }, { x: 2 }] }, "format not recognised: a.jsonl"],
    ["no file at all", {}, "nothing to import"],
  ])("stops at once before %s, and leaves nothing", async (_what, files, message) => {
    const raw = await rawFiles({ ...files });
    const out = join(await temporaryFolder(), "corpus");
    const importing = findInputs([raw], undefined, "").then((inputs) =>
      importRaw(inputs, { study: smallStudy(), out }),
    );
    await expect(importing).rejects.toThrow(message);
    expect(existsSync(out)).toBe(false);
  });

  it("stops when a file turns out not to be what it begins as", async () => {
    const lines = [JSON.stringify(post).replace("created_at", "created_on"), JSON.stringify(post)];
    const raw = await rawFiles({ "a.jsonl": `${lines[1]}\n${`${lines[0]}\n`.repeat(3)}` });
    const [input] = await findInputs([raw], undefined, "");
    const out = join(await temporaryFolder(), "corpus");
    await importRaw(input ? [input] : [], { study: smallStudy(), out }); // one sound row is enough
    const nothing = await rawFiles({ "a.jsonl": `${JSON.stringify({ ...post, created_at: "x" })}\n`.repeat(1200) });
    const importing = importRaw(await findInputs([nothing], undefined, ""), { study: smallStudy(), out });
    await expect(importing).rejects.toThrow("cannot read a.jsonl as twitter-v1.1: not any of its first 1000 rows");
  });

  it("follows links once, and stops before one that leads nowhere", async () => {
    const raw = await rawFiles({ "a.jsonl": [post] });
    await symlink(".", join(raw, "loop"));
    await symlink("a.jsonl", join(raw, "again.jsonl"));
    expect(await findInputs([raw], undefined, "")).toHaveLength(1);
    await symlink("gone.jsonl", join(raw, "broken.jsonl"));
    await expect(findInputs([raw], undefined, "")).rejects.toThrow(/^cannot read: .*broken\.jsonl \(no such file\)/);
    await expect(findInputs(["/dev/null"], undefined, "")).rejects.toThrow(
      /^neither a file nor a folder: \/dev\/null;/,
    );
  });

  it("asks which format a file is that could be two", async () => {
    const header =
      "tweetid,userid,tweet_time,is_retweet,retweet_tweetid,in_reply_to_tweetid,message_id,user_id,repost_id,reply_id,timestamp";
    await expect(imported({ "a.csv": `${header}\n` })).rejects.toThrow(
      "format is not clear: a.csv could be io-archive, qut; name one",
    );
  });

  it("goes on where it was killed, with the same result", async () => {
    const raw = await rawFiles({});
    for (let file = 0; file < 6; file += 1) {
      const lines = Array.from({ length: 12_000 }, (_, at) => JSON.stringify(retweetBy(1000 + file * 12_000 + at)));
      await writeFile(join(raw, `day-${file}.jsonl`), lines.join("\n"));
    }
    const study = join(await temporaryFolder(), "study.json");
    await writeFile(study, JSON.stringify({ ...design, principals }));
    const [one, two] = [join(await temporaryFolder(), "one"), join(await temporaryFolder(), "two")];
    const options = (out: string) => ["import", raw, "--study", study, "--out", out];
    const child = spawn(process.execPath, [projectPath("dist", "cli.js"), ...options(one)], { stdio: "ignore" });
    const waiting = join(one, "..", ".partial", "one.import", "read");
    while ((await readdir(waiting).catch(() => [])).length < 2 && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
    expect(existsSync(one)).toBe(false);
    const resumed = await runCli(options(one));
    expect(resumed.stderr).toMatch(/[1-6] parts had been read before/);
    expect((await runCli(options(two))).stdout).toBe(resumed.stdout.replaceAll(one, two));
    expect(resumed.stdout).toContain("twitter-v1.1: 72000 rows in = 72000 kept + 0 merged + 0 rejected");
    expect(await hashesOf(one)).toEqual(await hashesOf(two));
    expect(existsSync(join(one, "..", ".partial"))).toBe(false);
  });

  it("leaves its study in the corpus, which `reproduce` reads it by", async () => {
    const { folder } = await imported({ "a.jsonl": [post] });
    expect(JSON.parse(await readFile(join(folder, "study.json"), "utf8"))).toMatchObject({
      name: "small",
      statusDays: design.statusDays,
    });
    const { planFor } = await import("../../../src/pipeline/resolve-plan.js");
    expect(planFor(folder).study).toMatchObject({ name: "small", busiestRetweeterUntil: "2020-09-10" });
  });
});
