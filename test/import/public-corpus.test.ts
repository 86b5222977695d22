import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.js";
import type { Row } from "../../src/corpus/schema.js";
import { validateCorpus } from "../../src/corpus/validate.js";
import { writeCorpus } from "../../src/corpus/write.js";
import { accountLine } from "../../src/import/import-account.js";
import { type ImportedCorpus, importPublicCorpus, publicSources } from "../../src/import/public-corpus.js";
import { sourceOf } from "../../src/import/sources.js";
import { temporaryFolder } from "../temporary-folder.js";
import { describeWithRealData } from "./real-data.js";

const contents = [
  "\uFEFFcountry,ISO2,cat,twitter_handle,user_id,\r\nMali,ML,E,Emb_ML,tbc,\r\nEU,OTH,A,Gone,,\r\nAruba,AW,,,,\r\n",
  "handle,gov_label,verified,date_scraped\nEMB_ml,NA,TRUE,2022-04-14\nLater,China government official,NA,2022-04-14\n",
  "handle,gov_label,verified,date_scraped\nemb_ml,Organisation du gouvernement - Chine,TRUE,2022-05-08\n",
  'user_id,screen_name,followers_count,account_created_at,verified,date_scraped\n"9007199254740993",emb_Ml,7,2019-04-29T07:54:50Z,TRUE,2022-04-14\n',
];

async function tinyFolder(): Promise<string> {
  const folder = await temporaryFolder();
  for (const [index, id] of publicSources.entries()) {
    await mkdir(dirname(join(folder, id)), { recursive: true });
    await writeFile(join(folder, id), contents[index] ?? "");
  }
  return folder;
}

describe("the public corpus", () => {
  it("joins list, profiles and labels by handle without case", async () => {
    const { rows } = await importPublicCorpus(await tinyFolder(), { verify: false });
    const unseen = { platform: "twitter", created_at: null, followers: null, verified: null, observed_on: null };
    expect(rows.accounts).toEqual([
      {
        account_id: "9007199254740993",
        platform: "twitter",
        handle: "emb_Ml",
        created_at: "2019-04-29T07:54:50Z",
        followers: 7,
        verified: true,
        observed_on: "2022-04-14",
      },
      { ...unseen, account_id: "@later", handle: "Later" },
      { ...unseen, account_id: "@gone", handle: "Gone" },
    ]);
    const principal = { group: "diplomat", language: null, posted_in_window: null };
    expect(rows.principals).toEqual([
      { ...principal, account_id: "9007199254740993", category: "embassy", name: null, country: "ML" },
      { ...principal, account_id: "@gone", category: "ambassador", name: "EU", country: null },
    ]);
    const french = "Organisation du gouvernement - Chine";
    expect(rows.labels).toEqual([
      { account_id: "9007199254740993", round: "2022-04-14", label: null, verified: true },
      { account_id: "@later", round: "2022-04-14", label: "China government official", verified: null },
      { account_id: "9007199254740993", round: "2022-05-09", label: french, verified: true },
    ]);
  });

  it("accounts for each file under its id, without the folder", async () => {
    const { accounts } = await importPublicCorpus(await tinyFolder(), { verify: false });
    expect(accounts.map(({ file, rows }) => [file, rows])).toEqual(
      publicSources.map((id, index) => [id, [3, 2, 1, 1][index]]),
    );
    expect(accounts.map(accountLine)[0]).toBe(
      "prc-diplomats/accounts_2021-07-05.csv: 3 rows = 3 kept + 0 merged + 0 rejected " +
        "(byte-order mark: 1; rows without a handle: 1; countries without an account: 1)",
    );
  });

  it("refuses a file that is not the registered one, before reading any", async () => {
    const folder = await tinyFolder();
    const id = "prc-diplomats/accounts_2021-07-05.csv";
    await expect(importPublicCorpus(folder)).rejects.toThrow(
      new RegExp(
        `^wrong hash: ${id} is [0-9a-f]{64}, expected ${sourceOf(id).sha256}; remove ${join(folder, id)} and run`,
      ),
    );
  });

  it("says what to do when a file is missing", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "prc-diplomats/accounts_2021-07-05.csv");
    await expect(importPublicCorpus(folder)).rejects.toThrow(
      `data set is missing: ${path}; run \`data fetch\`, or name a folder that holds it in AMPLIFICATION_AUDIT_EXTERNAL`,
    );
  });
});

await describeWithRealData("the public corpus from the real files", publicSources, (folder) => {
  const existedBy = (accounts: Row<"accounts">[], day: string) =>
    accounts.filter(({ created_at }) => created_at !== null && created_at.slice(0, 10) <= day);

  function listed({ rows }: ImportedCorpus): Row<"accounts">[] {
    const ids = new Set([...(rows.principals ?? [])].map(({ account_id }) => account_id));
    return [...(rows.accounts ?? [])].filter(({ account_id }) => ids.has(account_id));
  }

  it("has the accounts that were counted by hand", async () => {
    const corpus = await importPublicCorpus(folder);
    const accounts = listed(corpus);
    const inYear = (year: string) => accounts.filter(({ created_at }) => created_at?.startsWith(year)).length;
    expect([...(corpus.rows.accounts ?? [])]).toHaveLength(284);
    expect(accounts).toHaveLength(228);
    expect(accounts.filter(({ created_at }) => created_at !== null)).toHaveLength(213);
    expect([existedBy(accounts, "2018-12-31").length, inYear("2019"), inYear("2020")]).toEqual([44, 72, 91]);
    const existing = existedBy(accounts, "2021-02-23");
    expect(existing).toHaveLength(209);
    expect(existing.length - existedBy(accounts, "2019-02-22").length).toBe(162);
  });

  it("has the labels that were counted by hand", async () => {
    const corpus = await importPublicCorpus(folder);
    const ids = new Set(listed(corpus).map(({ account_id }) => account_id));
    const counts = (rows: Row<"labels">[]) => [rows.filter(({ label }) => label !== null).length, rows.length];
    const labels = [...(corpus.rows.labels ?? [])];
    const rounds = ["2022-04-14", "2022-05-09"].map((day) => labels.filter(({ round }) => round === day));
    expect(rounds.map(counts)).toEqual([
      [28, 262],
      [30, 267],
    ]);
    expect(rounds.map((rows) => counts(rows.filter(({ account_id }) => ids.has(account_id))))).toEqual([
      [27, 206],
      [29, 212],
    ]);
  });

  it("accounts for every row and every piece of dirt", async () => {
    const { accounts } = await importPublicCorpus(folder);
    expect(accounts.map(accountLine)).toEqual([
      "prc-diplomats/accounts_2021-07-05.csv: 370 rows = 370 kept + 0 merged + 0 rejected (byte-order mark: 1; " +
        "lines of the legend in columns without a name: 9; remarks in columns without a name, left out: 2; " +
        "mis-encoded country names repaired: 5; rows without a handle: 142; " +
        "role UF is not in the legend, taken for other: 2; countries without an account: 140)",
      "prc-diplomats/labels_2022-04-14.csv: 262 rows = 262 kept + 0 merged + 0 rejected " +
        "(accounts without a label: 234; different label texts, in whatever language: 6)",
      "prc-diplomats/labels_2022-05-09.csv: 267 rows = 267 kept + 0 merged + 0 rejected (accounts without a label: 237; " +
        "scraped on another day than the round (2022-05-08): 88; different label texts, in whatever language: 7)",
      "prc-diplomats/profiles_2022-04.csv: 269 rows = 269 kept + 0 merged + 0 rejected (rows with line breaks inside fields: 48)",
    ]);
  });

  it("names its files with their registered hashes, sorted", async () => {
    const { info } = await importPublicCorpus(folder);
    expect(info.sources).toEqual(publicSources.map((id) => ({ path: id, sha256: sourceOf(id).sha256 })));
    expect(info.sources.map(({ path }) => path)).toEqual([...publicSources].sort());
    expect([info.name, info.basis]).toEqual(["public", "real data"]);
  });

  it("is valid by the schema once it is written", async () => {
    const { info, rows } = await importPublicCorpus(folder);
    const written = await temporaryFolder();
    await writeCorpus(written, info, rows);
    const corpus = await Corpus.open(written);
    try {
      expect(await validateCorpus(corpus)).toEqual({ violations: [], total: 0 });
    } finally {
      corpus.close();
    }
  });

  it("refuses a real file with one byte changed", async () => {
    const copy = await temporaryFolder();
    const changed = "prc-diplomats/profiles_2022-04.csv";
    for (const id of publicSources) {
      const bytes = await readFile(join(folder, id));
      if (id === changed) bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
      await mkdir(dirname(join(copy, id)), { recursive: true });
      await writeFile(join(copy, id), bytes);
    }
    await expect(importPublicCorpus(copy)).rejects.toThrow(`wrong hash: ${changed} is `);
  });
});
