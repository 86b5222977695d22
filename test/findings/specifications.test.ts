import { describe, expect, it } from "vitest";
import { readClaims } from "../../src/claims/claim.js";
import { loadFocusCorpus } from "../../src/coordination/traces/focus-events.js";
import type { Row } from "../../src/corpus/schema.js";
import { ambassadorActions } from "../../src/findings/specifications/ambassador-actions.js";
import { type GroupChoices, groupChoices, usualGroup } from "../../src/findings/specifications/choices.js";
import { chosenNetworks } from "../../src/findings/specifications/find-network.js";
import { highestShare } from "../../src/findings/specifications/highest-share.js";
import { countChoices, countedActions, published, quantities } from "../../src/findings/specifications/quantities.js";
import { specifiedShares } from "../../src/findings/specifications/specified-shares.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, instant, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweet, retweets } from "../tiny-retweets.js";
import { crowd, together, togetherTraffic } from "../together-traffic.js";

const corpusOf = (amplifications: Row<"amplifications">[], posts: Row<"posts">[] = []) =>
  tinyCorpus({
    accounts: ["d", "e", "f", "a", "b", "c", ...together, ...crowd].map((id) => account(id)),
    principals: [
      principal("d", { category: "ambassador", country: "GB" }),
      principal("e", { category: "embassy", country: "GB" }),
      principal("f", { category: "embassy", country: "FR" }),
    ],
    amplifications,
    posts,
  });

const usual = usualGroup(oii2021);
const candidatesOver25 = groupChoices(oii2021).find(({ rule }) => rule === "candidates >25") as GroupChoices;

describe("the share of a network", () => {
  const byAccount = (actions: Record<string, number[]>) =>
    new Map(Object.entries(actions).map(([id, counts]) => [id, Uint32Array.from(counts)]));

  it("goes from without its largest member to without the largest other account", () => {
    const actions = { stretches: 1, byAccount: byAccount({ a: [6], b: [2], c: [4], d: [8] }), besides: 0, fewest: 1 };
    const range = highestShare(actions, new Set(["a", "b"]), () => true);
    expect(range).toEqual({ count: 8, of: 20, share: 0.4, low: 2 / 14, high: 8 / 12 });
  });

  it("keeps members in the denominator who are outside the benchmark group, and what is done besides", () => {
    const actions = { stretches: 1, byAccount: byAccount({ a: [6], c: [4], d: [8] }), besides: 2, fewest: 1 };
    expect(highestShare(actions, new Set(["a"]), (id) => id === "c")).toMatchObject({ count: 6, of: 12, low: 0 });
  });

  it("is that of the stretch with the highest share, short ones passed over, also when an account is left out", () => {
    const actions = { stretches: 3, byAccount: byAccount({ a: [6, 3, 9], c: [4, 1, 0] }), besides: 0, fewest: 10 };
    expect(highestShare(actions, new Set(["a"]), () => true)).toEqual({
      ...{ count: 6, of: 10, share: 0.6 },
      ...{ low: 0.6, high: 0.6 },
    });
  });

  it("is not known where nobody acted", () => {
    const actions = { stretches: 1, byAccount: byAccount({}), besides: 0, fewest: 1 };
    expect(highestShare(actions, new Set(), () => true)).toMatchObject({ share: null, low: null, high: null });
  });
});

describe("the choices of a network", () => {
  it("begin with the usual ones and depart from them in one, or leave the detector for the papers' rule", () => {
    const [first, ...others] = groupChoices(oii2021);
    expect(first).toEqual({
      ...{ rule: "detector", window: 60, together: "pairwise", rate: 0.03, chance: "similar delay" },
    });
    const keys = Object.keys(usual) as (keyof GroupChoices)[];
    for (const one of others.filter(({ rule }) => rule === "detector")) {
      expect(keys.filter((key) => one[key] !== usual[key])).toHaveLength(1);
    }
    expect(others.filter(({ rule }) => rule !== "detector")).toHaveLength(2);
    expect(new Set(others.map((one) => JSON.stringify(one))).size).toBe(others.length);
  });

  it("follow the study's own window", () => {
    const windows = groupChoices({ ...oii2021, coActivitySeconds: 45 }).map(({ window }) => window);
    expect(windows[0]).toBe(45);
    expect(windows).toContain(60);
  });
});

describe("the network", () => {
  const found = async (rows: Row<"amplifications">[], choices: Partial<GroupChoices>) => {
    const focus = await loadFocusCorpus(await corpusOf(rows), oii2021);
    return [...(chosenNetworks(focus, [{ ...usual, ...choices }])[0]?.members ?? [])].sort();
  };

  it("is found within the window and lost below it", async () => {
    const rows = togetherTraffic(9);
    expect(await found(rows, {})).toEqual(together);
    expect(await found(rows, { together: "chained", window: 10 })).toEqual(together);
    expect(await found(rows, { together: "bins" })).toEqual(together);
    expect(await found(rows, { window: 5 })).toEqual([]);
  });

  it("is lost where actions a window apart are too far apart", async () => {
    const rows = togetherTraffic(60);
    expect(await found(rows, { chance: "same post" })).toEqual(together);
    expect(await found(rows, { chance: "same post", together: "strict" })).toEqual([]);
  });

  it("is everyone above both thresholds by the papers' rule, and nobody at them", async () => {
    const rows = [
      ...retweets("a", 26),
      ...retweets("b", 25),
      ...retweets("c", 15),
      ...retweets("c", 15, 60, { principal_id: "f" }),
    ];
    expect(await found(rows, candidatesOver25)).toEqual(["a"]);
  });

  it("cannot be searched for without a window", async () => {
    await expect(found([], { window: null })).rejects.toThrow("detector without all of its choices");
  });
});

describe("what is counted", () => {
  const sharesIn = async (rows: Row<"amplifications">[], posts: Row<"posts">[] = []) => {
    const corpus = await corpusOf(rows, posts);
    const focus = await loadFocusCorpus(corpus, oii2021);
    const networks = [{ choices: usual, members: new Set(["a"]) }];
    return specifiedShares(networks, await ambassadorActions(corpus, oii2021), focus, oii2021);
  };
  const reply = { kind: "reply" } as const;

  it("beside the network: everyone, who ever retweeted a diplomat, or who acted five times, quotes aside", async () => {
    const shares = await sharesIn([
      ...retweets("a", 3, 60, reply),
      ...retweets("b", 4, 60, reply),
      ...retweets("b", 1, 60, { kind: "quote" }),
      ...retweets("b", 1, 60, { principal_id: "f" }),
      ...retweets("c", 5, 60, reply),
    ]);
    const replies = shares.filter(({ quantity, choices }) => quantity === "replies" && choices.ownReplies === "in");
    expect(replies.map(({ choices, count, of }) => [choices.benchmark, count, of])).toEqual([
      ["everyone", 3, 12],
      ["retweeters", 3, 7],
      ["regulars", 3, 8],
    ]);
  });

  it("with the ambassador's replies in his own threads or without, never those to others", async () => {
    const post = (post_id: string, target_account_id: string, at = "2020-07-01T00:00:00Z"): Row<"posts"> => ({
      ...{ post_id, account_id: "d", created_at: instant(at), kind: "reply", target_post_id: null, target_account_id },
      ...{ likes: null, replies: null, shares: null, language: null, text: null },
    });
    const posts = [post("1", "d"), post("2", "e"), post("3", "d", "2021-02-01T00:00:00Z")];
    const shares = await sharesIn([...retweets("a", 3, 60, reply), ...retweets("d", 1, 60, reply)], posts);
    const everyone = shares.filter(({ quantity, choices }) => {
      return quantity === "replies" && choices.benchmark === "everyone";
    });
    expect(everyone.map(({ choices, of }) => [choices.ownReplies, of])).toEqual([
      ["in", 4],
      ["out", 3],
    ]);
  });

  it("in weeks from either day, of at least 30 retweets, those to the embassy left out", async () => {
    // 30 on a Saturday and Sunday: one week from Monday, two short ones from Sunday.
    const saturday = retweets("a", 20).map((row, at) => {
      return { ...row, amplification_id: `s${at}`, created_at: instant("2020-07-04T12:00:00Z") };
    });
    const sunday = retweets("b", 10).map((row, at) => {
      return { ...row, amplification_id: `t${at}`, created_at: instant("2020-07-05T12:00:00Z") };
    });
    const shares = await sharesIn([...saturday, ...sunday, ...retweets("b", 40, 60, { principal_id: "e" })]);
    const peaks = shares.filter(({ quantity, choices }) => {
      return quantity === "peak week" && choices.benchmark === "everyone";
    });
    expect(peaks.map(({ choices, share }) => [choices.weekStart, share])).toEqual([
      ["sunday", null],
      ["monday", 20 / 30],
    ]);
  });

  it("to the last second of the window, and nothing after it", async () => {
    const corpus = await corpusOf([retweet("a", "2021-01-31T23:59:59Z"), retweet("a", "2021-02-01T00:00:00Z")]);
    const actions = await ambassadorActions(corpus, oii2021);
    for (const quantity of ["retweets", "peak week"] as const) {
      const [count] = countChoices(quantity, oii2021);
      const { byAccount } = countedActions(actions, quantity, count as NonNullable<typeof count>, oii2021);
      expect([...(byAccount.get("a") ?? [])].reduce((sum, one) => sum + one, 0)).toBe(1);
    }
  });
});

it("the published numbers are those of the ledger", async () => {
  const claims = await readClaims();
  for (const quantity of quantities) {
    const { claim, low, high } = published[quantity];
    const { value, upper } = claims.find(({ id }) => id === claim) ?? {};
    expect([value, upper ?? value], claim).toEqual([low, high]);
  }
});
