import { describe, expect, it } from "vitest";
import { renderFigure } from "../../src/figures/render.js";
import {
  canDrawSuspendedAmplifiersNetwork,
  suspendedAmplifiersNetworkFigure,
} from "../../src/figures/suspended-amplifiers-network.js";
import { sharedRetweeters } from "../../src/findings/shared-retweeters.js";
import { suspendedAmplifiersResults } from "../../src/findings/suspended-amplifiers.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, principal, tinyCorpus } from "../tiny-corpus.js";
import { retweet, retweets, status } from "../tiny-retweets.js";

const noon = "2020-07-01T12:00:00Z";
const six = ["a1", "a2", "a3", "a4", "a5", "a6"];
const to = (principal_id: string, given = {}) => ({ principal_id, ...given });

/** Six suspended accounts retweet d, five of them also e, four also f; what else happens must not count. */
const corpusOf = () =>
  tinyCorpus({
    accounts: ["d", "e", "f", "m", ...six, "active", "late"].map((id) => account(id, { handle: `handle_${id}` })),
    principals: [
      principal("d", { name: "embassy, X" }),
      principal("e", { name: "embassy, Y" }),
      principal("f"),
      principal("m", { group: "state_media" }),
    ],
    amplifications: [
      ...six.flatMap((id) => retweets(id, 3)),
      ...six.slice(0, 5).map((id) => retweet(id, noon, to("e"))),
      ...six.slice(0, 4).map((id) => retweet(id, noon, to("f"))),
      retweet("a6", noon, to("m")),
      retweet("a6", noon, to("e", { kind: "quote" })),
      retweet("a6", "2021-02-01T00:00:00Z", to("e")),
      ...["active", "late"].flatMap((id) => [retweet(id, noon), retweet(id, noon, to("e"))]),
    ],
    statuses: [
      ...six.map((id) => status(id, "suspended")),
      status("active", "active"),
      status("late", "active"),
      status("late", "suspended", "2021-05-05"),
    ],
  });

describe("shared retweeters", () => {
  it("count suspended accounts once each, in the window, of diplomats only, and pairs from five on", async () => {
    expect(await sharedRetweeters(await corpusOf(), oii2021)).toEqual({
      day: "2021-03-01",
      accounts: 6,
      ofSeveral: 5,
      diplomats: [
        { principal: "d", name: "embassy, X", category: null, country: null, accounts: 6, exclusive: 1 },
        { principal: "e", name: "embassy, Y", category: null, country: null, accounts: 5, exclusive: 0 },
        { principal: "f", name: "handle_f", category: null, country: null, accounts: 4, exclusive: 0 },
      ],
      pairs: [{ principal: "d", other: "e", accounts: 5 }],
    });
  });

  it("are drawn as diplomats and numbers, without any of the accounts", async () => {
    const corpus = await corpusOf();
    const figure = suspendedAmplifiersNetworkFigure(await suspendedAmplifiersResults(corpus, oii2021), corpus.info);
    expect(figure.title).toBe("5 of 6 suspended accounts (83%) retweeted more than one diplomat");
    expect(figure.sourceData.rows).toEqual([
      {
        ...{ diplomat: "embassy, X", accounts: 6, onlyDiplomat: 1 },
        ...{ other: "embassy, Y", otherAccounts: 5, onlyOther: 0, shared: 5 },
      },
    ]);
    const { svg } = await renderFigure(figure);
    expect(svg).toContain("embassy, Y");
    expect(svg).not.toMatch(/handle_a|handle_f/);
  });

  it("are nothing to draw where no account was suspended", async () => {
    const corpus = await tinyCorpus({
      accounts: [account("d"), account("a")],
      principals: [principal("d")],
      amplifications: retweets("a", 200),
    });
    const results = await suspendedAmplifiersResults(corpus, oii2021);
    expect(results.shared).toEqual({ day: "2021-03-01", accounts: 0, ofSeveral: 0, diplomats: [], pairs: [] });
    expect(canDrawSuspendedAmplifiersNetwork(results)).toBe(false);
  });
});
