import type { CorpusInfo } from "../src/corpus/info.js";
import type { CorpusRows } from "../src/corpus/write.js";
import { twinLabels } from "../src/twin/labels.js";
import { twinPrincipals } from "../src/twin/principals.js";

/** The audited accounts of a twin and their labels, without posts and amplifiers: enough for the findings on accounts. */
export function auditedTwin(seed: number): { info: CorpusInfo; rows: CorpusRows } {
  const principals = twinPrincipals(seed);
  return {
    info: {
      name: "twin",
      title: "Twin",
      description: "",
      basis: "synthetic twin",
      listName: "diplomats",
      seed,
      sources: [],
    },
    rows: {
      accounts: principals.map(({ account }) => account),
      principals: principals.map(({ principal }) => principal),
      labels: twinLabels(seed, principals),
    },
  };
}
