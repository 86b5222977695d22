import type { Row } from "../../../src/corpus/schema.js";
import { account, instant, principal, tinyCorpus } from "../../tiny-corpus.js";
import { post } from "../../tiny-posts.js";
import { retweets, status } from "../../tiny-retweets.js";

/** The network that the tests name: who they are is not the question here. */
export const members = ["m1", "m2", "m3"];

const hour = 3600;
const reply = { kind: "reply" } as const;

/**
 * The ambassador's week of 28 June 2020 with 40 retweets, 24 of them the network's, a reply on the one day of the last week, and
 * a thread of the ambassador's own.
 *
 * Retweets: m1 16 and m2 8 against o1 4, o2 11 and o3 1. Replies: m2 6 and o2 13, and one of the ambassador's in its own thread.
 */
const amplifications: Row<"amplifications">[] = [
  ...retweets("m1", 16, hour, { principal_id: "amb" }),
  ...retweets("m2", 8, hour, { principal_id: "amb" }),
  ...retweets("o1", 4, hour, { principal_id: "amb" }),
  ...retweets("o2", 11, hour, { principal_id: "amb" }),
  ...retweets("o3", 1, hour, { principal_id: "amb" }),
  ...retweets("m2", 6, hour, { principal_id: "amb", ...reply }),
  ...retweets("o2", 12, hour, { principal_id: "amb", ...reply }),
  { ...retweets("o2", 1, 1, { principal_id: "amb", ...reply })[0], ...at("last", "2021-01-31T23:59:59Z") },
  { ...retweets("o2", 1, 1, { principal_id: "amb" })[0], ...at("after", "2021-02-01T00:00:00Z") },
  { ...retweets("m3", 1, 1, { principal_id: "emb" })[0], ...at("embassy", "2020-06-09T00:00:00Z") },
  { ...retweets("m1", 1, 1, { principal_id: "paris" })[0], ...at("paris", "2020-07-01T00:00:00Z") },
] as Row<"amplifications">[];

const own = { target_account_id: "amb" };
const posts: Row<"posts">[] = [
  post("p1", "amb", { created_at: instant("2020-07-01T10:00:00Z"), likes: 30 }),
  post("p2", "amb", { created_at: instant("2020-07-01T10:01:00Z"), likes: 5, kind: "reply", ...own }),
  post("p3", "amb", { created_at: instant("2021-02-20T10:00:00Z"), likes: 7 }),
  post("p4", "amb", { created_at: instant("2020-07-01T12:00:00Z"), kind: "retweet", target_account_id: "paris" }),
  post("p5", "emb", { created_at: instant("2020-07-02T10:00:00Z"), likes: 2, kind: "quote" }),
];

const statuses: Row<"statuses">[] = [
  status("m1", "suspended"),
  status("m1", "suspended", "2021-05-05"),
  status("m2", "active"),
  status("m2", "suspended", "2021-05-05"),
  status("o1", "deleted"),
  status("o1", "deleted", "2021-05-05"),
  status("o2", "active"),
  status("o2", "active", "2021-05-05"),
  status("o3", "active"),
  status("o3", "suspended", "2021-05-05"),
];

/** Two offices in London, one in Paris, three accounts that are called the network and three others. */
export function officeCorpus(given: { amplifications?: Row<"amplifications">[]; posts?: Row<"posts">[] } = {}) {
  return tinyCorpus({
    accounts: ["amb", "emb", "paris", ...members, "o1", "o2", "o3"].map((id) => account(id)),
    principals: [
      principal("amb", { category: "ambassador", country: "GB" }),
      principal("emb", { category: "embassy", country: "GB" }),
      principal("paris", { category: "ambassador", country: "FR" }),
    ],
    ...{ posts, amplifications, statuses },
    ...given,
  });
}

function at(amplification_id: string, text: string) {
  return { amplification_id, created_at: instant(text) };
}
