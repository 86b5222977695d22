import type { CorpusInfo } from "../corpus/info.js";
import type { CorpusRows } from "../corpus/write.js";
import { twinLabels } from "./labels.js";
import { twinPrincipals } from "./principals.js";

/** Seed of the twin that the committed figures are drawn from. */
export const defaultSeed = 2021;

/**
 * The synthetic twin: a corpus of invented accounts with the published totals, under role names.
 *
 * This version has the audited accounts and their labels: 189 + 84 accounts of diplomats in 126 countries, 176 of state
 * media, 27 labelled of the 189. Posts and amplifications are empty.
 *
 * @example
 * twin(2021).rows.principals; // 449 rows
 */
export function twin(seed: number): { info: CorpusInfo; rows: CorpusRows } {
  const principals = twinPrincipals(seed);
  return {
    info: {
      name: "twin",
      title: "Twin of the audited accounts",
      description: "Invented accounts that match published totals. Nothing in it describes a real account.",
      basis: "synthetic twin",
      listName: "diplomats on Twitter",
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
