import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.js";
import { openDatabase, sqlText } from "../../src/corpus/duckdb.js";
import { account, label, principal, temporaryFolder, tinyCorpus } from "../tiny-corpus.js";

describe("opening a corpus", () => {
  it("refuses a folder without the file that says what it is", async () => {
    await expect(Corpus.open(await temporaryFolder())).rejects.toThrow(/not a corpus: .* has no corpus.json/);
  });

  it("names a table that is missing", async () => {
    const { folder } = await tinyCorpus({});
    await rm(join(folder, "labels.parquet"));
    await expect(Corpus.open(folder)).rejects.toThrow(/table is missing: .*labels.parquet; make the corpus again/);
  });

  it("names a table that is corrupt", async () => {
    const { folder } = await tinyCorpus({});
    await writeFile(join(folder, "accounts.parquet"), "not parquet at all");
    await expect(Corpus.open(folder)).rejects.toThrow(/table cannot be read: .*accounts.parquet \(.*\)/);
  });

  it("names a column that is missing and those that are there", async () => {
    const { folder } = await tinyCorpus({});
    await overwrite(join(folder, "statuses.parquet"), "select '1' as account_id, 'active' as state");
    await expect(Corpus.open(folder)).rejects.toThrow(
      /statuses.parquet: column is missing: "observed_on"; found account_id, state/,
    );
  });

  it("names a column of the wrong type", async () => {
    const { folder } = await tinyCorpus({});
    await overwrite(
      join(folder, "statuses.parquet"),
      "select 1 as account_id, date '2021-03-01' as observed_on, '' as status",
    );
    await expect(Corpus.open(folder)).rejects.toThrow(/column "account_id" has type INTEGER; it must be VARCHAR/);
  });

  it("refuses a corpus that says no basis", async () => {
    const { folder } = await tinyCorpus({});
    await writeFile(join(folder, "corpus.json"), '{"name":"x"}');
    await expect(Corpus.open(folder)).rejects.toThrow(/basis is neither "synthetic twin" nor "real data": undefined/);
  });
});

describe("labels in the round as of a day", () => {
  it("are those of the latest round on or before it, platform by platform and group by group", async () => {
    const corpus = await tinyCorpus({
      accounts: [account("1"), account("2"), account("f", { platform: "facebook" })],
      principals: [principal("1"), principal("2"), principal("f")],
      labels: [
        label("1", "2021-01-01", null),
        label("2", "2021-01-01", "a"),
        label("1", "2021-02-01", "b"),
        label("f", "2021-01-15", "c"),
        label("2", "2021-04-01", "d"),
      ],
    });
    const rows = await corpus.rows("select account_id, label from labels_in_round_as_of($day::date) order by all", {
      day: "2021-03-01",
    });
    expect(rows).toEqual([
      { account_id: "1", label: "b" },
      { account_id: "f", label: "c" },
    ]);
  });
});

async function overwrite(path: string, query: string): Promise<void> {
  const connection = await openDatabase();
  await connection.run(`copy (${query}) to ${sqlText(path)} (format parquet)`);
  connection.closeSync();
}
