import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesIn } from "../../../src/files/tree.js";
import { PrincipalIndex } from "../../../src/import/raw/principal-index.js";
import { Pseudonyms, readKey } from "../../../src/import/raw/pseudonyms.js";
import { scanPrivacy } from "../../../src/privacy/scan.js";
import { findTraces } from "../../../src/privacy/traces.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { classicTweet, classicUser, inReplyTo } from "./classic.js";
import { imported, smallStudy } from "./imported.js";

const key = Buffer.from("an invented key that is long enough");
const names = new Pseudonyms(key, new PrincipalIndex(smallStudy().principals));
const secret = { id: "1293474571464349999", handle: "secret_person" };
const posted = "1293474571464343559";
const post = classicTweet(posted, "100", "2020-08-12T09:09:04.089Z", {
  text: `Thanks @secret_person and @outlet_y https://t.co/abc123 https://twitter.com/outlet_y https://twitter.com/secret_person/status/${secret.id} mail secret.person@example.org`,
});
const person = classicUser(secret.id, { screen_name: secret.handle, name: "Secret Person" });
const files = {
  "stream.jsonl": [
    post,
    { ...classicTweet("1293474571464350001", secret.id, "2020-08-12T10:00:00Z"), user: person, retweeted_status: post },
    {
      ...classicTweet("1293474571464350002", secret.id, "2020-08-12T10:00:00Z", inReplyTo(posted, "100")),
      ...{ user: person, text: "@Embassy_X I am @Secret_Person, see www.example.org/secret_person" },
    },
    {
      ...classicTweet(
        "1293474571464350003",
        "100",
        "2020-08-12T10:00:00Z",
        inReplyTo("1293474571464350002", secret.id),
      ),
      text: "@secret_person well said",
    },
  ],
  "labels_2021-03-01.csv":
    "handle,gov_label,verified\nembassy_x,China government organization,TRUE\nsecret_person,NA,FALSE\n",
  "statuses_2021-03-01.csv": `user_id,status,message\n${secret.id},63,gone\n`,
  "broken.jsonl": [post, { ...post, id_str: "x y", user: person }],
};

describe("pseudonyms", () => {
  it("leave no id, handle, name or link of anybody but the principals in any file", async () => {
    const { folder, tables, validation } = await imported(files, { key });
    const [reply, retweet] = tables.amplifications;
    expect(retweet).toMatchObject({
      principal_id: "100",
      target_post_id: posted,
      target_created_at: "2020-08-12T09:09:04Z",
    });
    expect(reply?.account_id).toBe(retweet?.account_id);
    expect(String(reply?.account_id)).toMatch(/^a_[0-9a-f]{24}$/);
    expect(tables.statuses).toMatchObject([{ account_id: reply?.account_id, status: "suspended" }]);
    expect(tables.labels.map(({ account_id }) => account_id)).toEqual(["100", reply?.account_id]);
    expect(tables.posts.map(({ post_id }) => post_id).sort()).toEqual([posted, "1293474571464350003"].sort());
    expect(validation.total).toBe(0);
    for (const file of await filesIn(folder)) {
      const bytes = (await readFile(join(folder, file))).toString("latin1").toLowerCase();
      for (const trace of [secret.id, "secret_person", "secret person", "12934745714643500", "example.org"]) {
        if (!(trace === "12934745714643500" && file === "posts.parquet")) expect(bytes, file).not.toContain(trace);
      }
    }
    expect((await scanPrivacy([folder], { allowed: new Set(["100", "embassy_x", posted]) })).found).toEqual([]);
    const clear = await imported(files);
    expect((await scanPrivacy([clear.folder])).found.length).toBeGreaterThan(3);
  });

  it("keep what belongs to principals in texts, and label the rest", () => {
    expect(names.text("twitter", post.text)).toMatch(
      /^Thanks @h_[0-9a-f]{24} and @outlet_y u_[0-9a-f]{24} twitter\.com\/outlet_y u_[0-9a-f]{24} mail m_[0-9a-f]{24}$/,
    );
  });

  it("leave nothing in a text that the scan finds", () => {
    const part = fc.constantFrom(
      "@someone",
      "＠someone",
      "a.b@c.org",
      "https://t.co/x",
      "t.co/x",
      "12345678901234567",
      "twitter.com/a",
      " ",
      "x",
      ".",
      "é",
      "@outlet_y",
    );
    const allowed = new Set(["outlet_y", "embassy_x"]);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(findTraces(names.text("twitter", parts.join(" ")), allowed)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("are the same for the same key and others for another, and cannot be had without the id", () => {
    const other = new Pseudonyms(Buffer.from("another key, long enough as well"), new PrincipalIndex([]));
    expect(names.account("twitter", secret.id)).toBe(names.account("twitter", secret.id));
    expect(names.account("twitter", secret.id)).not.toBe(other.account("twitter", secret.id));
    expect(names.account("twitter", "100")).toBe("100");
    expect(names.handle("twitter", "Secret_Person")).toBe(names.handle("twitter", "secret_person"));
  });

  it("take a long text in linear time", () => {
    const text = `${"a".repeat(69_000)}@`;
    expect(names.text("twitter", text)).toBe(text);
  });

  it("need a key that cannot be guessed, and the id of every principal", async () => {
    const path = join(await temporaryFolder(), "key");
    await writeFile(path, "short\n");
    await expect(readKey(path)).rejects.toThrow("key is too short");
    await expect(readKey(`${path}-none`)).rejects.toThrow("no such file");
    const study = smallStudy({ principals: [{ platform: "twitter", handle: "embassy_x", group: "diplomat" }] });
    await expect(imported(files, { key, study })).rejects.toThrow(
      "principals[0].id is missing; pseudonyms need the id",
    );
  });
});
