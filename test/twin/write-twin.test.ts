import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.js";
import { openDatabase, queryRows, sqlText } from "../../src/corpus/duckdb.js";
import { validateCorpus } from "../../src/corpus/validate.js";
import { sha256File } from "../../src/files/hash.js";
import { filesIn } from "../../src/files/tree.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { makeTwin, type Twin } from "../../src/twin/make-twin.js";
import { snowflakeTime } from "../../src/twin/snowflake.js";
import { writeTruth } from "../../src/twin/truth.js";
import { writeTwin } from "../../src/twin/write-twin.js";
import { temporaryFolder } from "../temporary-folder.js";

const small = (seed: number, effort = 1) => makeTwin({ seed, scale: 0.01, effort, study: oii2021 });

async function written<T>(twin: Twin, use: (corpus: Corpus, folder: string) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder();
  await writeTwin(join(folder, "corpus"), twin);
  await writeTruth(join(folder, "truth.parquet"), twin);
  const corpus = await Corpus.open(join(folder, "corpus"));
  try {
    return await use(corpus, folder);
  } finally {
    corpus.close();
  }
}

describe("a written twin", () => {
  let twin: Twin;
  beforeAll(() => {
    twin = small(7);
  });

  it("keeps every rule of the schema, and loses no row", async () => {
    await written(twin, async (corpus) => {
      expect(await validateCorpus(corpus)).toEqual({ violations: [], total: 0 });
      expect(await corpus.count("amplifications")).toBe(twin.events.count);
      expect(await corpus.count("posts")).toBe(twin.posts.count);
      expect(await corpus.count("accounts")).toBe(twin.amplifiers.count + twin.principals.length);
      expect(await corpus.count("statuses")).toBe(2 * (twin.amplifiers.count + twin.principals.length));
      expect(await corpus.count("activity")).toBe(twin.london.activity.length);
    });
  });

  it("has ids that agree with their times", async () => {
    await written(twin, async (corpus) => {
      const events = await corpus.rows<{ id: string; at: string }>(
        "select amplification_id as id, created_at as at from amplifications order by all limit 500",
      );
      for (const { id, at } of events) {
        expect(new Date(snowflakeTime(id)).toISOString().slice(0, 19)).toBe(at.slice(0, 19));
      }
      const older = await corpus.rows<{ id: number }>(
        `select account_id::bigint as id from accounts where platform = 'twitter' and created_at < '2016-01-01'
         order by created_at, id`,
      );
      const ids = older.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(100);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    });
  });

  it("lets nobody act before an account exists or after it is gone, nor on a post that is not there yet", async () => {
    await written(twin, async (corpus) => {
      const rows = await corpus.rows(`
        select count(*) filter (where m.created_at < a.created_at) as early,
               count(*) filter (where m.created_at < m.target_created_at) as before_post,
               count(*) filter (where s.status <> 'active' and m.created_at >= s.observed_on) as late
        from amplifications m join accounts a using (account_id)
        join statuses s on s.account_id = m.account_id and s.observed_on = date '2021-03-01'`);
      expect(rows).toEqual([{ early: 0, before_post: 0, late: 0 }]);
    });
  });

  it("gives every target an id that agrees with its time and author, also those older than the posting window", async () => {
    await written(twin, async (corpus) => {
      const rows = await corpus.rows<{ id: string; at: string }>(
        `select distinct target_post_id as id, target_created_at as at from amplifications
         where target_created_at < timestamp '2020-06-09' order by all`,
      );
      expect(rows.length).toBeGreaterThan(20);
      for (const { id, at } of rows)
        expect(new Date(snowflakeTime(id)).toISOString().slice(0, 19)).toBe(at.slice(0, 19));
      const [shared] = await corpus.rows(`
        select count(*) as n from (select target_post_id from amplifications group by all
        having count(distinct principal_id || target_created_at::varchar) > 1)`);
      expect(shared).toEqual({ n: 0 });
    });
  });

  it("shows no name but roles and numbers, and nothing of the truth", async () => {
    await written(twin, async (corpus, folder) => {
      const [odd] = await corpus.rows(
        "select count(*) as n from accounts where not regexp_full_match(handle, 'twin_.*|amplifier_[0-9]+')",
      );
      expect(odd).toEqual({ n: 0 });
      expect((await readdir(join(folder, "corpus"))).filter((file) => file.includes("truth"))).toEqual([]);
      expect(JSON.stringify(corpus.info)).not.toMatch(/effort|network|planted/);
    });
  });

  it("has a truth that names planted accounts of the corpus, and the whole network", async () => {
    await written(twin, async (corpus, folder) => {
      const connection = await openDatabase();
      const truth = await queryRows(connection, `from ${sqlText(join(folder, "truth.parquet"))} order by all`);
      connection.closeSync();
      const known = new Set(
        (await corpus.rows("select account_id from accounts order by all")).map((row) => row.account_id),
      );
      for (const { account_id } of truth) expect(known.has(account_id)).toBe(true);
      expect(truth.filter(({ group }) => group === "network")).toHaveLength(twin.members.length);
      expect(Object.keys(truth[0] ?? {})).toEqual(["account_id", "group", "traces"]);
    });
  });
});

describe("the seed", () => {
  const hashes = (twin: Twin) => written(twin, async (_, folder) => hashesOf(folder));

  it("decides every byte", async () => {
    expect(await hashes(small(3))).toEqual(await hashes(small(3)));
  });

  it("gives another twin, and another truth, when it is another", async () => {
    const [one, other] = [await hashes(small(3)), await hashes(small(4))];
    for (const file of ["corpus/amplifications.parquet", "corpus/accounts.parquet", "truth.parquet"]) {
      expect(one[file], file).not.toBe(other[file]);
    }
  });
});

async function hashesOf(folder: string): Promise<Record<string, string>> {
  const files = [...(await filesIn(folder))].sort();
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await sha256File(join(folder, file))])));
}
