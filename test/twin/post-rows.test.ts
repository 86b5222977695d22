import { describe, expect, it, onTestFinished } from "vitest";
import { Corpus } from "../../src/corpus/corpus.js";
import { openCorpusStream } from "../../src/corpus/stream.js";
import { validateCorpus } from "../../src/corpus/validate.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { makePosts } from "../../src/twin/make-posts.js";
import { appendPosts } from "../../src/twin/post-rows.js";
import { twinPrincipals } from "../../src/twin/principals.js";
import { snowflakeTime } from "../../src/twin/snowflake.js";
import { auditedTwin } from "../audited-twin.js";
import { temporaryFolder } from "../tiny-corpus.js";

const seed = 2021;

async function corpusOfPosts() {
  const principals = twinPrincipals(seed);
  const folder = await temporaryFolder();
  const stream = await openCorpusStream(folder, auditedTwin(seed).info);
  for (const { account, principal } of principals) {
    stream.table("accounts").append(...Object.values(account));
    stream
      .table("principals")
      .append(
        principal.account_id,
        principal.group,
        principal.category,
        principal.name,
        principal.country,
        principal.language,
        principal.posted_in_window,
      );
  }
  const posts = makePosts(principals, { seed, scale: 0.01, study: oii2021 });
  appendPosts(stream.table("posts"), principals, posts, seed);
  await stream.finish();
  const corpus = await Corpus.open(folder);
  onTestFinished(() => corpus.close());
  return corpus;
}

describe("written posts", () => {
  it("keep the rules of the schema, ids that agree with their times, and texts of diplomats' own tweets only", async () => {
    const corpus = await corpusOfPosts();
    expect(await validateCorpus(corpus)).toEqual({ violations: [], total: 0 });
    const tweets = await corpus.rows<{ post_id: string; created_at: string }>(
      "select post_id, posts.created_at from posts join accounts using (account_id) where platform = 'twitter' order by 1",
    );
    const astray = tweets.filter(({ post_id, created_at }) => {
      const late = snowflakeTime(post_id) - Date.parse(created_at);
      return late < 0 || late >= 1000;
    });
    expect(tweets.length).toBeGreaterThan(5_000);
    expect(astray).toEqual([]);
    const read = await corpus.rows(
      `select p.group, a.platform, kind = 'retweet' as retweet, count(text) > 0 as read, count(text) = count(*) as every
       from posts join principals p using (account_id) join accounts a using (account_id) group by all
       having count(text) > 0 order by all`,
    );
    expect(read).toEqual([{ group: "diplomat", platform: "twitter", retweet: false, read: true, every: true }]);
  });

  it("let thread posts answer the post before them", async () => {
    const corpus = await corpusOfPosts();
    const [threads] = await corpus.rows(
      `select count(*) > 100 as many, count(*) = count(b.post_id) as known, bool_and(b.created_at < a.created_at) as earlier
       from posts a left join posts b on a.target_post_id = b.post_id where a.target_post_id is not null`,
    );
    expect(threads).toEqual({ many: true, known: true, earlier: true });
  });
});
