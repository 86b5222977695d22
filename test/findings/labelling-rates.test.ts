import { describe, expect, it } from "vitest";
import { labelMeaning } from "../../src/findings/label-meanings.js";
import {
  labellingRates,
  labellingRatesResults,
  labellingRounds,
  labelTexts,
  verifiedByLabel,
} from "../../src/findings/labelling-rates.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { account, day, label, principal, tinyCorpus } from "../tiny-corpus.js";

const listed = (labels: ReturnType<typeof label>[], ids = ["1", "2", "3"]) =>
  tinyCorpus({
    accounts: [...ids, "unlisted"].map((id) => account(id)),
    principals: ids.map((id) => principal(id)),
    labels,
  });

describe("labelling rates", () => {
  it("count an account by the latest round up to the day", async () => {
    const corpus = await listed([
      label("1", "2021-01-01", null),
      label("1", "2021-03-01", "China government official"),
      label("1", "2021-03-02", null),
    ]);
    expect(await labellingRates(corpus, day("2021-03-01"))).toMatchObject([{ labelled: { count: 1, of: 1 } }]);
  });

  it("do not carry an account forward from an earlier round", async () => {
    const corpus = await listed([label("1", "2021-01-01", "x"), label("2", "2021-02-01", null)]);
    expect(await labellingRates(corpus, day("2021-03-01"))).toMatchObject([{ labelled: { count: 0, of: 1 } }]);
  });

  it("leave out accounts that were never observed, and those that are not listed", async () => {
    const corpus = await listed([label("1", "2021-01-01", "x"), label("unlisted", "2021-01-01", "x")]);
    expect(await labellingRates(corpus, day("2021-03-01"))).toMatchObject([{ labelled: { count: 1, of: 1 } }]);
  });

  it("know a French label as a label, and as the same one as the English", async () => {
    const corpus = await listed([
      label("1", "2021-01-01", "Organisation du gouvernement - Chine"),
      label("2", "2021-01-01", "China government organization"),
      label("3", "2021-01-01", "Etiqueta nueva"),
    ]);
    expect(await labellingRates(corpus, day("2021-03-01"))).toMatchObject([{ labelled: { count: 3, of: 3 } }]);
    expect(await labelTexts(corpus, day("2021-03-01"))).toEqual([
      { meaning: "government organization", language: "en", label: "China government organization", accounts: 1 },
      {
        meaning: "government organization",
        language: "fr",
        label: "Organisation du gouvernement - Chine",
        accounts: 1,
      },
      { meaning: "unrecognised", language: null, label: "Etiqueta nueva", accounts: 1 },
    ]);
  });

  it("are empty before the first round, and the whole finding then speaks of that round", async () => {
    const corpus = await listed([label("1", "2022-04-14", "x"), label("2", "2022-05-09", null)]);
    expect(await labellingRates(corpus, day("2021-03-01"))).toEqual([]);
    const results = await labellingRatesResults(corpus, oii2021);
    expect(results).toMatchObject({ day: "2022-04-14", rates: [{ labelled: { count: 1, of: 1 } }] });
  });

  it("keep unlisted accounts of a round apart", async () => {
    const corpus = await listed([label("1", "2021-01-01", "x"), label("unlisted", "2021-01-01", null)]);
    expect(await labellingRounds(corpus)).toMatchObject([
      { group: "diplomat", labelled: { count: 1, of: 1 } },
      { group: "unlisted", labelled: { count: 0, of: 1 } },
    ]);
  });

  it("count the badge only where it was observed", async () => {
    const corpus = await listed([
      label("1", "2021-01-01", "x", true),
      label("2", "2021-01-01", null, false),
      label("3", "2021-01-01", null),
    ]);
    expect(await verifiedByLabel(corpus, day("2021-03-01"))).toMatchObject([
      { label: "labelled", verified: { count: 1, of: 1 } },
      { label: "unlabelled", verified: { count: 0, of: 1 } },
    ]);
  });
});

describe("label meanings", () => {
  it("see through stray spaces and decomposed accents", () => {
    expect(labelMeaning(" Média affilié à un État - Chine".normalize("NFD"))).toEqual({
      meaning: "state-affiliated media",
      language: "fr",
    });
  });
});
