import { describe, expect, it } from "vitest";
import type { Check } from "../../src/claims/check.js";
import { engagementChecks } from "../../src/claims/checks/engagement.js";
import { postingVolumesChecks } from "../../src/claims/checks/posting-volumes.js";
import { drawnByDataFrame, engagementByDataFrame } from "../../src/claims/second-opinion/engagement.js";
import { postedByDataFrame, postingVolumesByDataFrame } from "../../src/claims/second-opinion/posting-volumes.js";
import { engagementResults } from "../../src/findings/engagement.js";
import { postingVolumesResults } from "../../src/findings/posting-volumes.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { post } from "../tiny-posts.js";

const listed = {
  accounts: [account("d"), account("f", { platform: "facebook" }), account("m"), account("someone")],
  principals: [
    principal("d", { name: "foreign ministry, spokesperson", category: "foreign_ministry" }),
    principal("f"),
    principal("m", { group: "state_media", language: "en" }),
  ],
};

const posting = () =>
  tinyCorpus({
    ...listed,
    posts: [
      post("1", "d", { likes: 20_000_001, replies: 3, shares: 5 }),
      post("2", "d", { kind: "retweet" }),
      post("3", "d", { kind: "reply", likes: 2 }),
      post("late", "d", { created_at: instant("2021-02-24T00:00:00Z"), likes: 1000 }),
      post("4", "f", { likes: 100, replies: 10, shares: 1 }),
      post("5", "m", { likes: 7, replies: 8, shares: 9 }),
    ],
  });

function outcomes<Results>(checks: Check<Results>[], results: Results) {
  return Object.fromEntries(checks.map(({ claim, recompute }) => [claim, recompute(results)]));
}

describe("the claims on posts", () => {
  it("count the accounts that each claim is about", async () => {
    const results = await postingVolumesResults(await posting(), oii2021);
    expect(outcomes(postingVolumesChecks, results)).toMatchObject({
      V1: { value: 3, text: "3 tweets" },
      V2: { value: 3 / 259 },
      V6: { value: 1 },
      V8: { value: 1 },
      V12: { value: 5 },
      V19: { value: 3, text: "3 tweets, shared 5 times" },
      V20: { value: 4, text: "4 posts to 2020-12-08: 2 texts, 1 retweets, 0 quotes, 1 replies" },
    });
  });

  it("add up what the claims on engagement add up", async () => {
    const results = await engagementResults(await posting(), oii2021);
    expect(outcomes(engagementChecks, results)).toMatchObject({
      V3: { value: 20_000_003 },
      V4: { value: 3 },
      V5: { value: 5 },
      V9: { value: 7 },
      V10: { value: 17, text: "8 replies + 9 shares = 17" },
      V13: { value: 20_000_110, text: "20,000,110 likes; 21 replies + 15 shares = 36" },
    });
  });

  it("are not computable from a corpus without posts", async () => {
    const silent = await tinyCorpus(listed);
    const all = {
      ...outcomes(postingVolumesChecks, await postingVolumesResults(silent, oii2021)),
      ...outcomes(engagementChecks, await engagementResults(silent, oii2021)),
    };
    expect(Object.keys(all)).toHaveLength(13);
    for (const outcome of Object.values(all)) expect(outcome).toHaveProperty("notComputable");
  });
});

describe("the second opinion on posts", () => {
  it("counts a corpus that was counted by hand", async () => {
    const corpus = await posting();
    expect(await postedByDataFrame(corpus, oii2021)).toEqual({ twitter: 3, facebook: 1 });
    expect(await drawnByDataFrame(corpus, oii2021)).toEqual({ likes: 20_000_003, replies: 3, shares: 5 });
  });

  it("has none without posts", async () => {
    const silent = await tinyCorpus(listed);
    expect(await postingVolumesByDataFrame(silent, oii2021)).toEqual({});
    expect(await engagementByDataFrame(silent, oii2021)).toEqual({});
  });
});
