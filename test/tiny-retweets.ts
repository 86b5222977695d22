import type { Row } from "../src/corpus/schema.js";
import { day, instant } from "./tiny-corpus.js";

/** A retweet of the diplomat "d" at an instant; give what the test is about. */
export function retweet(
  account_id: string,
  at: string,
  given: Partial<Row<"amplifications">> = {},
): Row<"amplifications"> {
  const principal_id = given.principal_id ?? "d";
  return {
    amplification_id: `${account_id} ${at} ${principal_id} ${given.kind ?? ""}`,
    kind: "retweet",
    account_id,
    principal_id,
    target_post_id: null,
    created_at: instant(at),
    target_created_at: null,
    text: null,
    ...given,
  };
}

/** So many retweets by one account, a number of seconds apart, from noon of 1 July 2020. */
export function retweets(
  account_id: string,
  number: number,
  apart = 3600,
  given: Partial<Row<"amplifications">> = {},
): Row<"amplifications">[] {
  const noon = Date.parse("2020-07-01T12:00:00Z");
  return Array.from({ length: number }, (_, at) =>
    retweet(account_id, new Date(noon + at * apart * 1000).toISOString().replace(".000Z", "Z"), given),
  );
}

/** A status as observed on 1 March 2021, or another day. */
export function status(account_id: string, found: Row<"statuses">["status"], observed = "2021-03-01"): Row<"statuses"> {
  return { account_id, observed_on: day(observed), status: found };
}
