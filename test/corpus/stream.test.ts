import { readdir } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.js";
import type { CorpusInfo } from "../../src/corpus/info.js";
import type { Cell } from "../../src/corpus/staged-rows.js";
import { openCorpusStream } from "../../src/corpus/stream.js";
import { writeCorpus } from "../../src/corpus/write.js";
import { account, instant, temporaryFolder } from "../tiny-corpus.js";

const info: CorpusInfo = { name: "t", title: "T", description: "", basis: "real data", listName: "list", sources: [] };

/** Rows of `statuses` that fill several row groups, so that threads have something to share out. */
function manyRows(count: number): Cell[][] {
  const day = Date.parse("2021-03-01");
  return Array.from({ length: count }, (_, at) => [String((at * 7_919) % count), day, at % 3 ? "active" : "suspended"]);
}

async function written(rows: Cell[][], threads: number) {
  const folder = await temporaryFolder();
  const stream = await openCorpusStream(folder, info, { threads });
  for (const row of rows) stream.table("statuses").append(...row);
  const tables = await stream.finish();
  return { folder, statuses: tables.find(({ name }) => name === "statuses") };
}

describe("a streamed corpus", () => {
  it("has the same bytes whatever the number of threads and the order of the rows", async () => {
    const rows = manyRows(300_007);
    const [one, two, reversed] = [
      await written(rows, 1),
      await written(rows, 2),
      await written([...rows].reverse(), 2),
    ];
    expect(one.statuses?.rows).toBe(300_007);
    expect(two.statuses).toEqual(one.statuses);
    expect(reversed.statuses).toEqual(one.statuses);
  });

  it("has the same bytes as one written from row objects", async () => {
    const rows = [
      account("7", { handle: "@a", created_at: instant("2021-04-22T17:09:02Z"), followers: 0, verified: true }),
      account("10", { handle: "", followers: 4_294_967_296 }),
    ];
    const whole = await writeCorpus(await temporaryFolder(), info, { accounts: rows });
    const stream = await openCorpusStream(await temporaryFolder(), info);
    const table = stream.table("accounts");
    table.append("10", "twitter", "", null, 4_294_967_296, null, null);
    table.append("7", "twitter", "@a", Date.parse("2021-04-22T17:09:02Z"), 0, true, null);
    expect(await stream.finish()).toEqual(whole);
  });

  it("gives back texts of any kind, long ones and many lines included", async () => {
    const texts = fc.sample(fc.string({ unit: "binary", minLength: 0, maxLength: 40 }), { numRuns: 2_000, seed: 1 });
    const awkward = [
      "",
      " ",
      '"',
      '""',
      ",",
      "\n",
      "\r\n",
      "\r",
      " a ",
      "NULL",
      "\\N",
      "é",
      "a".repeat(1_500_000),
      "\t",
    ];
    const given = [...awkward, ...texts].map((text) => text.replaceAll("\0", ""));
    const folder = await temporaryFolder();
    const stream = await openCorpusStream(folder, info);
    given.forEach((text, at) => {
      stream.table("posts").append(String(at), "1", 0, "text", null, null, null, null, null, null, text);
    });
    await stream.finish();
    const corpus = await Corpus.open(folder);
    const rows = await corpus.rows<{ text: string }>("select text from posts order by post_id::int");
    corpus.close();
    expect(rows.map(({ text }) => text)).toEqual(given);
  });

  it("leaves nothing behind but the tables, finished or abandoned", async () => {
    const { folder } = await written(manyRows(3), 1);
    expect((await readdir(folder)).filter((name) => !/\.(parquet|json)$/.test(name))).toEqual([]);
    const given = await temporaryFolder();
    const stream = await openCorpusStream(given, info);
    stream.table("activity").append("1", "2020-06-07", 3);
    await stream.abandon();
    expect(await readdir(given)).toEqual([]);
  });

  it("takes days before 1970's turn and whole numbers below 0 as they are", async () => {
    const folder = await temporaryFolder();
    const stream = await openCorpusStream(folder, info);
    stream.table("activity").append("1", "1969-12-31", -12);
    stream.table("activity").append("1", Date.parse("2021-02-28"), 1_000_000);
    await stream.finish();
    const corpus = await Corpus.open(folder);
    const rows = await corpus.rows("from activity order by week");
    corpus.close();
    expect(rows.map(Object.values)).toEqual([
      ["1", "1969-12-31", -12],
      ["1", "2021-02-28", 1_000_000],
    ]);
  });

  it("says which row it cannot take", async () => {
    const stream = await openCorpusStream(await temporaryFolder(), info);
    const table = stream.table("statuses");
    expect(() => table.append("1", 0)).toThrow(/a row of 2 cells; the table has 3 columns: account_id, observed_on/);
    expect(() => table.append("1", "yesterday", "active")).toThrow(/neither a whole number nor a time: "yesterday"/);
    await stream.abandon();
  });
});
