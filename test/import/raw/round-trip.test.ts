import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Corpus } from "../../../src/corpus/corpus.js";
import { sha256File } from "../../../src/files/hash.js";
import { postingVolumesResults } from "../../../src/findings/posting-volumes.js";
import { suspendedAmplifiersResults } from "../../../src/findings/suspended-amplifiers.js";
import { importRaw } from "../../../src/import/raw/import-raw.js";
import { findInputs } from "../../../src/import/raw/inputs.js";
import { oii2021 } from "../../../src/study/oii-2021.js";
import { readStudyFile } from "../../../src/study/study-file.js";
import { makeTwin, type Twin } from "../../../src/twin/make-twin.js";
import { type FacebookForm, type TwitterForm, writeRaw } from "../../../src/twin/raw/write-raw.js";
import { writeTwin } from "../../../src/twin/write-twin.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { counted } from "./imported.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "./postgres-server.js";

const tables = ["accounts", "principals", "posts", "amplifications", "labels", "statuses", "activity"];
let twin: Twin;
beforeAll(() => {
  twin = makeTwin({ seed: 11, scale: 0.002, effort: 1, study: oii2021 });
});

async function written(twitter: TwitterForm, facebook: FacebookForm) {
  const folder = await temporaryFolder();
  await writeTwin(join(folder, "corpus"), twin);
  const corpus = await Corpus.open(join(folder, "corpus"));
  await writeRaw(join(folder, "raw"), corpus, oii2021, { twitter, facebook });
  corpus.close();
  return { original: join(folder, "corpus"), raw: join(folder, "raw"), out: join(folder, "imported") };
}

async function importAll(inputs: string[], raw: string, out: string) {
  const path = join(raw, "study.json");
  return importRaw(await findInputs(inputs, undefined, path), {
    study: await readStudyFile(path),
    out,
    keepHandles: true,
  });
}

const hashes = (folder: string) =>
  Promise.all(tables.map(async (name) => `${name} ${await sha256File(join(folder, `${name}.parquet`))}`));

async function findingsOf(folder: string) {
  const corpus = await Corpus.open(folder);
  try {
    return [await postingVolumesResults(corpus, oii2021), await suspendedAmplifiersResults(corpus, oii2021)];
  } finally {
    corpus.close();
  }
}

describe("a twin written as raw data and imported", () => {
  it.each<[TwitterForm, FacebookForm]>([
    ["v1.1", "crowdtangle"],
    ["v2", "crowdtangle"],
    ["postgres", "crowdtangle"],
  ])("gives back every byte of every table, and the findings, from %s and %s", async (twitter, facebook) => {
    const { original, raw, out } = await written(twitter, facebook);
    const { rows, kept, merged, rejected } = counted(await importAll([raw], raw, out));
    expect(rows).toBe(kept + merged + rejected);
    expect(await hashes(out)).toEqual(await hashes(original));
    expect(await findingsOf(out)).toEqual(await findingsOf(original));
    const [one, other] = await Promise.all(
      [original, out].map(async (at) => JSON.parse(await readFile(join(at, "corpus.json"), "utf8"))),
    );
    expect({ ...other, sources: [] }).toEqual(one);
  });

  it("gives back everything but the languages of posts from CrowdTangle's export", async () => {
    const { original, raw, out } = await written("v2", "crowdtangle-csv");
    await importAll([raw], raw, out);
    const but = (all: string[]) => all.filter((hash) => !hash.startsWith("posts "));
    expect(but(await hashes(out))).toEqual(but(await hashes(original)));
    const posts = async (folder: string) => {
      const corpus = await Corpus.open(folder);
      const rows = await corpus.rows(
        "select p.* exclude (language), if(platform = 'twitter', language, null) as language from posts p join accounts using (account_id) order by all",
      );
      corpus.close();
      return rows;
    };
    expect(await posts(out)).toEqual(await posts(original));
  });
});

const programs = postgresPrograms();

describe.skipIf(programs === undefined)(
  programs === undefined ? "a live server (skipped: no PostgreSQL is installed here)" : "a live server",
  () => {
    let server: PostgresServer;
    beforeAll(async () => {
      if (programs) server = await startPostgres(programs);
    });
    afterAll(() => server.stop());

    it("gives back the twin from the papers' schema, ids and times whole", async () => {
      const { original, raw, out } = await written("postgres", "crowdtangle");
      const client = new pg.Client({ connectionString: server.address });
      await client.connect();
      for (const [table, columns] of Object.entries(schema)) {
        await client.query(`create table ${table} (${columns})`);
        const header = (await readFile(join(raw, "database", `${table}.csv`), "utf8")).split("\n", 1)[0];
        const stream = client.query(from(`copy ${table} (${header}) from stdin (format csv, header)`));
        await pipeline(createReadStream(join(raw, "database", `${table}.csv`)), stream);
      }
      await client.end();
      const inputs = [join(raw, "observations"), join(raw, "crowdtangle"), server.address];
      const reconciled = await importAll(inputs, raw, out);
      expect(reconciled.map(({ file }) => file)).toContain("postgres:tweets_static");
      expect(await hashes(out)).toEqual(await hashes(original));
    });

    it("is named without its address when it cannot be reached or has no such tables", async () => {
      const { raw, out } = await written("postgres", "crowdtangle");
      const closed = "postgres://somebody:secret@127.0.0.1:9/none";
      await expect(importAll([closed], raw, out)).rejects.toThrow(
        "cannot reach the PostgreSQL server: ECONNREFUSED; check its address",
      );
      const empty = server.address.replace(/\/[^/]*$/, "/template1");
      await expect(importAll([empty], raw, out)).rejects.toThrow("no table tweets_static on the server");
    });
  },
);

/** The papers' tables with their types. */
const schema = {
  tweets_static: `tweet_id bigint primary key, tweet_id_str text, full_text text, source text, tweet_created_at timestamptz,
    user_id bigint, is_retweeted boolean, is_quoted boolean, is_retweeting boolean, is_quoting boolean,
    in_reply_to_status_id bigint, in_reply_to_user_id bigint, in_reply_to_screen_name text, retweet_id bigint, quoted_id bigint,
    data_source text, lang text`,
  tweets_dynamic: `tweet_dynamic_id bigint, tweet_id bigint, quote_count integer, reply_count integer, retweet_count integer,
    favorite_count integer, timestamp_observed timestamptz, data_source text`,
  users_static: "user_id bigint primary key, user_id_str text, data_source text",
  users_dynamic: `user_id bigint, user_created_at timestamptz, user_name text, user_screen_name text, user_location text,
    user_url text, user_description text, user_protected boolean, user_verified boolean, user_geo_enabled boolean,
    user_lang text, user_followers_count bigint, user_friends_count bigint, user_favourites_count bigint,
    user_statuses_count bigint, user_observed_ts timestamptz, data_source text`,
};
