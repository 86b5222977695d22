import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.js";
import { agreementOf, plantedAgreement } from "../../src/evaluation/planted-agreement.js";
import { oii2021 } from "../../src/study/oii-2021.js";
import { makeTwin } from "../../src/twin/make-twin.js";
import { writeTruth } from "../../src/twin/truth.js";
import { writeTwin } from "../../src/twin/write-twin.js";
import { temporaryFolder } from "../temporary-folder.js";

describe("agreement with what was planted", () => {
  it("names what was picked beside the network, the most frequent first, and everyone else as ordinary", () => {
    const planted = new Map(Object.entries({ a: "network", b: "network", c: "fan", d: "pupil", e: "pupil" }));
    expect(agreementOf(["a", "c", "d", "e", "x", "y"], planted)).toEqual({
      ...{ accounts: 6, inNetwork: 1, missed: 1 },
      ...{ lookAlikes: "2 pupil, 1 fan", ordinary: 2 },
    });
    expect(agreementOf([], planted)).toMatchObject({ accounts: 0, inNetwork: 0, missed: 2, lookAlikes: "" });
  });

  it("is told for a twin with its truth beside it, and for no other corpus", async () => {
    const folder = await temporaryFolder();
    const twin = makeTwin({ seed: 2, scale: 0.01, effort: 1, study: oii2021 });
    await writeTwin(join(folder, "corpus"), twin);
    const corpus = await Corpus.open(join(folder, "corpus"));
    expect(await plantedAgreement(corpus, oii2021)).toBeNull();
    await writeTruth(join(folder, "truth.parquet"), twin);
    const [detector, ...rules] = (await plantedAgreement(corpus, oii2021)) ?? [];
    corpus.close();
    expect(detector).toMatchObject({ pickedBy: "the detector", lookAlikes: "", ordinary: 0 });
    expect(detector?.inNetwork).toBeGreaterThan(0.7 * twin.members.length);
    expect((detector?.inNetwork ?? 0) + (detector?.missed ?? 0)).toBe(twin.members.length);
    expect(rules).toHaveLength(4);
    for (const rule of rules) expect(rule.inNetwork + rule.missed).toBe(twin.members.length);
  });
});
