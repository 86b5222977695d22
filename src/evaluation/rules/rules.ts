import type { Case } from "../case.js";
import { oracle } from "./oracle.js";
import { timingNull } from "./timing-null-rule.js";
import { anyCoAction, cooRTweet, qut } from "./weight-rules.js";

/** A way to tell who is coordinated. */
export interface Rule {
  name: string;
  flags(one: Case): Promise<Iterable<string>> | Iterable<string>;
}

/** The detector, the rules of its peers, and what can be known at best. The last one alone is told who is coordinated. */
export const rules: readonly Rule[] = [
  { name: "ours", flags: (one) => one.detect() },
  { name: "any co-action", flags: anyCoAction },
  { name: "CooRTweet, edge_weight .5", flags: cooRTweet(0.5) },
  { name: "CooRTweet, edge_weight .99", flags: cooRTweet(0.99) },
  { name: "QUT, min_edge_weight 5", flags: qut(5) },
  { name: "timing null, pairs, BH .05", flags: timingNull },
  { name: "oracle", flags: oracle },
];
