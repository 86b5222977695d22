import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/errors.js";
import { classicTweet, inReplyTo } from "./classic.js";
import { counted, imported, rawFiles } from "./imported.js";

const posted = "1293474571464343559";
const post = classicTweet(posted, "100", "2020-08-12T09:09:04.089Z");
const retweet = { ...classicTweet("95", "200", "2020-08-12T10:00:00Z"), retweeted_status: post };
const reply = classicTweet("96", "200", "2020-08-12T10:00:00Z", inReplyTo(posted, "100"));
const metrics = { like_count: 1, reply_count: 1, retweet_count: 1, quote_count: 1 };
const flat = {
  ...{ id: "97", author_id: "200", text: "Hello", created_at: "2020-08-12T10:00:00.000Z", public_metrics: metrics },
  ...{ author: { id: "200", username: "someone" }, in_reply_to_user_id: "100" },
  referenced_tweets: [
    { type: "replied_to", id: posted, author_id: "100", text: "x", created_at: "2020-08-12T09:09:04.000Z" },
  ],
};
const page = {
  platformId: "900_1",
  platform: "Facebook",
  date: "2020-12-01 12:34:56",
  message: "Hello",
  statistics: { actual: { likeCount: 1 } },
  account: { platformId: "900", handle: "embassy.x" },
};

/** Sound rows of each kind: lines of JSON, or tables with their header. */
const lines = { "v1.jsonl": [post, retweet, reply], "v2.jsonl": [flat], "facebook.jsonl": [page] };
const tables = {
  "archive.csv": [
    "tweetid,userid,user_screen_name,follower_count,account_creation_date,tweet_language,tweet_text,tweet_time,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_userid,retweet_tweetid,quote_count,reply_count,like_count,retweet_count",
    `300,201,x,5,2019-05-01,en,"Text, of it",2020-08-12 10:00,,,,True,100,${posted},0,0,1,2`,
  ],
  "database.csv": [
    "tweet_id,tweet_id_str,full_text,tweet_created_at,user_id,is_retweeting,is_quoting,in_reply_to_status_id,in_reply_to_user_id,in_reply_to_screen_name,retweet_id,quoted_id",
    `98,98,Hello,2020-08-12 10:00:00+00,200,t,f,,,,${posted},`,
  ],
  "export.csv": [
    "Page Name,User Name,Facebook Id,Page Created,Followers at Posting,Post Created,Likes,Comments,Shares,URL,Message",
    'Embassy,embassy.x,900,2012-08-22 03:53:53,"1,200",2021-01-05 08:00:19 EST,"1,000",2,3,https://www.facebook.com/900/posts/12345,"Said ""so"""',
  ],
  "twitter_labels_2021-03-01.csv": ["handle,gov_label,verified", "embassy_x,China government organization,TRUE"],
  "statuses_2021-03-01.csv": ["user_id,status,message", "200,63,gone"],
  "histories.csv": [
    "tweet_id,user_screen_name,user_created_at,tweet_created_at,how_included",
    "1,user_200,x,2020-08-15T23:59:59.000Z,full",
  ],
  "qut.csv": [
    "message_id,user_id,username,repost_id,reply_id,message,timestamp,urls",
    `401,202,someone,${posted},,RT,1597230060,`,
  ],
};

const nasty = fc.constantFrom<unknown>(
  ...[
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
  ],
  ...[
    "'; drop table posts; --",
    "\\",
    '"',
    '""',
    ",",
    "\n",
    "\r\n",
    "\0",
    "\ud800",
    "\u202e\u200b",
    "é".repeat(2000),
    "x".repeat(80_000),
  ],
  ...[
    "__proto__",
    "constructor",
    "NaN",
    "Infinity",
    "-1",
    "1e400",
    "9".repeat(400),
    "0",
    "2020-02-30",
    "9999-12-31",
    "Wed Aug 12 25:00:00 +0000 2020",
  ],
  ...[null, true, -1, 1e308, 2 ** 60, [], {}, [[[[[[]]]]]], { id: {} }],
);
const random = {
  tableOfJson: fc.constantFrom(...Object.keys(lines)),
  tableOfCsv: fc.constantFrom(...Object.keys(tables)),
};
const cut = fc.record({
  kind: fc.constantFrom("truncate", "flip", "insert", "double", "value", "deep"),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  nasty,
});
type Cut = typeof cut extends fc.Arbitrary<infer T> ? T : never;

/** A row with one thing wrong with it. */
function mutated(text: string, { kind, where, nasty: value }: Cut, isJson: boolean): Buffer {
  const at = Math.floor(where * text.length);
  if (kind === "truncate") return Buffer.from(text.slice(0, at));
  if (kind === "insert") return Buffer.from(`${text.slice(0, at)}${String(value)}${text.slice(at)}`);
  if (kind === "double") return Buffer.from(`${text}${text.slice(at)}`);
  if (kind === "deep")
    return Buffer.from(
      isJson ? text.replace("{", `{"deep":${"[".repeat(3000)}${"]".repeat(3000)},`) : `${text}${",".repeat(3000)}`,
    );
  if (kind === "value") return Buffer.from(isJson ? withValue(text, where, value) : withField(text, where, value));
  const bytes = Buffer.from(text);
  if (bytes.length > 0) bytes[Math.min(at, bytes.length - 1)] = 0xff - (at % 128);
  return bytes;
}

function withValue(text: string, where: number, value: unknown): string {
  const record = JSON.parse(text) as Record<string, unknown>;
  const parents = [record, ...Object.values(record).filter((one) => typeof one === "object" && one !== null)] as Record<
    string,
    unknown
  >[];
  const places = parents.flatMap((parent) => Object.keys(parent).map((key) => [parent, key] as const));
  const [parent, key] = places[Math.min(places.length - 1, Math.floor(where * places.length))] ?? [record, "id"];
  parent[key] = value;
  return JSON.stringify(record);
}

function withField(text: string, where: number, value: unknown): string {
  const fields = text.split(",");
  fields[Math.min(fields.length - 1, Math.floor(where * fields.length))] = `"${String(value).replaceAll('"', '""')}"`;
  return fields.join(",");
}

const inputs = fc.tuple(
  fc.array(fc.tuple(random.tableOfJson, cut, fc.nat(2)), { minLength: 500, maxLength: 500 }),
  fc.array(fc.tuple(random.tableOfCsv, cut), { minLength: 500, maxLength: 500 }),
);
const newline = Buffer.from("\n");

describe("hostile raw data", () => {
  it("in 10,000 mutated rows crashes nothing, gets nowhere, and is accounted for row by row", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async ([json, csv]) => {
        const files: Record<string, Buffer[]> = {};
        for (const [name, records] of Object.entries(lines)) files[name] = [Buffer.from(JSON.stringify(records[0]))];
        for (const [name, [header = "", row = ""]] of Object.entries(tables))
          files[name] = [Buffer.from(header), Buffer.from(row)];
        for (const [name, how, which] of json) {
          const records = lines[name as keyof typeof lines];
          files[name]?.push(mutated(JSON.stringify(records[which % records.length]), how, true));
        }
        for (const [name, how] of csv)
          files[name]?.push(mutated(tables[name as keyof typeof tables][1] ?? "", how, false));
        const raw = Object.entries(files).map(([name, rows]) => [
          name,
          Buffer.concat(rows.flatMap((row) => [row, newline])),
        ]);
        const { reconciled, validation, tables: corpus, rejects } = await imported(Object.fromEntries(raw));
        const { rows, kept, merged, rejected } = counted(reconciled);
        expect(rows).toBe(kept + merged + rejected);
        expect(rejects).toHaveLength(rejected);
        expect(rows).toBeGreaterThan(600);
        expect(validation.violations).toEqual([]);
        expect(corpus.posts.map(({ post_id }) => post_id)).toContain(posted);
        expect(corpus.principals).toHaveLength(3);
        const shown = [...corpus.labels.map(({ label }) => label), ...corpus.accounts.map(({ handle }) => handle)];
        expect(shown.filter((text) => /^[=+\-@]|[<>"]/.test(String(text)))).toEqual([]);
        expect(rejects.filter(({ reason, remedy }) => /[<>=]|drop table/.test(reason + remedy))).toEqual([]);
      }),
      { numRuns: 12, seed: 20210511, endOnFailure: true },
    );
  });

  it("is read or refused with a message whatever file it is", async () => {
    const whole = fc.tuple(fc.constantFrom(...Object.keys(lines), ...Object.keys(tables)), cut, fc.boolean());
    await fc.assert(
      fc.asyncProperty(whole, async ([name, how, packed]) => {
        const isJson = name in lines;
        const text = isJson
          ? lines[name as keyof typeof lines].map((one) => JSON.stringify(one)).join("\n")
          : tables[name as keyof typeof tables].join("\n");
        const file = {
          [packed ? `${name}.gz` : name]: mutated(
            text,
            how.kind === "value" ? { ...how, kind: "insert" } : how,
            isJson,
          ),
        };
        try {
          const { reconciled } = await imported(file);
          const { rows, kept, merged, rejected } = counted(reconciled);
          expect(rows).toBe(kept + merged + rejected);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 60, seed: 62, endOnFailure: true },
    );
  });

  it("may hold a line of 100 MB, which costs that line and not the memory for it", async () => {
    const folder = await rawFiles({});
    const path = join(folder, "a.jsonl");
    const file = createWriteStream(path);
    file.write(`${JSON.stringify(post)}\n{"id_str":"`);
    for (let part = 0; part < 100; part += 1) file.write("9".repeat(1_000_000));
    await new Promise((resolve) => file.end(`"}\n${JSON.stringify(retweet)}\n`, () => resolve(undefined)));
    const { reconciled, rejects } = await imported({}, {}, [path]);
    expect(counted(reconciled)).toEqual({ rows: 3, kept: 2, merged: 0, rejected: 1 });
    expect(rejects).toMatchObject([{ line: 2, reason: "line of 100000013 bytes is too long or breaks off" }]);
  });

  it("may be nested a million deep", async () => {
    const deep = `{"id_str":"1","created_at":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)},"user":{}}`;
    const folder = await rawFiles({});
    await writeFile(join(folder, "a.jsonl"), `${JSON.stringify(post)}\n${deep}\n`);
    await writeFile(join(folder, "b.json"), `[${JSON.stringify(page)},${"[".repeat(1_000_000)}`);
    const { reconciled } = await imported({}, {}, [folder]);
    expect(counted(reconciled)).toMatchObject({ kept: 2, rejected: 2 });
  });
});
