import type { DataFrame, Series } from "danfojs-node";
import type { Corpus } from "../../corpus/corpus.js";
import type { DayWindow } from "../../study/study.js";
import { dataFrame, dayNumber, dayNumbers, test } from "./frame.js";

/** The Twitter account of an office in a country; undefined where the corpus has none. */
export async function principalAt(corpus: Corpus, category: string, country: string): Promise<string | undefined> {
  const principals = await dataFrame(corpus, "principals", ["account_id", "category", "country"]);
  if (principals.shape[0] === 0) return undefined;
  const onTwitter = "accounts where platform = 'twitter' and account_id in (select account_id from principals)";
  const accounts = await dataFrame(corpus, onTwitter, ["account_id"]);
  const known = new Set(accounts.column("account_id").values as string[]);
  const found = test(principals, "category", (text) => text === category)
    .and(test(principals, "country", (text) => text === country))
    .and(test(principals, "account_id", (id) => known.has(id)));
  return (principals.column("account_id").values as string[]).find((_, at) => found.values[at]);
}

/**
 * The retweets of one principal in a window, as account and instant, from the raw amplifications of that principal: those
 * of all would make the frame too large. Undefined where there are none.
 */
export async function retweetsOf(
  corpus: Corpus,
  principal: string | undefined,
  window: DayWindow,
): Promise<DataFrame | undefined> {
  if (principal === undefined) return undefined;
  const table = `amplifications where principal_id = '${principal.replaceAll("'", "''")}'`;
  const frame = await dataFrame(corpus, table, ["account_id", "created_at", "kind"]);
  if (frame.shape[0] === 0) return undefined;
  return rowsWhere(frame, within(frame, window).and(test(frame, "kind", (kind) => kind === "retweet")));
}

/** The accounts that were found suspended on one of the days. */
export async function suspendedOn(corpus: Corpus, days: readonly string[]): Promise<Set<string>> {
  const frame = await dataFrame(corpus, "statuses where status = 'suspended'", ["account_id", "observed_on"]);
  if (frame.shape[0] === 0) return new Set();
  const suspended = rowsWhere(
    frame,
    test(frame, "observed_on", (day) => days.includes(day)),
  );
  return new Set((suspended?.column("account_id").values as string[] | undefined) ?? []);
}

/** The rows of a frame for which a condition holds; undefined where it holds for none, which danfojs cannot express. */
export function rowsWhere(frame: DataFrame, condition: Series): DataFrame | undefined {
  return (condition.values as boolean[]).some(Boolean) ? frame.query(condition).resetIndex() : undefined;
}

function within(frame: DataFrame, { from, to }: DayWindow): Series {
  const days = dayNumbers(frame, "created_at");
  return days.ge(dayNumber(from)).and(days.le(dayNumber(to)));
}
