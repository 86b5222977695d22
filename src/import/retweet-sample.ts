import { UserError } from "../errors.js";
import { type CsvRow, readCsv } from "../files/csv.js";
import type { TimedEvent } from "../statistics/lags.js";

/** Retweets of a published sample: who, by the hash that its authors gave, and when. */
export interface RetweetSample {
  /** Rows of the file. */
  rows: number;
  /** Each retweet once, in the order of the file. */
  retweets: TimedEvent[];
}

/**
 * Reads a sample of retweets in the form of the R package CooRTweet: `object_id` is the retweeted tweet, `content_id` the
 * retweet, `timestamp_share` its time in Unix seconds.
 *
 * A retweet may stand on several rows, one for each object it is taken to share. It is kept once: counted by rows, it would
 * follow itself after 0 seconds.
 *
 * @throws UserError for a file without these columns, an empty id, a time that is no whole number of seconds, or a retweet
 * that is given to two accounts or times, with the place
 *
 * @example
 * const { rows, retweets } = await readRetweetSample("russian_coord_tweets.csv"); // rows: 35125, 35,085 retweets
 */
export async function readRetweetSample(path: string): Promise<RetweetSample> {
  const { rows } = await readCsv(path, { columns: ["account_id", "content_id", "timestamp_share"] });
  const kept = new Map<string, TimedEvent>();
  for (const row of rows) {
    const id = required(row, "content_id");
    const retweet = { account: required(row, "account_id"), seconds: secondsOf(row) };
    const known = kept.get(id);
    if (known && (known.account !== retweet.account || known.seconds !== retweet.seconds)) {
      throw new UserError(`${row.at("content_id")}: retweet with another account or time before: ${id}; keep one`);
    }
    kept.set(id, known ?? retweet);
  }
  return { rows: rows.length, retweets: [...kept.values()] };
}

function required(row: CsvRow, column: string): string {
  const value = row.get(column);
  if (value !== "") return value;
  throw new UserError(`${row.at(column)}: ${column} is empty; restore the file as it was published`);
}

function secondsOf(row: CsvRow): number {
  const text = row.get("timestamp_share");
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new UserError(`${row.at("timestamp_share")}: not a time in whole Unix seconds: "${text}"; write digits only`);
}
