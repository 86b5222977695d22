import { describe, expect, it } from "vitest";
import type { AccountRow } from "../../src/coordination/detection/account-rows.js";
import type { AccountTraces } from "../../src/coordination/traces/account-traces.js";
import type { CorpusBasis } from "../../src/corpus/info.js";
import type { Row } from "../../src/corpus/schema.js";
import { networkDetectionFigure } from "../../src/figures/network-detection.js";
import { renderFigure } from "../../src/figures/render.js";
import { detectedAccounts } from "../../src/findings/detected-accounts.js";
import { laterStatuses } from "../../src/findings/later-statuses.js";
import { networkDetectionResults } from "../../src/findings/network-detection.js";
import { ruleAgreement } from "../../src/findings/rule-agreement.js";
import { randomNumbers } from "../../src/statistics/random-numbers.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweet, status } from "../tiny-retweets.js";

const posts = 60;
const members = ["m1", "m2", "m3", "m4", "m5", "m6"];
const crowd = Array.from({ length: 30 }, (_, at) => `x${String(at).padStart(2, "0")}`);

/** Posts an hour apart; everybody retweets a third of them at any time of the next days, six accounts also together. */
function traffic(together: boolean): Row<"amplifications">[] {
  const random = randomNumbers(`traffic ${together}`);
  const rows: Row<"amplifications">[] = [];
  const act = (who: string, post: number, seconds: number) => {
    const posted = Date.parse("2020-07-01T00:00:00Z") + post * 3_600_000;
    const at = (time: number) => new Date(time).toISOString().replace(".000Z", "Z");
    const target = { target_post_id: `p${post}`, target_created_at: instant(at(posted)) };
    const amplification_id = `${who} p${post}`;
    rows.push(retweet(who, at(posted + seconds * 1000), { ...target, amplification_id }));
  };
  for (let post = 0; post < posts; post += 1) {
    for (const who of crowd) if (random() < 0.33) act(who, post, 60 + Math.floor(random() * 80_000));
    const moment = 3600 + Math.floor(random() * 60_000);
    for (const who of members) {
      if (random() < 0.3)
        act(who, post, together ? moment + Math.floor(random() * 40) : 60 + Math.floor(random() * 80_000));
    }
  }
  return rows;
}

function corpusOf(amplifications: Row<"amplifications">[], basis: CorpusBasis = "synthetic twin") {
  return tinyCorpus(
    {
      accounts: ["d", ...members, ...crowd].map((id) => account(id, { handle: `handle_${id}` })),
      principals: [principal("d", { category: "ambassador", country: "GB" })],
      amplifications,
      statuses: [status("m1", "suspended"), status("m2", "deleted"), status("m3", "active"), status("x00", "active")],
    },
    basis,
  );
}

describe("network detection", () => {
  it("finds accounts that act together within the minute, blind, and draws them", async () => {
    const corpus = await corpusOf(traffic(true));
    const results = await networkDetectionResults(corpus, oii2021);
    const found = results.accounts.filter(({ member }) => member).map(({ account: name }) => name);
    expect(found.sort()).toEqual(members.map((id) => `handle_${id}`));
    expect(results.groups).toMatchObject([{ members: 6, pValue: 0.05 }]);
    expect(Math.max(...results.chance)).toBeLessThan(results.groups[0]?.balance ?? 0);
    const figure = networkDetectionFigure(results, corpus.info);
    expect(figure.title).toBe("6 accounts met one another more often than chance has it");
    expect((await renderFigure(figure)).svg).toContain("Members of the network");
  });

  it("finds nobody where the same accounts retweet the same share of posts, each at its own time", async () => {
    const results = await networkDetectionResults(await corpusOf(traffic(false)), oii2021);
    expect(results).toMatchObject({ members: 0, groups: [], pool: 36 });
  });

  it("finds nobody in a corpus without amplifications", async () => {
    expect(await networkDetectionResults(await corpusOf([]), oii2021)).toMatchObject({
      members: 0,
      pool: 0,
      accounts: [],
    });
  });
});

describe("members under pseudonyms", () => {
  const row: AccountRow = {
    ...{ account: "m1", member: true, group: 1, score: 12.345, pValue: 1e-9, qValue: 1e-7 },
    ...{ events: 400, occasions: 321, together: 123, expectedTogether: 45.678, partners: 58 },
  };

  it("carry the corpus's pseudonym and exact counts on the twin", async () => {
    const [shown] = await detectedAccounts(await corpusOf([]), [row]);
    expect(shown).toMatchObject({ account: "handle_m1", occasions: 321, together: 123, score: 12.35 });
  });

  it("carry a number and rounded counts on real data, and others no name at all", async () => {
    const corpus = await corpusOf([], "real data");
    const shown = await detectedAccounts(corpus, [row, { ...row, account: "x00", member: false }]);
    expect(shown).toMatchObject([
      { account: "account 1", occasions: 320, together: 120, partners: 58 },
      { account: null, member: false },
    ]);
  });
});

describe("the papers' rules beside the detector", () => {
  it("count who is picked, who of them is a member, and which members are left out", () => {
    const traces = (id: string, candidate: boolean, fulfilled: number, partners: number) =>
      ({ account: id, papers: { candidate, fulfilled, partners } }) as AccountTraces;
    const table = [traces("m1", true, 2, 12), traces("x01", true, 0, 3), traces("x02", false, 4, 40)];
    expect(ruleAgreement(table, ["m1", "m2"])).toMatchObject([
      { accounts: 2, alsoMembers: 1, membersLeftOut: 1 },
      { accounts: 1, alsoMembers: 1, membersLeftOut: 1 },
      { accounts: 1, alsoMembers: 1, membersLeftOut: 1 },
      { accounts: 1, alsoMembers: 1, membersLeftOut: 1 },
    ]);
  });
});

describe("statuses later", () => {
  it("count suspended and deleted of those asked for, members apart from others who amplified", async () => {
    const corpus = await corpusOf(["m1", "m2", "m3", "m4", "x00"].map((id) => retweet(id, "2020-07-01T00:00:00Z")));
    const rows = await laterStatuses(corpus, oii2021, ["m1", "m2", "m3", "m4"]);
    expect(rows).toMatchObject([
      { accounts: "members", day: "2021-03-01", gone: { count: 2, of: 3 } },
      { accounts: "other amplifiers", gone: { count: 0, of: 1 } },
    ]);
  });
});
