import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell } from "../../src/coordination/co-activity/csv-cells.js";
import { openDatabase, sqlText } from "../../src/corpus/duckdb.js";
import { pairwiseBySql } from "../coordination/co-activity/sql.js";
import { temporaryFolder } from "../temporary-folder.js";
import { runCli } from "./run-cli.js";

const header = "account_id,object_id,content_id,timestamp_share";
const small = `${header}\nb,t,2,30\na,t,1,0\na,u,3,0\nb,u,4,1\nc,u,5,500\n`;

async function file(text: string, name = "events.csv"): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, text);
  return path;
}

/** Runs the command and reads what it wrote beside the events. */
async function edges(events: string, ...options: string[]) {
  const out = join(dirname(events), "edges.csv");
  const run = await runCli(["coactivity", events, "--out", out, ...options]);
  return { ...run, text: await readFile(out, "utf8").catch(() => undefined) };
}

/** Rows that no rule of thumb foresees, the same at every run: enough for several threads. */
function manyRows(count: number): string[] {
  let state = 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: count }, (_, at) => {
    const [account, target] = [next(next(3000) + 1), next(next(4000) + 1)];
    return `account-number-${account},"target, ${target}",event-${at},${1_600_000_000 + next(40_000)}`;
  });
}

describe("coactivity", () => {
  it.each([["--out"], ["--pairs"]])("refuses to write over what it reads, by %s", async (option) => {
    const events = await file(small);
    const other = ["--out", "--pairs"]
      .filter((one) => one !== option)
      .flatMap((one) => [one, join(dirname(events), "x")]);
    const refused = await runCli(["coactivity", events, "--window", "60", option, events, ...other]);
    expect(refused).toMatchObject({ code: 2, stderr: `same file twice: ${events}; give each its own\n` });
    expect(await readFile(events, "utf8")).toBe(small);
  });

  it("refuses to write two tables into one file", async () => {
    const events = await file(small);
    const out = join(dirname(events), "same.csv");
    const refused = await runCli(["coactivity", events, "--window", "60", "--out", out, "--pairs", out]);
    expect(refused).toMatchObject({ code: 2, stderr: `same file twice: ${out}; give each its own\n` });
  });

  it("writes edges sorted by pair, and says what it read and found", async () => {
    const { code, text, stdout, stderr } = await edges(await file(small), "--window", "60");
    expect([code, text]).toEqual([0, "account_a,account_b,weight,mean_delta_s\na,b,2,15.5\n"]);
    expect(stdout).toBe("5 events by 3 accounts on 2 objects\n2 co-actions, 1 pair of accounts\n");
    expect(stderr).toBe("");
  });

  it.each([
    [["--window", "0"], "account_a,account_b,weight,mean_delta_s\n"],
    [["--window", "30", "--semantics", "bins"], "account_a,account_b,weight,mean_delta_s\na,b,1,1\n"],
    [
      ["--window", "1e3", "--semantics", "bins", "--bin-origin", "epoch"],
      "account_a,account_b,weight,mean_delta_s\na,b,2,15.5\na,c,1,500\nb,c,1,499\n",
    ],
    [["--window", "60", "--semantics", "qut"], "user_1,user_2,weight\na,b,2\nb,a,2\n"],
    [
      ["--window", "600", "--semantics", "chained", "--min-participation", "2"],
      "account_a,account_b,weight,mean_delta_s\na,b,2,15.5\n",
    ],
    [["--window", "60", "--semantics", "coortweet"], "account_a,account_b,weight,mean_delta_s\na,b,2,15.5\n"],
    [
      ["--window", "60", "--actor", "content_id", "--no-event"],
      "account_a,account_b,weight,mean_delta_s\n1,2,1,30\n3,4,1,1\n",
    ],
  ])("takes %j", async (options, text) => {
    expect((await edges(await file(small), ...options)).text).toBe(text);
  });

  it("lists each co-action with --pairs", async () => {
    const events = await file(small);
    const pairs = join(dirname(events), "pairs.csv");
    await edges(events, "--window", "60", "--pairs", pairs);
    expect(await readFile(pairs, "utf8")).toBe(
      "object_id,account_a,account_b,event_a,event_b,delta_s\nt,a,b,1,2,30\nu,a,b,3,4,1\n",
    );
  });

  it("says how many rows it left out, and why", async () => {
    const rows = `${small},t,6,0\nd,,7,0\ne,,8,0\nb,t,2,30\n`;
    const { stdout } = await edges(await file(rows), "--window", "60", "--min-participation", "2");
    expect(stdout).toBe(
      "6 events by 3 accounts on 2 objects\n1 row without an account left out\n" +
        "2 rows without an object left out: empty never matches empty\n1 event dropped as repeated: the id came before\n" +
        "1 event left out: an account with too few\n2 co-actions, 1 pair of accounts\n",
    );
  });

  it("writes the same bytes on several threads as on one, as SQL gives, in any order of rows, from CSV and Parquet", async () => {
    const rows = manyRows(100_000);
    const events = await file([header, ...rows].join("\n"));
    const { text, stdout } = await edges(events, "--window", "60");
    expect(text?.trim().split("\n").slice(1)).toEqual(await pairwiseBySql(events, 60));
    expect(stdout).toContain("100,000 events by ");
    expect((await edges(await file([header, ...rows.reverse()].join("\r\n")), "--window", "60")).text).toBe(text);
    const parquet = join(await temporaryFolder(), "events.parquet");
    const connection = await openDatabase();
    await connection.run(`copy (from read_csv(${sqlText(events)})) to ${sqlText(parquet)}`);
    connection.closeSync();
    expect((await edges(parquet, "--window", "60")).text).toBe(text);
  });

  it("puts an apostrophe before what a spreadsheet would take for a formula", async () => {
    const { text } = await edges(await file(`${header}\n=1+1,t,1,0\n"@b,""c""",t,2,0\n`), "--window", "1");
    expect(text).toBe(`account_a,account_b,weight,mean_delta_s\n'=1+1,"'@b,""c""",1,0\n`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("＝1", "\t", "-1", "+1", "a\rb")), (name) => {
        expect(`${csvCell(name)}\n`).toBe(stringify([[name]], { escape_formulas: true, quoted_match: /[\r\n]/ }));
      }),
    );
  });

  it("writes edges without rows for one event, and for none", async () => {
    const head = "account_a,account_b,weight,mean_delta_s\n";
    expect((await edges(await file(`${header}\na,t,1,0\n`), "--window", "60")).text).toBe(head);
    expect((await edges(await file(`${header}\n`), "--window", "60")).text).toBe(head);
  });

  it("warns when all events came at one instant, and still counts them exactly", async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `account-${at},t,${at},1600000000`);
    const { code, stdout, stderr, text } = await edges(await file([header, ...rows].join("\n")), "--window", "60");
    expect(code).toBe(0);
    expect(stdout).toContain("4,498,500 co-actions, 4,498,500 pairs of accounts\n");
    expect(stderr).toMatch(
      /^warning: all 3,000 events have the same time; .*\nwarning: 4,498,500 co-actions among 3,000 events; /,
    );
    expect(text?.length).toBeGreaterThan(4_498_500 * 20);
  });

  it("refuses more co-actions than allowed with their exact number, at once and without a file", async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `account-${at},t,${at},1600000000`);
    const { code, stderr, text } = await edges(await file([header, ...rows].join("\n")), "--window", "60");
    expect(code).toBe(1);
    expect(stderr).toMatch(/\ntoo many co-actions: 1,799,970,000, more than 500,000,000; .*--most/);
    expect(text).toBeUndefined();
  });

  it.each([
    [["--window", "-5"], 2, "window must be a number of seconds of at least 0: -5\n"],
    [["--window", "soon"], 2, "window must be a number of seconds of at least 0: soon\n"],
    [["--window", ""], 2, "window must be a number of seconds of at least 0: \n"],
    [["--window", "NaN"], 2, "window must be a number of seconds of at least 0: NaN\n"],
    [
      ["--window", "60", "--semantics", "pairs"],
      2,
      'unknown semantics: "pairs"; known: pairwise, coortweet, qut, bins, chained\n',
    ],
    [["--window", "60", "--bin-origin", "noon"], 2, 'unknown bin origin: "noon"; known: first, epoch\n'],
    [["--window", "60", "--min-participation", "0"], 2, "min participation must be a whole number of at least 1: 0\n"],
    [
      ["--window", "60", "--actor", "who"],
      1,
      /events.csv:1: missing column: who; the file has account_id, object_id, /,
    ],
    [["--window", "60", "--time", "object_id"], 1, /events.csv:1: one column for two things: "object_id"; /],
    [[], 2, /^required option "--window <seconds>" not specified; /],
  ])("refuses %j with one message, and leaves nothing behind", async (options, expected, message) => {
    const events = await file(small);
    const { code, stderr, stdout } = await edges(events, ...options);
    expect([code, stdout]).toEqual([expected, ""]);
    if (typeof message === "string") expect(stderr).toBe(message);
    else expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(await readdir(dirname(events))).toEqual(["events.csv"]);
  });

  it("keeps the edges of before when the events are bad", async () => {
    const events = await file(small);
    const before = (await edges(events, "--window", "60")).text;
    await writeFile(events, small.replace("500", "later"));
    const { code, text, stderr } = await edges(events, "--window", "60");
    expect([code, text, stderr]).toEqual([
      1,
      before,
      `${events}:6:4: not a time: "later"; write Unix seconds or 2021-03-01T12:00:00Z\n`,
    ]);
  });

  it("says so when the edges cannot be written", async () => {
    const { code, stderr } = await runCli([
      "coactivity",
      await file(small),
      "--window",
      "60",
      "--out",
      await temporaryFolder(),
    ]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^cannot write: .*\(it is a folder\); name a file\n$/)]);
  });
});
