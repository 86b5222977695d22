import type { Row } from "../src/corpus/schema.js";
import { day, instant } from "./tiny-corpus.js";

/** A post in the posting window that drew nothing; give what the test is about. */
export function post(post_id: string, account_id: string, given: Partial<Row<"posts">> = {}): Row<"posts"> {
  const empty = { target_post_id: null, target_account_id: null, language: null, text: null };
  const drew = given.kind === "retweet" ? null : 0;
  const counts = { likes: drew, replies: drew, shares: drew };
  return {
    post_id,
    account_id,
    created_at: instant("2020-09-01T12:00:00Z"),
    kind: "text",
    ...empty,
    ...counts,
    ...given,
  };
}

/** Retweets of a principal in the amplification window, all by one account. */
export function retweets(
  account_id: string,
  principal_id: string,
  times: number,
  given: Partial<Row<"amplifications">> = {},
): Row<"amplifications">[] {
  const empty = { target_post_id: null, target_created_at: null, text: null };
  return Array.from({ length: times }, (_, at) => ({
    amplification_id: `${account_id}-${principal_id}-${given.kind ?? "retweet"}-${given.created_at ?? ""}-${at}`,
    kind: "retweet" as const,
    account_id,
    principal_id,
    created_at: instant("2020-09-01T12:00:00Z"),
    ...empty,
    ...given,
  }));
}

/** What the platform said of an account on a day. */
export function status(account_id: string, on: string, found: Row<"statuses">["status"]): Row<"statuses"> {
  return { account_id, observed_on: day(on), status: found };
}
